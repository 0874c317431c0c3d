"""Makes the notebooks of other languages from the English ones, whose code is the only source, and files of translations.

    python tools/translate_notebooks.py             make them, and run those that have changed
    python tools/translate_notebooks.py --accept    first note in all translations that they fit the present English notebooks

`notebooks/de/NAME.md` translates `notebooks/NAME.ipynb`, one block for each cell, which its id names:

    <!-- cell-02 1f0c9a -->
    Der Text der Zelle.

    <!-- cell-03 strings 77ab01 -->
    "rows" => "Zeilen"

The second kind replaces pieces of code that readers see: strings and comments, written as in the code. The last word of a mark is
the fingerprint of the English cell, which `--accept` writes: where it differs, the translation is outdated.
"""

import ast
import hashlib
import io
import re
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
_MARK = re.compile(r"^<!-- (?P<cell>[\w-]+)(?P<strings> strings)?(?: (?P<print>[0-9a-f]{6}))? -->\n", re.MULTILINE)
_END = re.compile(r"^<!-- done -->\s*\Z", re.MULTILINE)
_ARROW = " => "
_SENTENCE = re.compile(r"[A-Za-z]{2,}[,:]? [a-z]{2,}")
"""Two words in a row: a text for readers, as in `test_no_sentence_past_the_catalogue`."""


class TranslationError(ValueError):
    """A translation does not fit its notebook. The text says where."""


@dataclass(frozen=True)
class Block:
    """The translation of one cell.

    Attributes:
        cell: the id of the cell.
        is_strings: whether it replaces pieces of code; if not, it is a text.
        fingerprint: of the English cell that it translates; empty if it was never accepted.
        body: the text, or the replacements.
    """

    cell: str
    is_strings: bool
    fingerprint: str
    body: str

    @property
    def replacements(self) -> list[tuple[str, str]]:
        """English pieces of code, and what stands in their place."""
        lines = [line for line in self.body.splitlines() if line.strip()]
        if wrong := [line for line in lines if line.count(_ARROW) != 1]:
            raise TranslationError(f"{self.cell}: not of the form ENGLISH{_ARROW}TRANSLATION: {wrong[0]}")
        return [(line.split(_ARROW)[0], line.split(_ARROW)[1]) for line in lines]


def translations(folder: Path = NOTEBOOKS) -> Iterator[tuple[Path, Path]]:
    """Yields each file of translations with its English notebook. Those whose notebook is missing raise an error."""
    for path in sorted(folder.glob("*/*.md")):
        source = folder / f"{path.stem}.ipynb"
        if not source.exists():
            raise TranslationError(f"{path.parent.name}/{path.name}: there is no notebook {source.name}.")
        yield path, source


def read_blocks(text: str) -> list[Block]:
    """Reads a file of translations."""
    text = _END.sub("", text)
    marks = list(_MARK.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        Block(mark["cell"], mark["strings"] is not None, mark["print"] or "", text[mark.end() : end].strip("\n"))
        for mark, end in zip(marks, ends, strict=True)
    ]


def fingerprint(source: str) -> str:
    """Returns what tells whether a cell has changed."""
    return hashlib.sha256(source.encode()).hexdigest()[:6]


def problems(path: Path, source: Path) -> list[str]:
    """Returns what is missing or outdated in a file of translations, in the order of the notebook."""
    blocks = {(block.cell, block.is_strings): block for block in read_blocks(path.read_text(encoding="utf-8"))}
    found = []
    for cell in nbformat.read(source, as_version=4).cells:
        key = (cell.id, cell.cell_type == "code")
        block = blocks.pop(key, None)
        if block is None:
            if cell.cell_type == "markdown" or _has_sentences(cell.source):
                found.append(f"{cell.id} is not translated")
        elif block.fingerprint != fingerprint(cell.source):
            found.append(f"{cell.id} is outdated: the English cell has changed")
    return found + [f"{cell} is not in the English notebook" for cell, _ in blocks]


