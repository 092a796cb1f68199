"""A Word file from a brief without a model, against the mere import of the libraries it stands on: at most twice that.

Both run in turn, as a person's shell would start them, so that a machine that slows down slows both. Prints the medians and
the ratio, pair by pair; leaves with 1 where the ratio is above the limit.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

PAIRS = 15
LIMIT = 2.0
ROOT = Path(__file__).resolve().parents[1]
BRIEF = ROOT / "templates/letters/letter/example.hi.yaml"
EDAKSH = Path(sysconfig.get_path("scripts")) / ("edaksh.exe" if sys.platform == "win32" else "edaksh")


def seconds(*command: str | Path) -> float:
    """How long a command takes, from its start to its end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=ENVIRON, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


# Python keeps what it compiles, here as everywhere; some build machines tell it not to.
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        draft = (
            EDAKSH,
            "draft",
            "--form",
            "letter",
            "--lang",
            "hi",
            "--brief",
            BRIEF,
            "--offline",
            "-o",
            Path(folder) / "X.docx",
        )
        imports = (sys.executable, "-c", "import docx, jinja2, pydantic, yaml")
        for command in (draft, imports):
            seconds(*command)  # the first run fills caches, and isn't counted
        pairs = [(seconds(*draft), seconds(*imports)) for _ in range(PAIRS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"edaksh draft --offline -o X.docx   {ours * 1000:6.0f} ms")
    print(f"import docx, jinja2, pydantic, yaml{theirs * 1000:6.0f} ms")
    print(f"ratio, median of {PAIRS} pairs         {ratio:6.2f}    (at most {LIMIT:.2f})")
    sys.exit(ratio > LIMIT)


if __name__ == "__main__":
    main()
