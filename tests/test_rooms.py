"""Rooms import downwards only, and each heavy library has one room that knows it (README, the map of rooms)."""

import ast
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "assistant"
RANKS = (
    ("errors", "settings", "content", "messages"), ("language",), ("facts",), ("forms",), ("files", "checks"), ("model",), ("drafting",),
    ("labs",), ("records",), ("assistant",), ("ui",), ("cli",),
)  # fmt: skip
"""The rooms from the ground up. Neighbours of one rank don't know each other, but for those of the lowest."""
OWNERS = {
    "langchain": "model", "langchain_core": "model", "langsmith": "model", "openai": "model", "gradio": "ui", "uvicorn": "ui",
    "sqlalchemy": "records", "alembic": "records", "docx": "files", "jinja2": ("forms", "model"), "yaml": ("content", "messages", "checks"),
    "click": "cli",
}  # fmt: skip
FAMILIES = (("language", "tone", "privacy"), ("form",), ("facts",), ("leftover",), ("integrity",))
"""The families of checks, each in its folder: one knows only those before it."""
HEAVY = ["gradio", "langchain", "langchain_core", "openai", "sqlalchemy"]
RANK = {room: rank for rank, rooms in enumerate(RANKS) for room in rooms}
LOWEST = RANKS[0]


def _modules() -> list[tuple[str, Path]]:
    return [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in sorted(PACKAGE.rglob("*.py"))]


def _imports(path: Path) -> set[str]:
    """What a module imports when it runs; what only the type checker reads doesn't count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in typing:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names |= {f"{module}.{alias.name}" for alias in node.names} if module == "assistant" else {module}
    return names


@pytest.mark.parametrize(("room", "path"), _modules(), ids=lambda value: str(value).rpartition("assistant/")[2])
def test_a_module_imports_only_from_rooms_below_its_own(room, path):
    for name in _imports(path):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        if top != "assistant" or other not in RANK or room not in RANK or other == room:
            continue
        assert RANK[other] < RANK[room] or (room in LOWEST and other in LOWEST), f"{room} imports {name}"


def test_a_family_of_checks_imports_only_from_families_before_its_own():
    rank = {family: rank for rank, families in enumerate(FAMILIES) for family in families}
    folders = {path.parent for path in (PACKAGE / "checks").glob("*/__init__.py")}
    assert {folder.name for folder in folders} == rank.keys()
    for path in [path for folder in folders for path in folder.glob("*.py")]:
        own = path.parent.name
        others = {name.split(".")[2] for name in _imports(path) if name.startswith("assistant.checks.")} & rank.keys()
        assert all(rank[other] < rank[own] for other in others - {own}), path


@pytest.mark.parametrize(("room", "path"), _modules(), ids=lambda value: str(value).rpartition("assistant/")[2])
def test_a_library_is_known_to_its_room_alone(room, path):
    strangers = {
        name
        for name in _imports(path)
        if (owner := OWNERS.get(name.partition(".")[0])) and room not in ((owner,) if isinstance(owner, str) else owner)
    }
    assert strangers == set()


def test_every_room_there_is_has_its_rank():
    rooms = {room for room, _ in _modules()} - {"__init__", "__main__"}
    assert rooms <= RANK.keys()


def test_the_package_names_the_rooms_in_their_order():
    said = (PACKAGE / "__init__.py").read_text(encoding="utf-8").split("those before it:")[1].split('"""')[0]
    order = [RANK[word] for word in said.replace("→", " ").replace("|", " ").split()]
    assert all(before <= after for before, after in pairwise(order))


@pytest.mark.parametrize("room", ["checks", "forms", "drafting"])
def test_a_room_comes_in_without_model_database_or_screen(room):
    code = f"import sys, assistant.{room}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.strip() == "[]"
