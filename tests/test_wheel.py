"""The wheel works where the folder isn't: everything it needs is inside, and the installed commands find it.

It is installed into an environment of its own, far from the checkout, which borrows the packages of this one.
"""

import os
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from pathlib import Path
from socket import socket
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
CONTENT = ("prompts", "templates", "exercises")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [built] = folder.glob("edaksh-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel in it; commands are run from the folder that it is in."""
    folder = tmp_path_factory.mktemp("कहीं और")
    venv.create(folder / "venv", symlinks=sys.platform != "win32")
    python = folder / "venv" / SCRIPTS / "python"
    _run(
        sys.executable,
        "-m",
        "pip",
        "--isolated",
        "--quiet",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    # Python doesn't look for .pth files in a folder that a .pth file names: the link to the checkout is not followed.
    lent = "\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    asked = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    (Path(asked.stdout.strip()) / "lent.pth").write_text(lent, encoding="utf-8")
    return folder


def _run(*command: str | Path, cwd: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, cwd=cwd, env=_environment(cwd), capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the person's own: neither settings, nor keys, nor a path to the checkout."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {"HOME": str(home), "PYTHONUTF8": "1", "EDAKSH_HOME": str(home / "data")}


def _edaksh(elsewhere: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return _run(elsewhere / "venv" / SCRIPTS / "edaksh", *args, cwd=elsewhere)


def test_everything_that_is_not_rubbish_is_in_the_wheel(wheel):
    inside = set(ZipFile(wheel).namelist())
    rooms = {file: file.relative_to(ROOT) for file in _files(ROOT / "assistant")}
    content = {file: "assistant/_content" / file.relative_to(ROOT) for name in CONTENT for file in _files(ROOT / name)}
    assert {place.as_posix() for place in (rooms | content).values()} <= inside
    assert not [name for name in inside if name.startswith(("tests/", "data/")) or "__pycache__" in name]


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts]


def test_licences_go_with_what_they_cover(wheel):
    inside = ZipFile(wheel).namelist()
    assert [name for name in inside if name.endswith(".dist-info/licenses/LICENSE")]
    for folder in {Path(name).parent for name in inside if name.endswith((".woff2", ".ttf", ".otf"))}:
        assert (folder / "OFL.txt").as_posix() in inside


def test_what_runs_is_what_was_installed(elsewhere):
    found = _run(
        elsewhere / "venv" / SCRIPTS / "python", "-c", "import assistant; print(assistant.__file__)", cwd=elsewhere
    )
    assert Path(found.stdout.strip()).is_relative_to(elsewhere / "venv")


def test_installed_content_is_in_order(elsewhere):
    checked = _edaksh(elsewhere, "content", "check")
    assert checked.stdout == ""


@pytest.mark.parametrize("language", ["hi", "en"])
def test_installed_command_drafts(elsewhere, language):
    brief = ROOT / f"templates/letters/letter/example.{language}.yaml"
    made = f"{language}.docx"
    _edaksh(elsewhere, "draft", "--offline", "--form", "letter", "--lang", language, "--brief", str(brief), "-o", made)
    assert ZipFile(elsewhere / made).testzip() is None


def test_installed_server_serves(elsewhere):
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [elsewhere / "venv" / SCRIPTS / "edaksh", "serve", "--port", str(port)]
    with (elsewhere / "log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=elsewhere, env=_environment(elsewhere), stdout=log, stderr=log)
        try:
            ready = _answer(f"http://127.0.0.1:{port}/readyz", server)
            page = _answer(f"http://127.0.0.1:{port}/", server)
        except OSError:
            log.seek(0)
            pytest.fail(f"no answer; it said: {log.read()}")
        finally:
            server.terminate()
            server.wait(15)
    assert '"content":[]' in ready
    assert "gradio" in page


def _answer(address: str, server: subprocess.Popen[bytes]) -> str:
    """What is at an address, once the server is up. Raises OSError when it has ended or takes too long."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + 40
    while True:
        try:
            return direct.open(address, timeout=10).read().decode()
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.2)
