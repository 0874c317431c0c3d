"""The notebooks of other languages: complete, up to date, and exactly what the tool makes of the English code and the translations."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from mnistviz.locale.speech import LANGUAGES
from tools.translate_notebooks import (
    NOTEBOOKS,
    TranslationError,
    accept,
    make,
    problems,
    read_blocks,
    same_cells,
    translated,
    translations,
)

EVERY = list(translations())
CODE = 'import mnistviz\n\nfor name, count in pairs:\n    print(f"{name} has {count} maps")  # the largest ones'
ENGLISH = [("markdown", "# Maps"), ("code", CODE), ("code", "explorer")]
GERMAN = """<!-- cell-0 -->
# Karten

<!-- cell-1 strings -->
f"{name} has {count} maps" => f"{count} Karten hat {name}"
# the largest ones => # die größten
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A small notebook and its translation, accepted."""
    cells = [getattr(v4, f"new_{kind}_cell")(source, id=f"cell-{place}") for place, (kind, source) in enumerate(ENGLISH)]
    source, path = tmp_path / "maps.ipynb", tmp_path / "de" / "maps.md"
    nbformat.write(v4.new_notebook(cells=cells), source)  # type: ignore[no-untyped-call]  # nbformat has no types
    path.parent.mkdir()
    path.write_text(GERMAN, encoding="utf-8")
    accept(path, source)
    return path, source


def change(source: Path, place: int, text: str) -> None:
    """Changes a cell of an English notebook."""
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[place].source = text
    nbformat.write(notebook, source)


def test_there_are_translations_into_languages_that_there_are() -> None:
    assert {path.parent.name for path, _ in EVERY} <= set(LANGUAGES)
    assert EVERY


def test_every_translated_notebook_has_its_translations() -> None:
    made = {path for path in NOTEBOOKS.glob("[!.]*/*.ipynb")}
    assert made == {path.with_suffix(".ipynb") for path, _ in EVERY}


@pytest.mark.parametrize(("path", "source"), EVERY, ids=[f"{path.parent.name}/{path.stem}" for path, _ in EVERY])
def test_every_cell_is_translated_and_none_is_outdated(path: Path, source: Path) -> None:
    assert problems(path, source) == []


@pytest.mark.parametrize(("path", "source"), EVERY, ids=[f"{path.parent.name}/{path.stem}" for path, _ in EVERY])
def test_the_notebook_is_what_the_tool_makes(path: Path, source: Path) -> None:
    made = nbformat.read(path.with_suffix(".ipynb"), as_version=4).cells
    assert same_cells(made, translated(path, source).cells)


def test_text_and_strings_are_translated_and_the_language_is_told(pair: tuple[Path, Path]) -> None:
    text, code, last = translated(*pair).cells
    assert text.source == "# Karten"
    assert code.source == (
        'import mnistviz\n\nmnistviz.use_language("de")\nfor name, count in pairs:\n'
        '    print(f"{count} Karten hat {name}")  # die größten'
    )
    assert last.source == "explorer"


def test_what_is_missing_or_outdated_is_named(pair: tuple[Path, Path]) -> None:
    path, source = pair
    assert problems(path, source) == []
    change(source, 0, "# Feature maps")
    change(source, 2, "print('as many as before')")
    assert problems(path, source) == ["cell-0 is outdated: the English cell has changed", "cell-2 is not translated"]
    accept(path, source)
    assert problems(path, source) == ["cell-2 is not translated"]
    path.write_text(path.read_text("utf-8") + "\n<!-- cell-9 -->\nText\n", encoding="utf-8")
    assert problems(path, source)[-1] == "cell-9 is not in the English notebook"


def test_translated_strings_must_not_change_what_code_does(pair: tuple[Path, Path]) -> None:
    path, source = pair
    path.write_text(GERMAN.replace("{count} Karten", "{count + 1} Karten"), encoding="utf-8")
    with pytest.raises(TranslationError, match="cell-1: .* something else"):
        translated(path, source)
    path.write_text(GERMAN.replace("has {count}", "had {count}"), encoding="utf-8")
    with pytest.raises(TranslationError, match="does not contain"):
        translated(path, source)


def test_outputs_stay_until_a_cell_changes(pair: tuple[Path, Path]) -> None:
    path, source = pair
    target = make(path, source)
    assert target == path.with_suffix(".ipynb")
    assert make(path, source) is None
    change(source, 2, "explorer.forward")
    assert make(path, source) == target


def test_a_translation_without_a_notebook_is_named(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "gone.md").write_text("<!-- cell-0 -->\nText\n", encoding="utf-8")
    with pytest.raises(TranslationError, match=r"de/gone.md: there is no notebook gone.ipynb"):
        list(translations(tmp_path))


def test_blocks_are_read() -> None:
    blocks = read_blocks("<!-- cell-0 0a1b2c -->\nText\n\n- list\n\n<!-- cell-1 strings -->\n'a' => 'b'\n\n<!-- done -->\n")
    assert [(block.cell, block.is_strings, block.fingerprint) for block in blocks] == [
        ("cell-0", False, "0a1b2c"),
        ("cell-1", True, ""),
    ]
    assert blocks[0].body == "Text\n\n- list"
    assert blocks[1].replacements == [("'a'", "'b'")]
