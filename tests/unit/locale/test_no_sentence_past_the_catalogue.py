"""Every sentence that a user sees comes from the catalogue: none is written into the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import mnistviz

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(mnistviz.__file__).parent
FRONTEND = Path(__file__).parents[3] / "frontend"
WORDS = re.compile(r"[A-Za-z]{2,}[,:]? [a-z]{2,}")
"""Two words in a row: what names, keys and formats don't have."""
DEVELOPERS_READ = {"help"}
"""Keyword arguments that only readers of the code see: the description of a trait."""
LOG = {"debug", "info", "warning", "error", "exception"}
"""Methods of a logger, whose lines are for developers."""
EXCEPTIONS = {
    "__init__.py": {"module 'mnistviz' has no attribute {}"},  # Python's own words, for programmers
    "locale/__init__.py": {"There is no message {} in {}.ftl."},  # about the catalogue itself
    "data/known_sets.py": {"Ankle boot"},  # a class of Fashion-MNIST, as its authors call it
    "evaluation/shapes.py": {"two digits"},  # a key of the report's JSON
    "plot/answer_history_figure.py": {"center left"},  # a place, as Matplotlib calls it
    "network/input_form.py": {"model input"},  # the name of a layer, as others are "conv1"
}
"""Sentences that cannot come from the catalogue, and why."""
PRINTED = "training/made_pictures/"
"""Its names of kinds, and the words printed on its forms, are read by no user."""
SCRIPT = re.compile(r"//[^\n]*|/\*.*?\*/|\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`", re.DOTALL)
"""Comments, which are passed over, and strings of a script."""
NO_SENTENCE = re.compile(r"mnistviz-|\(prefers-|[A-Z]\$|@media")
"""How strings begin that are class names, media queries and paths of a drawing."""


def docstrings(tree: ast.Module) -> set[ast.expr]:
    """The strings that stand alone: docstrings of modules, classes, functions and constants."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def written_out(node: ast.expr) -> str:
    """The text of a string literal; the values in an f-string are a `{}`."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each sentence in some Python code that is not a docstring."""
    tree = ast.parse(source)
    left_out = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in DEVELOPERS_READ:
            left_out.add(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOG:
            left_out.update(node.args)
        elif isinstance(node, ast.FunctionDef) and node.name == "__repr__":
            left_out.update(part for part in ast.walk(node) if isinstance(part, ast.expr))
        elif isinstance(node, ast.JoinedStr):
            left_out.update(node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and node not in left_out and WORDS.search(written_out(node)):
            yield node.lineno, written_out(node)


def script_sentences(source: str) -> Iterator[str]:
    """The sentences in some TypeScript code that are not in a comment."""
    for match in SCRIPT.finditer(source):
        written = re.sub(r"\$\{[^}]*\}", "{}", match[1] or match[2] or "")
        if WORDS.search(written) and not NO_SENTENCE.match(match[1] or match[2]):
            yield written


def test_sentences_are_found() -> None:
    source = """\"A docstring of words.\"
raise ValueError(f"There is no {name} in here.")
key = "no-ink"
Trait(help="for developers only")
log.info("for developers only")
"""
    assert list(sentences(source)) == [(2, "There is no {} in here.")]


def test_sentences_of_scripts_are_found() -> None:
    source = """// a comment of words
/* and "another one here" */
const key = text("no-ink"); const el = element("div", "mnistviz-bar mnistviz-winner");
throw new Error(`There is no ${name} in here`);
"""
    assert list(script_sentences(source)) == ["There is no {} in here"]


def test_python_code_holds_no_sentences() -> None:
    found = [
        f"{name}:{line}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in (path.relative_to(PACKAGE).as_posix(),)
        for line, text in sentences(path.read_text(encoding="utf-8"))
        if text not in EXCEPTIONS.get(name, set()) and not name.startswith(PRINTED)
    ]
    assert found == []


def test_the_page_holds_no_sentences() -> None:
    scripts = [
        path
        for folder in ("core", "ink", "network", "explain", "explorer", "trainer", "exercise")
        for path in (FRONTEND / folder).rglob("*.ts")
        if not path.name.endswith((".test.ts", ".agreement.ts"))
        and path.name != "text.ts"  # text.ts complains about the catalogue itself
    ]
    assert len(scripts) > 40
    found = [f"{path.relative_to(FRONTEND)}: {text}" for path in scripts for text in script_sentences(path.read_text("utf-8"))]
    assert found == []
