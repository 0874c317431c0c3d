"""Exported pages: everything is in one file, nothing in it can run but our script, and hostile texts stay texts."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import io
import json
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

import mnistviz
from mnistviz.codec import unpack
from mnistviz.export.data_block import data_block
from mnistviz.export.document import document, read_static, still_picture
from mnistviz.export.explorer_data import MOST_INK
from mnistviz.export.pad_record import MOST_POINTS, pad_record, read_pad_record
from mnistviz.export.page import export_page, scene_of, write_page
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, give_picture
from mnistviz.ink.scene import Scene
from mnistviz.locale import text
from mnistviz.locale.speech import LANGUAGES, spoken_here
from mnistviz.network.chain import chain_of
from mnistviz.network.edits import edit
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import listed_layers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.arrays import Array

SEVEN = Drawing([[(80, 70), (200, 70), (120, 230)]], brush=22)
LIMIT = 900_000
"""Bytes of a page."""


class Elements(html.parser.HTMLParser):
    """The elements of a page: name, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, _: str) -> None:
        self.found.append(("", {}, ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)

    def named(self, name: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for tag, attributes, text in self.found if tag == name]


def read_block(exported: str) -> tuple[dict[str, Any], dict[str, Array]]:
    """Reads the data of a page as its script does."""
    ((_, text),) = [one for one in Elements(exported).named("script") if one[0].get("id") == "mnistviz-data"]
    block = json.loads(text)
    planes = np.frombuffer(zlib.decompress(base64.b85decode(block["bytes"].replace(",", "<"))), np.uint8)
    buffer = planes.reshape(4, -1).T.tobytes()[: block["length"]]
    return unpack(block["content"], [buffer])


@pytest.fixture
def exported(tmp_path: Path) -> str:
    export_page(tmp_path / "page.html", drawing=SEVEN)
    return (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_page_is_small_and_names_no_other_file(exported: str) -> None:
    assert len(exported.encode()) < LIMIT
    markup = exported.replace(read_static("export.js"), "").replace(read_static("export.css"), "")
    assert "http:" not in markup
    assert "https:" not in markup
    assert "url(" not in read_static("export.css")
    everything = [pair for _, attributes, _ in Elements(exported).found for pair in attributes.items()]
    linked = [value for key, value in everything if key in {"src", "href"}]
    assert all(str(value).startswith("data:image/png;base64,") for value in linked)


def test_only_our_script_and_style_may_run(exported: str) -> None:
    elements = Elements(exported)
    (policy,) = [one.get("content") or "" for one, _ in elements.named("meta") if one.get("http-equiv")]
    (script,) = [text for one, text in elements.named("script") if one.get("type") == "module"]
    (style,) = [text for _, text in elements.named("style")]
    for name, content in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert [key for _, attributes, _ in elements.found for key in attributes if key.startswith("on") or key == "style"] == []


def test_the_data_are_network_drawing_and_samples(exported: str) -> None:
    header, arrays = read_block(exported)
    chain = chain_of(shipped_engine())
    assert chain is not None
    layers = json.loads(json.dumps(chain.layers))
    assert header["network"] == {"layers": layers}
    for name, array in chain.arrays.items():
        np.testing.assert_array_equal(arrays[f"network/{name}"], array)
    pad = {
        "strokes": [[[80, 70], [200, 70], [120, 230]]],
        "brush": 22,
        "settings": {},
        "picture": False,
        "given": None,
        "moment": None,
    }
    assert header["pads"] == [pad]
    assert header["traits"]["samples"] == {"given": False, "more": True}
    assert arrays["samples"].shape == (10, 10, 28, 28)
    images, labels = mnistviz.load_digits()
    np.testing.assert_array_equal(arrays["samples"][1], np.stack([images[labels == label][1] for label in range(10)]))
    assert {name for name in arrays if name.startswith("statistics/")}


def test_the_words_are_there_in_every_language(exported: str) -> None:
    header, _ = read_block(exported)
    assert header["words"].keys() == set(LANGUAGES)
    listed = listed_layers(shipped_engine().layers)
    for code, words in header["words"].items():
        with spoken_here(code):
            assert [layer["title"] for layer in words["traits"]["layers"]] == [layer.title for layer in listed]
            assert words["traits"]["note"] == text("export-note-shipped")
            assert (words["origin"], words["changes"]) == (text("edited-shipped"), [])
        assert words["names"] == list("0123456789")
        assert words["sentences"] == []
        assert header["traits"].keys() & words["traits"].keys() == set()


def test_an_edited_network_is_exported_as_it_is(tmp_path: Path) -> None:
    edited = edit().silence("conv1", 3).set_bias("logits", 3, 50)
    export_page(tmp_path / "page.html", edited, SEVEN)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    header, arrays = read_block(page)
    assert header["words"]["en"]["traits"]["note"] == edited.note
    for name, array in edited.chain.arrays.items():
        np.testing.assert_array_equal(arrays[f"network/{name}"], array)
    assert not arrays["network/conv1/kernel"][3].any()
    assert not any(name.startswith("statistics/") for name in arrays)
    ((image, _),) = Elements(page).named("img")
    assert "read as 3" in str(image["alt"])


def test_without_a_script_the_page_shows_the_picture(exported: str) -> None:
    ((image, _),) = Elements(exported).named("img")
    assert "read as 7" in str(image["alt"])
    png = base64.b64decode(str(image["src"]).partition(",")[2])
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.format == "PNG"
    blank = document("title", still_picture(0, "", "blank"), "{}")
    assert "JavaScript" in blank


def test_an_explorer_is_exported_with_its_drawing_and_settings(tmp_path: Path) -> None:
    explorer = mnistviz.explore(autosave=False)
    explorer.draw(SEVEN)
    explorer.frame_with(centre=False)
    explorer.export(tmp_path / "page.html")
    explorer.close()
    header, _ = read_block((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert header["pads"][0]["strokes"] == [[[80, 70], [200, 70], [120, 230]]]
    assert header["pads"][0]["settings"]["steps_off"] == ["centre"]


def test_a_picture_is_exported_with_its_ink_and_its_exact_digit(tmp_path: Path, ten_digits: Array) -> None:
    large = np.zeros((900, 900), np.float32)
    large[200:700, 400:470] = 1
    for source in (ten_digits[3], large):
        picture = frame_ink(source)
        write_page(tmp_path / "page.html", shipped_engine(), Scene(Drawing(brush=22), picture), {})
        header, arrays = read_block((tmp_path / "page.html").read_text(encoding="utf-8"))
        assert header["pads"][0]["picture"]
        np.testing.assert_array_equal(arrays["pads/0/digit"], picture.digit)
        ink = arrays["pads/0/ink"]
        assert ink.size <= MOST_INK
        if source is not large:
            np.testing.assert_allclose(ink / 255, source, atol=1e-6)
    assert (tmp_path / "page.html").stat().st_size < LIMIT


def test_a_hostile_text_stays_text() -> None:
    hostile = "</script><script>alert(1)</script><!-- <script>"
    block = data_block({"name": hostile}, {})
    assert "<" not in block
    assert json.loads(block)["content"]["name"] == hostile
    exported = document(hostile, still_picture(0, '"><script>alert(2)</script>', hostile), block)
    elements = Elements(exported)
    assert len(elements.named("script")) == 2
    assert [text for _, text in elements.named("title")] == [hostile]
    assert elements.named("img")[0][0]["alt"] == hostile


def test_a_model_that_the_page_cannot_run_is_refused(tmp_path: Path, refuses: Callable) -> None:
    class Unknown:
        layers, weights, note = shipped_engine().layers, {}, ""

    with refuses(ValueError, "network"):
        write_page(tmp_path / "page.html", Unknown(), Scene(Drawing()), {})  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path, refuses: Callable) -> None:
    with refuses(OSError, "page"):
        export_page(tmp_path / "missing" / "page.html")


@pytest.mark.parametrize("scene", [scene_of(None), scene_of(SEVEN)], ids=["blank", "drawing"])
def test_a_record_keeps_a_drawing(scene: Scene) -> None:
    record = pad_record(scene)
    assert record is not None
    kept = read_pad_record(record)
    assert (kept.drawing, kept.picture) == (scene.drawing, None)


def test_a_record_keeps_the_digit_of_a_picture(ten_digits: Array) -> None:
    record = pad_record(scene_of(ten_digits[5]))
    assert record is not None
    picture = read_pad_record(record).picture
    assert picture is not None
    np.testing.assert_allclose(picture.digit, ten_digits[5], atol=1 / 255)


def test_a_record_keeps_a_picture_that_was_fed_as_it_is(digits: tuple[Array, Array]) -> None:
    moved = np.roll(digits[0][7], 5, axis=1) / np.float32(255)  # off centre, which framing would take back
    record = pad_record(Scene(Drawing(brush=22), give_picture(moved, "cat: as it is")))
    assert record is not None
    picture = read_pad_record(record).picture
    assert picture is not None
    assert picture.given == "cat: as it is"
    np.testing.assert_array_equal(picture.digit, moved)


def test_a_very_long_drawing_is_not_kept() -> None:
    assert pad_record(Scene(Drawing([[(x % 280, x % 280) for x in range(MOST_POINTS + 1)]]))) is None


@pytest.mark.parametrize(
    "record", ["", "[]", "{}", '{"strokes": 7}', 5, {"strokes": [[["<script>", 1]]]}, '{"strokes": [], "digit": "AAAA"}', None]
)
def test_a_damaged_record_is_refused(record: Any) -> None:
    with pytest.raises(ValueError, match=r"drawing|stroke|reshape|codec"):
        read_pad_record(record)