def translated(path: Path, source: Path) -> Any:
    """Returns a notebook in another language, without outputs.

    Raises:
        TranslationError: if a piece of code is not there, or the code would do something else.
    """
    blocks = {(block.cell, block.is_strings): block for block in read_blocks(path.read_text(encoding="utf-8"))}
    notebook = nbformat.read(source, as_version=4)
    is_told = False
    for cell in notebook.cells:
        block = blocks.get((cell.id, cell.cell_type == "code"))
        if cell.cell_type == "markdown":
            cell.source = block.body if block is not None else cell.source
            continue
        cell.outputs, cell.execution_count = [], None
        if block is not None:
            cell.source = _with_strings(cell.source, block)
        if not is_told:
            cell.source, is_told = _told(cell.source, path.parent.name), True
    return notebook


def accept(path: Path, source: Path) -> None:
    """Notes in all marks of a file of translations that they fit the present English notebook."""
    prints = {cell.id: fingerprint(cell.source) for cell in nbformat.read(source, as_version=4).cells}

    def mark(match: re.Match[str]) -> str:
        return f"<!-- {match['cell']}{match['strings'] or ''} {prints.get(match['cell'], '')} -->\n"

    text = _END.sub("", path.read_text(encoding="utf-8")).rstrip("\n") + "\n"
    path.write_text(_MARK.sub(mark, text), encoding="utf-8")


def make(path: Path, source: Path) -> Path | None:
    """Writes a translated notebook, without outputs. Returns it, or None if it is there already, with whatever outputs."""
    notebook, target = translated(path, source), path.with_suffix(".ipynb")
    if target.exists() and same_cells(nbformat.read(target, as_version=4).cells, notebook.cells):
        return None
    nbformat.write(notebook, target)
    return target


def same_cells(some: Sequence[Any], others: Sequence[Any]) -> bool:
    """Tells whether cells are the same apart from their outputs."""
    told = [[(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in cells] for cells in (some, others)]
    return told[0] == told[1]


def _has_sentences(code: str) -> bool:
    """Tells whether readers see words in some code: in a string, which may be printed, or in a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    kinds = {tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    return any(token.type in kinds and _SENTENCE.search(token.string) for token in tokens)


def _with_strings(code: str, block: Block) -> str:
    changed = code
    for english, other in block.replacements:
        if english not in changed:
            raise TranslationError(f"{block.cell}: the code does not contain {english}")
        changed = changed.replace(english, other)
    if _shape(changed) != _shape(code):
        raise TranslationError(f"{block.cell}: with the translated strings, the code does something else")
    return changed


def _shape(code: str) -> str:
    """Returns what code does, whatever its strings say. The values inside f-strings count, in any order."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
        elif isinstance(node, ast.JoinedStr):
            values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
            node.values = sorted(values, key=lambda part: ast.dump(part.value))
    return ast.dump(tree)


def _told(code: str, language: str) -> str:
    """Returns the first cell of code, in which mnistviz is told the language as soon as it is there."""
    imports = [node for node in ast.parse(code).body if isinstance(node, (ast.Import, ast.ImportFrom))]
    if not any(name.name == "mnistviz" for node in imports for name in node.names):
        raise TranslationError("The first cell of code does not import mnistviz, so it can't be told the language.")
    lines = code.split("\n")
    last = max(node.end_lineno or 0 for node in imports)
    rest = lines[last:]
    while rest and not rest[0].strip():
        rest.pop(0)
    return "\n".join([*lines[:last], "", f'mnistviz.use_language("{language}")', *rest])


def main(arguments: Sequence[str]) -> int:
    """Makes all translated notebooks, and runs those that are new."""
    from run_notebooks import run  # noqa: PLC0415  (beside this file; the tests need no kernel)

    complaints = []
    for path, source in translations():
        if "--accept" in arguments:
            accept(path, source)
        complaints += [f"{path.parent.name}/{path.name}: {problem}" for problem in problems(path, source)]
        if target := make(path, source):
            run(target)
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
