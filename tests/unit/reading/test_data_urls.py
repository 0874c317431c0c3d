"""Data URLs: the same digit as the file in them, and a sentence for everything else that begins with `data:`."""

from __future__ import annotations

import base64
import io
import tracemalloc
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_digit
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def file_of_seven(kind: str) -> bytes:
    """Returns a black seven on white in one of Pillow's formats."""
    page = Image.new("L", (140, 140), 255)
    ImageDraw.Draw(page).line(((30, 30), (100, 30), (60, 120)), fill=0, width=12)
    file = io.BytesIO()
    page.save(file, kind)
    return file.getvalue()


PNG = file_of_seven("PNG")
CODED = base64.b64encode(PNG).decode("ascii")
URL = f"data:image/png;base64,{CODED}"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_the_same_digit_as_the_file(kind: str) -> None:
    content = file_of_seven(kind)
    url = f"data:image/{kind.lower()};base64,{base64.b64encode(content).decode('ascii')}"
    np.testing.assert_array_equal(read_digit(url), read_digit(content))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(f"DATA:IMAGE/PNG;BASE64,{CODED}", id="capitals"),
        pytest.param(f"  {URL}\n", id="spaces around"),
        pytest.param(f"data:image/jpeg;base64,{CODED}", id="another kind of picture than it says"),
        pytest.param(f"data:image/svg+xml;base64,{CODED}", id="a PNG that says it is SVG"),
        pytest.param(f"data:image/png;charset=utf-8;base64,{CODED}", id="a parameter"),
        pytest.param("data:image/png;base64,\n" + "\r\n".join(CODED[i : i + 76] for i in range(0, len(CODED), 76)), id="lines"),
    ],
)
def test_it_may_be_written_in_many_ways(url: str) -> None:
    np.testing.assert_array_equal(read_digit(url), read_digit(PNG))


@pytest.mark.parametrize(
    ("url", "word"),
    [
        pytest.param("data:", "damaged", id="nothing"),
        pytest.param("data:image/png;base64", "damaged", id="no comma"),
        pytest.param("data:image/png;base64,", "empty", id="no data"),
        pytest.param(URL[: len(URL) // 8 * 4 + 1], "damaged", id="cut within a group"),
        *(pytest.param(f"data:image/png;base64,{CODED[: 4 * n]}", "damaged", id=f"cut after {4 * n}") for n in (1, 8, 20, 40)),
        pytest.param(f"data:image/png;base64,{CODED[:40]}%{CODED[41:]}", "damaged", id="another character"),
        pytest.param(f"data:image/png;base64,{CODED[:40]}\u00e4{CODED[41:]}", "damaged", id="a letter beyond ASCII"),
        pytest.param(f"data:image/png;base64,{CODED[:40]}\ud800{CODED[41:]}", "damaged", id="a lone surrogate"),
        pytest.param(f"data:,{CODED}", "data:", id="no kind"),
        pytest.param("data:text/html,<script>alert(1)</script>", "data:text/html", id="a page"),
        pytest.param("data:text/plain;base64,aGVsbG8=", "data:text/plain;base64", id="text"),
        pytest.param(f"data:application/pdf;base64,{CODED}", "data:application/pdf;base64", id="a document"),
        pytest.param(f"data:image/png,{CODED}", "data:image/png", id="not in base64"),
        pytest.param(f"data:{'x' * 10_000},{CODED}", "xxx ... xxx", id="a long kind"),
        pytest.param("data:image/svg+xml;base64,PHN2Zy8+", "SVG", id="a drawing"),
        pytest.param("data:image/png;base64," + "A" * 100_000_000, "the limit is 8 MB", id="100 MB"),
        pytest.param("data:image/png;base64," + "A" * 12_000_000, "the limit is 8 MB", id="just above the limit"),
        pytest.param("data:image/png;base64," + " " * 12_000_000, "empty", id="only spaces"),
        pytest.param("data:" + "," * 15_000_000, "data:", id="only commas"),
    ],
)
def test_others_are_refused(url: str, word: str, refuses: Callable[..., Any]) -> None:
    tracemalloc.start()
    try:
        with refuses(PictureError, word):
            read_digit(url)
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()


def test_a_data_url_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data:seven.png").write_bytes(PNG)
    with refuses(PictureError, "data URL"):
        read_digit("data:seven.png")
    np.testing.assert_array_equal(read_digit(tmp_path / "data:seven.png"), read_digit(PNG))
    with refuses(PictureError, "File not found"):
        read_digit("database.png")


@given(st.text(max_size=60) | st.text("data:image/png;base64,AAAA=\n", max_size=60))
def test_any_text_behind_the_scheme_is_refused(rest: str) -> None:
    with pytest.raises(PictureError) as caught:
        read_digit(f"data:{rest}")
    assert ERROR.fullmatch(str(caught.value))
    assert len(str(caught.value)) <= 300
