"""The house stays one that a stranger understands: rooms, short modules, short functions, tests that mirror them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mnistviz

PACKAGE = Path(mnistviz.__file__).parent
ROOT = Path(__file__).parents[2]
SOURCES = sorted(PACKAGE.rglob("*.py"))
PAGE = sorted(path for path in (ROOT / "frontend").rglob("*.ts") if "node_modules" not in path.parts)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60


def lines_of(path: Path) -> int:
    """The number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_root_holds_only_what_belongs_to_no_room() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} <= {
        "__init__.py",
        "cli.py",
        "arrays.py",
        "codec.py",
        "files.py",
        "nodelay.py",
    }


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        str(path.parent) for path in PACKAGE.rglob("__init__.py") if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_unit_tests_mirror_the_rooms() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    folders = {path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir() and any(path.glob("test_*.py"))}
    assert folders <= rooms


@pytest.mark.parametrize("path", [*SOURCES, *PAGE], ids=lambda path: path.name)
def test_no_module_is_longer_than_one_idea(path: Path) -> None:
    assert lines_of(path) <= LONGEST_MODULE


def test_no_function_is_longer_than_a_screen() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, functions) and node.end_lineno is not None and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []
