"""The teacher's guide names every lesson and every kind of exercise, and the test for pupils and its key say what is true."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import numpy as np
import pytest

from mnistviz.exercises.registry import exercise_kinds
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import BRUSH, NO_STEP
from mnistviz.ink.raster import PenPath
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.reading.pictures import read_digit

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
TEST = (ROOT / "docs" / "course-test.md").read_text(encoding="utf-8")
KEY = (ROOT / "docs" / "course-test-key.md").read_text(encoding="utf-8")
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
VERSIONS = dict(re.findall(r"^## Version (\w)\n(.*?)(?=^## |\Z)", TEST, re.MULTILINE | re.DOTALL))
CORNER_NINE = [
    *((258, 187), (248, 174), (230, 169), (213, 173), (202, 186), (202, 203), (212, 216)),
    *((230, 221), (247, 217), (258, 204), (258, 187), (257, 213), (255, 259)),
]


def answers(version: str) -> list[str]:
    """Returns the right choices of the eight questions, as the key's table says."""
    (row,) = re.findall(rf"^\| version {version} \| (.+) \|$", KEY, re.MULTILINE)
    return str(row).split(" | ")


def choice(version: str, question: int) -> str:
    """Returns the text of the right choice."""
    (asked,) = re.findall(rf"^\*\*{question}\.\*\*(.*?)(?=^\*\*\d\.\*\*|\Z)", VERSIONS[version], re.MULTILINE | re.DOTALL)
    return str(re.findall(rf"^- {answers(version)[question - 1]}\) (.+)$", asked, re.MULTILINE)[0])


def test_the_guide_has_a_chapter_for_every_notebook_in_order() -> None:
    assert re.findall(r"^### (\d\d_\w+)$", GUIDE, re.MULTILINE) == NOTEBOOKS


@pytest.mark.parametrize(
    "part", ["**Aims.**", "**45 minutes.**", "**90 minutes.**", "**Prepare.**", "**Predictions.**", "**Mistakes.**"]
)
def test_every_chapter_has_every_part(part: str) -> None:
    chapters = re.split(
        r"^### ", GUIDE.partition("## The lessons")[2].partition("## The way without code")[0], flags=re.MULTILINE
    )[1:]
    assert [chapter.splitlines()[0] for chapter in chapters if chapter.count(part) != 1] == []


def test_the_guide_says_where_every_kind_of_exercise_fits() -> None:
    rows = re.findall(r"^\| (\d\d) \| (`.+`) \|$", GUIDE, re.MULTILINE)
    assert [number for number, _ in rows] == [name[:2] for name in re.findall(r"^### (\d\d_\w+)$", GUIDE, re.MULTILINE)]
    assert {kind for _, kinds in rows for kind in re.findall(r"`([\w-]+)`", kinds)} == exercise_kinds().keys()


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_the_guide_names_the_exercises_of_the_notebook(notebook: str) -> None:
    cells = nbformat.read(ROOT / "notebooks" / f"{notebook}.ipynb", as_version=4).cells  # type: ignore[no-untyped-call]
    asked = {kind for cell in cells for kind in re.findall(r"mnistviz\.exercise\(\"([\w-]+)\"", cell.source)}
    row = re.findall(rf"^\| {notebook[:2]} \| (`.+`) \|$", GUIDE, re.MULTILINE)
    assert asked <= set(re.findall(r"`([\w-]+)`", row[0]))


@pytest.mark.parametrize("version", ["A", "B"])
def test_every_question_has_four_choices_and_an_answer(version: str) -> None:
    assert re.findall(r"^\*\*(\d)\.\*\*", VERSIONS[version], re.MULTILINE) == list("12345678")
    assert re.findall(r"^- ([a-z])\) \S", VERSIONS[version], re.MULTILINE) == list("abcd") * 8
    assert len(answers(version)) == 8


@pytest.mark.parametrize("version", ["A", "B"])
def test_the_chapters_of_the_key_repeat_its_table_and_explain_every_wrong_choice(version: str) -> None:
    chapters = re.split(r"^## \d\. ", KEY.partition("## Reading the results")[0], flags=re.MULTILINE)[1:]
    rights = [re.findall(rf"\*\*Right: .*?\b{version} ([a-d])", chapter)[0] for chapter in chapters]
    assert rights == answers(version)
    for right, chapter in zip(rights, chapters, strict=True):
        explained = re.findall(rf"\b{version} ([a-d])\b", chapter.partition("\n- ")[2])
        assert set(explained) | {right} == set("abcd")


def test_the_convolutions_are_calculated_right() -> None:
    for version, bias in (("A", -1), ("B", 1)):
        rows = re.findall(r"^\| (-?\d) \| (-?\d) \| (-?\d) \| \| (-?\d) \| (-?\d) \| (-?\d) \|$", VERSIONS[version], re.MULTILINE)
        numbers = np.array(rows, int)
        assert choice(version, 3) == str((numbers[:, :3] * numbers[:, 3:]).sum() + bias)


def test_the_steps_go_downhill() -> None:
    assert choice("A", 6) == f"{0.5 - 0.1 * 2:.2f}"
    assert choice("B", 6) == f"{0.5 - 0.1 * -2:.2f}"


def test_the_shares_of_the_groups_are_right() -> None:
    (single, upstroke) = (
        np.array(row, int) for row in re.findall(r"^\| 1 [a-z].+ \| (\d+) \| (\d+) \|$", VERSIONS["A"], re.MULTILINE)
    )
    for group, share in ((single, "99 %"), (upstroke, "52 %")):
        assert f"{group[1] / group[0]:.0%}" == share.replace(" ", "")
        assert share in choice("A", 8)
    both = single + upstroke
    assert f"{both[1] / both[0]:.1%}" == "94.4%"


@pytest.mark.parametrize(
    ("version", "strokes", "claim"),
    [
        ("A", [[(80, 60), (140, 140), (200, 60)], [(140, 140), (140, 230)]], "The network says: 4, confidence 93 %."),
        ("B", [[(80, 230), (80, 130), (140, 60), (200, 130), (200, 230), (80, 230)]], "The network says: 0, confidence 99 %."),
    ],
)
def test_the_network_says_of_letter_and_house_what_the_test_claims(
    version: str, strokes: list[list[tuple[int, int]]], claim: str
) -> None:
    read = forward(read_digit(Drawing(strokes)))
    assert f"The network says: {read.prediction}, confidence {100 * read.confidence:.0f} %." == claim
    assert claim in VERSIONS[version]
    assert is_familiar(read)


def test_the_nine_in_the_corner_is_read_as_the_key_says() -> None:
    drawing = Drawing([CORNER_NINE], BRUSH)
    framed = forward(read_digit(drawing))
    unframed = forward(frame_path(PenPath().update(drawing), NO_STEP).digit)
    said = f"without any step it is read as a {unframed.prediction} with {100 * unframed.confidence:.0f} %"
    assert f"{said}, with every step as a {framed.prediction} with {100 * framed.confidence:.0f} %" in KEY


def test_the_network_has_as_many_parameters_as_the_test_says() -> None:
    count = sum(kernel.size + bias.size for kernel, bias in shipped_engine().weights.values())
    assert f"The network has {count:,} numbers" in VERSIONS["B"]
    assert round(55_000 * 28 * 28 / count, -2) == 400
