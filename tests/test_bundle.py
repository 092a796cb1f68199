"""The folder for a lab without the internet: what goes into it, and what its scripts rely on. Nothing is fetched here."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

spec = importlib.util.spec_from_file_location("bundle", ROOT / "bundle/bundle.py")
assert spec
assert spec.loader
bundle = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bundle)


def wanted(system: str, python: str) -> dict[str, str]:
    """What a system and a Python get, by name: its version and hashes."""
    text = bundle.wanted(LOCK, system, python)
    entries = re.findall(r"^([\w.-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE)
    assert len(entries) == text.count("==")
    return {name: version for name, version, hashes in entries if hashes}


@pytest.mark.parametrize("python", bundle.PYTHONS)
def test_each_system_gets_what_its_own_markers_ask_for(python):
    windows, linux = (wanted(system, python) for system in ("windows", "linux"))
    assert windows.keys() - linux.keys() == {"colorama"}
    assert linux.keys() <= windows.keys()
    assert {"gradio", "sqlalchemy", "typst", "numpy"} <= linux.keys()


def test_a_package_that_only_a_newer_python_needs_goes_to_that_one():
    assert "audioop-lts" in wanted("windows", "3.13")
    assert "audioop-lts" not in wanted("windows", "3.12")


def test_the_scripts_look_for_the_pythons_whose_wheels_are_there():
    newest = sorted(bundle.PYTHONS, key=lambda python: int(python.partition(".")[2]), reverse=True)
    first, last = (python.replace(".", ", ") for python in (newest[-1], newest[0]))
    for name, tried in (("start.sh", "python{}"), ("start.bat", "{}")):
        text = (ROOT / "bundle" / name).read_text(encoding="utf-8")
        assert " ".join(map(tried.format, newest)) in text
        assert f"({first}) <= sys.version_info[:2] <= ({last})" in text


def test_make_runs_what_makes_the_folder():
    made = re.search(r"^bundle: \.venv/dev\n\t@\$\(BIN\)/python (\S+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert made
    assert (ROOT / made[1]).samefile(bundle.__file__)


def test_windows_scripts_are_laid_as_windows_reads_them_and_shell_scripts_can_be_run(tmp_path):
    for name in bundle.SCRIPTS:
        bundle.lay(ROOT / "bundle" / name, tmp_path)
    for name in ("start.bat", "lab.bat"):
        raw = (tmp_path / name).read_bytes()
        assert raw.isascii()  # cmd reads a script in the page of its console
        assert raw.count(b"\n") == raw.count(b"\r\n") > 1
    for name in ("start.sh", "lab.sh"):
        assert b"\r" not in (tmp_path / name).read_bytes()
        assert os.access(tmp_path / name, os.X_OK)
        assert subprocess.run(["sh", "-n", tmp_path / name], check=False).returncode == 0


def test_the_trainers_ten_lines_name_files_that_are_there():
    for language in (ROOT / "bundle/README.txt").read_text(encoding="utf-8").split("\n\n\n"):
        assert re.findall(r"^ ?(\d+)\.", language, re.MULTILINE) == [str(n) for n in range(1, 11)]
        assert set(re.findall(r"\b\w+\.(?:bat|sh)\b", language)) == {"start.bat", "lab.bat", "start.sh", "lab.sh"}
    for script in ("lab.bat", "lab.sh"):
        assert f"start{Path(script).suffix}" in (ROOT / "bundle" / script).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_pc_without_python_is_told_so_in_one_sentence_and_nothing_is_installed(tmp_path):
    bundle.lay(ROOT / "bundle/start.sh", tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("dirname", "cmp"):
        (tools / tool).symlink_to(shutil.which(tool) or pytest.skip(f"{tool} is not there"))
    shell = shutil.which("sh")
    done = subprocess.run(
        [shell, tmp_path / "start.sh"], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "Python 3.11, 3.12 or 3.13 is needed" in done.stdout
    assert not (tmp_path / "venv").exists()
