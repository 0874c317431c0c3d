"""The moving pictures of README.md and docs/: those that the tool makes, small, and not endless."""

from pathlib import Path

import pytest
from PIL import Image

from tools.record_use import DOCS, RECORDINGS

LONGEST = {"use": 32_000}
MOST_BYTES = {"use": 2_200_000}
READERS = [DOCS.parent / "README.md", DOCS.parent / "README.de.md", DOCS / "course.md"]


def test_each_is_made_by_the_tool_and_shown_with_words() -> None:
    texts = [path.read_text("utf-8") for path in READERS]
    assert {path.stem for path in DOCS.glob("*.webp")} == set(RECORDINGS)
    for name in RECORDINGS:
        assert any(f"{name}.webp)" in text for text in texts)
        assert not any(f"![]({name}.webp)" in text or f"![](docs/{name}.webp)" in text for text in texts)


@pytest.mark.parametrize("path", [DOCS / f"{name}.webp" for name in RECORDINGS], ids=lambda path: path.stem)
def test_it_begins_still_is_small_and_ends(path: Path) -> None:
    times = []
    with Image.open(path) as picture:
        assert picture.info["loop"] == 2
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            picture.load()
            times.append(picture.info["duration"])
    assert times[0] >= 500
    assert 5_000 <= sum(times) <= LONGEST.get(path.stem, 15_000)
    assert path.stat().st_size <= MOST_BYTES.get(path.stem, 450_000)
