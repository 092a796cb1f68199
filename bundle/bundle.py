"""Makes one folder that installs e-Daksh without the internet: dist/bundle, to be copied onto a USB stick.

In it: every wheel of requirements.lock for each system and Python that a lab has, the project's own wheel, and the scripts
beside this file. What pip fetches is held against the hashes of the lock; the project's own wheel is built from this folder.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PYTHONS = ("3.11", "3.12", "3.13")
GLIBC = ("2_34", "2_28", "2_27", "2_26", "2_24", "2_17", "2_12", "2_5")
"""pip takes a platform word for word: an older glibc's wheels have to be named, though a newer one runs them."""
SYSTEMS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "windows": (
        {"sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64", "os_name": "nt"},
        ("win_amd64",),
    ),
    "linux": (
        {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"},
        (*(f"manylinux_{glibc}_x86_64" for glibc in GLIBC), "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
}  # fmt: skip
"""System → what its markers say, and which wheels it runs."""
SCRIPTS = ("start.bat", "lab.bat", "start.sh", "lab.sh", "README.txt")


def wanted(lock: str, system: str, python: str) -> str:
    """The part of a lock that one system and Python need, without markers: pip would read those of the machine it runs on."""
    said = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    said |= {"python_version": python, "python_full_version": f"{python}.0"} | SYSTEMS[system][0]
    environment = Environment(**{**default_environment(), **said})  # type: ignore[typeddict-item]
    kept: list[str] = []
    for entry in lock.split("\n"):
        if entry and not entry.startswith((" ", "#")):
            requirement = Requirement(entry.rstrip("\\ "))
            needed = requirement.marker is None or requirement.marker.evaluate(environment)
            kept += [f"{requirement.name}{requirement.specifier} \\"] if needed else []
        elif entry.strip().startswith("--hash") and needed:
            kept.append(entry)
    return "\n".join(kept) + "\n"


def fetch(requirements: Path, system: str, python: str, wheels: Path) -> None:
    """The wheels of one system and Python. Ends the program where one can't be had."""
    platforms = [word for platform in SYSTEMS[system][1] for word in ("--platform", platform)]
    subprocess.run(
        [
            sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
            "--only-binary", ":all:", "--implementation", "cp", "--python-version", python, *platforms,
            "--requirement", requirements, "--dest", wheels,
        ],
        check=True,
    )  # fmt: skip


def lay(script: Path, target: Path) -> None:
    """A script as its system reads it: Windows wants its own line ends, a shell the right to be run."""
    ours = script.suffix == ".sh"
    laid = target / script.name
    laid.write_text(script.read_text(encoding="utf-8"), encoding="utf-8", newline="\n" if ours else "\r\n")
    laid.chmod(0o755 if ours else 0o644)


def main() -> None:
    """Makes the folder anew, whatever was there."""
    target = ROOT / "dist/bundle"
    shutil.rmtree(target, ignore_errors=True)
    wheels = target / "wheels"
    wheels.mkdir(parents=True)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        for system in SYSTEMS:
            for python in PYTHONS:
                print(f"{system}, Python {python} …", flush=True)
                requirements = Path(scratch) / f"{system}-{python}.txt"
                requirements.write_text(wanted(lock, system, python), encoding="utf-8")
                fetch(requirements, system, python, wheels)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    told = (f"{hashlib.sha256(wheel.read_bytes()).hexdigest()}  {wheel.name}\n" for wheel in sorted(wheels.iterdir()))
    (target / "wheels.txt").write_text("".join(told), encoding="ascii", newline="\n")
    for name in SCRIPTS:
        lay(HERE / name, target)
    size = sum(file.stat().st_size for file in target.rglob("*")) / 1e6
    print(f"{target}: {len(list(wheels.iterdir()))} wheels, {size:.0f} MB. Copy this folder onto the USB stick.")


if __name__ == "__main__":
    main()
