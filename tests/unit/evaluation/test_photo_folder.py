"""A folder of photos: what is listed, how each is counted, and what the command reports."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw

from mnistviz import cli
from mnistviz.data.digits import DataError
from mnistviz.evaluation import photo_folder
from mnistviz.evaluation.photo_folder import Photo, Reading, by_group, by_kind, evaluate_photos, list_photos, tally
from mnistviz.evaluation.photo_report import WORST_GROUPS, photos_json, photos_text
from mnistviz.explain.out_of_distribution import shipped_statistics
from mnistviz.network.engine import shipped_engine
from tests.photos.__main__ import real_photos
from tests.support.errors import ERROR
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.evaluation.photo_folder import PhotoEvaluation
    from tests.support.strokes import Path2D

CROSS: Path2D = [(40, 40), (240, 240), (140, 140), (240, 40), (40, 240)]


def draw(path: Path, *lines: Path2D, width: int = 22) -> None:
    """Saves a picture of black lines on white paper."""
    image = Image.new("L", (280, 280), "white")
    for line in lines:
        ImageDraw.Draw(image).line(line, fill="black", width=width, joint="curve")
    image.save(path)


def write_index(folder: Path, rows: list[dict[str, object]]) -> None:
    with (folder / "index.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def measure(folder: Path, report: Callable[[str], None] = lambda _: None) -> PhotoEvaluation:
    return evaluate_photos(shipped_engine(), folder, shipped_statistics(), report)


def reading(prediction: int | None, *, flagged: bool = False, ms: float = 1.0, **photo: Any) -> Reading:
    """How a photo of a 3 was read."""
    name = photo.pop("name", "3_a.png")
    return Reading(Photo(None, name, 3, **photo), prediction, 0.9, flagged, ms)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A 7, a 1, a 3 that is named 5, blank paper, a misnamed file, a text, and what a file manager leaves."""
    folder = tmp_path / "photos"
    folder.mkdir()
    draw(folder / "7_a.jpg", SEVEN)
    draw(folder / "1_b.png", ONE)
    draw(folder / "5_c.webp", THREE)
    draw(folder / "4_blank.png")
    draw(folder / "seven.png", SEVEN)
    (folder / "2_text.jpg").write_text("no picture")
    (folder / ".hidden").touch()
    (folder / "7_folder").mkdir()
    return folder


def test_each_photo_is_counted_once_and_what_is_no_photo_is_named(folder: Path) -> None:
    photos = measure(folder)
    assert {each.photo.name: each.prediction for each in photos.readings} == {
        "7_a.jpg": 7,
        "1_b.png": 1,
        "5_c.webp": 3,
        "4_blank.png": None,
    }
    whole = tally(photos.readings)
    assert (whole.photos, whole.right, whole.refused, whole.flagged) == (4, 2, 1, 0)
    assert (whole.wrong_but_flagged, whole.silently_wrong) == (0, 1)
    assert whole.share("right") == 0.5
    assert 0 < whole.median <= whole.percentile_95
    assert [each.photo.name for each in photos.silently_wrong] == ["5_c.webp"]
    assert {file.name for file in photos.left_out} == {"seven.png", "2_text.jpg"}
    for file in photos.left_out:
        assert ERROR.fullmatch(file.reason)


def test_a_wrong_answer_is_silent_only_if_it_is_not_flagged(tmp_path: Path) -> None:
    draw(tmp_path / "7_cross.png", CROSS)
    (cross,) = measure(tmp_path).readings
    assert cross.flagged
    assert cross.wrong_but_flagged
    assert not cross.silently_wrong
    (unflagged,) = evaluate_photos(shipped_engine(), tmp_path).readings
    assert not unflagged.flagged
    assert unflagged.silently_wrong


@pytest.mark.parametrize(
    ("read", "counts"),
    [
        (reading(3), (1, 0, 0, 0, 0)),
        (reading(3, flagged=True), (1, 0, 1, 0, 0)),
        (reading(None), (0, 1, 0, 0, 0)),
        (reading(5, flagged=True), (0, 0, 1, 1, 0)),
        (reading(5), (0, 0, 0, 0, 1)),
        (reading(0), (0, 0, 0, 0, 1)),
    ],
)
def test_right_refused_flagged_and_silently_wrong_are_apart(read: Reading, counts: tuple[int, ...]) -> None:
    part = tally([read])
    assert tuple(part.count(name) for name in photo_folder.COUNTS) == counts
    assert part.right + part.refused + part.wrong_but_flagged + part.silently_wrong == part.photos == 1


def test_times_are_the_median_and_the_95th_percentile() -> None:
    part = tally([reading(3, ms=ms) for ms in range(101)])
    assert (part.median, part.percentile_95) == (50, 95)


def test_an_index_gives_labels_kinds_and_groups(folder: Path) -> None:
    (folder / "7_folder" / "more.png").write_bytes((folder / "7_a.jpg").read_bytes())
    write_index(
        folder,
        [
            {"file": "7_a.jpg", "label": 7, "kind": "scan", "group": "a"},
            {"file": "seven.png", "label": " 7 ", "kind": "photo", "group": "b"},
            {"file": "5_c.webp", "label": 7, "kind": "photo", "group": "b"},
            {"file": "7_folder/more.png", "label": 7, "kind": "photo", "group": ""},
            {"file": "1_b.png", "label": 12, "kind": "photo", "group": "b"},
            {"file": "1_b.png", "label": "one", "kind": "photo", "group": "b"},
            {"file": "missing.png", "label": 1, "kind": "photo", "group": "b"},
        ],
    )
    photos = measure(folder)
    assert [each.photo.label for each in photos.readings] == [7, 7, 7, 7]
    kinds = by_kind(photos.readings)
    assert {kind: (part.photos, part.right) for kind, part in kinds.items()} == {"photo": (3, 2), "scan": (1, 1)}
    groups = by_group(photos.readings)
    assert {group: (part.photos, part.right) for group, part in groups.items()} == {"b": (2, 1), "-": (1, 1), "a": (1, 1)}
    assert next(iter(groups)) == "b"
    assert [file.name for file in photos.left_out] == ["1_b.png", "1_b.png", "missing.png"]


def test_an_index_needs_neither_kinds_nor_groups(folder: Path) -> None:
    (folder / "index.csv").write_bytes(b"\xef\xbb\xbflabel,file\r\n7,7_a.jpg\r\n\r\n1,1_b.png\r\n3\r\n")
    photos, left_out = list_photos(folder)
    assert [(photo.name, photo.label, photo.kind, photo.group) for photo in photos[:2]] == [
        ("7_a.jpg", 7, "", ""),
        ("1_b.png", 1, "", ""),
    ]
    assert left_out == []
    result = measure(folder)
    assert len(result.left_out) == 1  # the line without a file
    assert by_kind(result.readings) == by_group(result.readings) == {}


def test_the_worst_groups_come_first_and_the_text_has_ten() -> None:
    readings = [
        reading(3 if at < good else 5, group=f"group {good:02}", name=f"3_{good}_{at}.png")
        for good in range(13)
        for at in range(12)
    ]
    photos = photo_folder.PhotoEvaluation("network", tuple(readings), ())
    assert list(by_group(readings)) == [f"group {good:02}" for good in range(13)]
    table = photos_text(photos).split("\n\n")[1]
    assert [line.split()[1] for line in table.splitlines()[2:]] == [f"{good:02}" for good in range(WORST_GROUPS)]
    assert "the worst 10 of 13" in table
    assert [each["group"] for each in photos_json(photos)["groups"]] == list(by_group(readings))


def test_a_silent_group_is_worse_than_one_that_is_flagged() -> None:
    readings = [reading(5, flagged=True, group="flagged"), reading(5, group="silent"), reading(3, group="good")]
    assert list(by_group(readings)) == ["silent", "flagged", "good"]


def test_names_cannot_control_the_terminal() -> None:
    name = "3_\x1b[2J\n.png"
    left_out = (photo_folder.LeftOut(name, "Why. What."),)
    photos = photo_folder.PhotoEvaluation("network", (reading(5, name=name, kind=name, group=name),), left_out)
    assert photos_text(photos).count(r"3_\x1b[2J\n.png") == 4
    assert "\x1b" not in photos_text(photos)
    assert photos_json(photos)["left_out"][0]["file"] == name


LONG = "a long name " * 15


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("empty", {}),
        ("names", {"seven.png": b"", LONG: b""}),
        ("texts", {"7_a.png": b"no picture"}),
        ("columns", {"index.csv": b"name;digit\n" + 50 * b"column,"}),
        ("nothing", {"index.csv": b""}),
        ("labels", {"index.csv": f"file,label\n{LONG},{LONG}".encode()}),
        ("code page", {"index.csv": b"file,label\nf\xfcnf.png,5"}),
        ("missing files", {"index.csv": f"file,label\n{LONG},7".encode()}),
        ("huge field", {"index.csv": b"file,label\n" + b"x" * 200_000 + b",5"}),
    ],
)
def test_a_folder_without_photos_is_refused(
    name: str, files: dict[str, bytes], tmp_path: Path, refuses: Callable[..., Any]
) -> None:
    folder = tmp_path / (LONG + name)
    folder.mkdir()
    for file, content in files.items():
        (folder / file).write_bytes(content)
    with refuses(DataError):
        measure(folder)
    with pytest.raises(DataError) as caught:
        measure(folder)
    assert len(str(caught.value)) <= 300


def test_a_missing_folder_is_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    draw(tmp_path / "7_a.png", SEVEN)
    for folder in (tmp_path / "missing", tmp_path / "7_a.png"):
        with refuses(DataError, folder.name):
            measure(folder)


def test_progress_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_folder, "_BETWEEN_REPORTS", 2)
    for number in range(5):
        draw(tmp_path / f"7_{number}.png", SEVEN)
    reported: list[str] = []
    measure(tmp_path, reported.append)
    assert reported == ["Reading 5 photos ...", "Read 2 of 5 photos.", "Read 4 of 5 photos."]


def evaluate(*options: object) -> int:
    return cli.main(["evaluate", *map(str, options)])


def test_the_command_reports_the_photos_alone(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate("--photos", folder, "--json", tmp_path / "out.json") == 0
    output = capsys.readouterr()
    assert output.err.splitlines() == ["Reading 5 photos ..."]
    for words in ("Photos: 4", "5_c.webp: 5 read as 3 with ", "Left out: 2", "seven.png: ", "2_text.jpg: ", "silently wrong"):
        assert words in output.out
    assert "Test digits" not in output.out
    fields = json.loads((tmp_path / "out.json").read_text())
    assert {fields[name] for name in ("test", "pen", "corruptions", "non_digits")} == {None}
    photos = fields["photos"]
    assert photos["all"]["photos"] == 4
    assert photos["all"]["right"] == {"count": 2, "share": 0.5}
    assert photos["all"]["silently_wrong"] == photos["all"]["refused"] == {"count": 1, "share": 0.25}
    assert photos["all"]["median_ms"] > 0
    assert photos["kinds"] == {}
    assert photos["groups"] == []
    (error,) = photos["silently_wrong"]
    assert error.items() >= {"file": "5_c.webp", "label": 5, "read_as": 3}.items()
    assert 0.9 < error["confidence"] <= 1
    assert {file["file"] for file in photos["left_out"]} == {"seven.png", "2_text.jpg"}


def test_the_command_measures_digits_too_if_they_are_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mnistviz.evaluation.evaluation.SHAPE_SAMPLES", 2)
    out = tmp_path / "out.json"
    assert evaluate("--photos", folder, "--data", "bundled", "--samples", 1, "--json", out) == 0
    output = capsys.readouterr().out
    assert output.index("Test digits: 500") < output.index("Photos: 4")
    fields = json.loads(out.read_text())
    assert fields["test"]["digits"] == 500
    assert fields["photos"]["all"]["photos"] == 4
    assert evaluate("--samples", 1, "--json", out) == 0
    assert "Photos" not in capsys.readouterr().out
    assert json.loads(out.read_text())["photos"] is None


def test_the_command_refuses_a_folder_without_photos(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        assert evaluate("--photos", folder) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert ERROR.fullmatch(output.err.splitlines()[-1])
        assert str(folder.name) in output.err


def test_ctrl_c_stops_the_photos(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(photo_folder, "read_framing", interrupted)
    assert evaluate("--photos", folder) == cli.STOPPED
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.endswith("Stopped.\n")


def test_the_results_of_make_photos_have_the_table_and_no_file_names(folder: Path) -> None:
    section = "\n".join(real_photos(folder))
    assert "| all | 4 | 2 (50.0 %) | 1 (25.0 %) | 0 (0.0 %) | 0 (0.0 %) | 1 (25.0 %) |" in section
    assert "not part of the project" in section
    assert "left out: 2" in section
    for path in folder.iterdir():
        assert path.name not in section
    assert str(folder) not in section
