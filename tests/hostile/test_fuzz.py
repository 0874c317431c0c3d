"""Random and mutated files and drawings are read or refused, without warnings. `make fuzz` tries thousands of them."""

from __future__ import annotations

import json
import struct
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mnistviz.ink.drawing import Drawing
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import SeveralDigitsWarning, read_digit
from tests.support.errors import ERROR

from .builders import PNG_SIGNATURE, chunk, exif_of, png, saved, seven, tiff

pytestmark = pytest.mark.thorough

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


def bases(kind: str) -> list[bytes]:
    """Makes intact files of one format, as different as the format allows."""
    small = seven(0.3)
    colour, palette = small.convert("RGB"), small.convert("P")
    clear = Image.merge("LA", (Image.new("L", small.size), small.point(lambda level: 255 - level))).convert("RGBA")
    several: dict[str, Any] = {"save_all": True, "append_images": [Image.new("L", small.size, 255)]}
    return {
        "PNG": [
            saved(small, "PNG", exif=exif_of(6)),
            saved(clear, "PNG"),
            saved(palette, "PNG", transparency=bytes([255] * 200 + [0] * 56)),
            saved(small, "PNG", **several),
            saved(Image.fromarray(np.asarray(small, np.uint16) * 257), "PNG"),
        ],
        "JPEG": [
            saved(small, "JPEG", exif=exif_of(5)),
            saved(colour, "JPEG", progressive=True, restart_marker_blocks=4),
            saved(colour.convert("CMYK"), "JPEG"),
        ],
        "WEBP": [saved(small, "WEBP", exif=exif_of(3)), saved(clear, "WEBP", lossless=True), saved(small, "WEBP", **several)],
        "GIF": [saved(small, "GIF", comment=b"seven"), saved(palette, "GIF", transparency=3), saved(small, "GIF", **several)],
        "BMP": [
            saved(small, "BMP"),
            saved(colour, "BMP"),
            saved(colour.convert("RGBA"), "BMP"),
            saved(small.convert("1"), "BMP"),
        ],
        "TIFF": [
            saved(small, "TIFF"),
            saved(colour, "TIFF"),
            saved(small.convert("1"), "TIFF"),
            tiff(small.size, small.tobytes(), order=">"),
        ],
    }[kind]


BASES = {kind: bases(kind) for kind in KINDS}


def is_digit(digit: Any) -> bool:
    """Whether a result is what every reader promises."""
    return digit.shape == (28, 28) and digit.dtype == np.float32 and bool((digit >= 0).all() and (digit <= 1).all())


def read_or_refuse(content: bytes) -> None:
    """Fails the test on anything but a digit or a PictureError, and on any warning but that there are several digits."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            assert is_digit(read_digit(content))
        except PictureError as error:
            assert ERROR.fullmatch(str(error))  # noqa: PT017
            assert len(str(error)) <= 300  # noqa: PT017
    assert [str(warning.message) for warning in said if warning.category is not SeveralDigitsWarning] == []


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> bytes:
    """Damages an intact file in a few places, more often near its beginning, where the headers are."""
    content = bytearray(draw(st.sampled_from(BASES[kind])))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.one_of(st.integers(0, 63), st.integers(0, len(content)))) % (len(content) or 1)
        accident = draw(st.sampled_from(["flip", "set", "number", "cut", "repeat", "splice", "insert", "truncate"]))
        length = draw(st.integers(1, 40))
        if accident == "flip" and content:
            content[place] ^= 1 << draw(st.integers(0, 7))
        elif accident == "set" and content:
            content[place] = draw(st.integers(0, 255))
        elif accident == "number":
            number = draw(st.sampled_from([0, 1, 2**7, 2**15 - 1, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 20_000]))
            content[place : place + 4] = struct.pack(draw(st.sampled_from(["<I", ">I"])), number)
        elif accident == "cut":
            del content[place : place + length]
        elif accident == "repeat":
            content[place:place] = content[place : place + length] * draw(st.integers(1, 5))
        elif accident == "splice":
            other = draw(st.sampled_from(BASES[draw(st.sampled_from(KINDS))]))
            begin = draw(st.integers(0, len(other)))
            content[place : place + length] = other[begin : begin + length]
        elif accident == "insert":
            content[place:place] = draw(st.binary(max_size=40))
        elif accident == "truncate" and draw(st.integers(0, 3)) == 0:
            del content[place:]
    return bytes(content)


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_mutated_files(kind: str, data: st.DataObject) -> None:
    read_or_refuse(data.draw(mutated(kind)))


@given(st.data())
def test_random_bytes(data: st.DataObject) -> None:
    begin = data.draw(st.sampled_from([b"", *(files[0][:33] for files in BASES.values())]))
    read_or_refuse(begin + data.draw(st.binary(max_size=400)))


@given(st.data())
def test_png_chunks_that_lie(data: st.DataObject) -> None:
    """Changes chunks in length, kind or content, with a right or a wrong checksum, which must not be the only protection."""
    content, place, parts = data.draw(st.sampled_from(BASES["PNG"])), 8, []
    while place < len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        parts.append((kind, bytearray(content[place + 8 : place + 8 + length])))
        place += 12 + length
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(0, len(parts) - 1))
        kind, body = parts[number]
        change = data.draw(st.sampled_from(["byte", "content", "kind", "repeat", "drop", "swap"]))
        if change == "byte" and body:
            body[data.draw(st.integers(0, min(len(body), 40) - 1))] = data.draw(st.integers(0, 255))
        elif change == "content":
            parts[number] = kind, bytearray(data.draw(st.binary(max_size=60)))
        elif change == "kind":
            parts[number] = (
                data.draw(st.sampled_from([b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"eXIf", b"zTXt", b"fcTL", b"IEND"])),
                body,
            )
        elif change == "repeat":
            parts.insert(number, (kind, bytearray(body)))
        elif change == "drop" and len(parts) > 1:
            del parts[number]
        elif change == "swap":
            parts[number], parts[0] = parts[0], parts[number]
    written = [chunk(kind, bytes(body)) for kind, body in parts]
    if data.draw(st.booleans()):
        number = data.draw(st.integers(0, len(written) - 1))
        length = data.draw(st.sampled_from([0, 1, len(written[number]), 2**31 - 1, 2**32 - 1]))
        written[number] = struct.pack(">I", length) + written[number][4:]
    read_or_refuse(PNG_SIGNATURE + b"".join(written))


@given(
    st.integers(0, 300),
    st.integers(0, 300),
    st.sampled_from([1, 2, 4, 8, 16]),
    st.sampled_from([0, 2, 3, 4, 6]),
    st.binary(max_size=500),
)
def test_png_headers_that_lie(width: int, height: int, depth: int, colour: int, rows: bytes) -> None:
    read_or_refuse(png((width, height), [rows], depth=depth, colour=colour))


@given(st.data())
def test_exif_that_lies(data: st.DataObject) -> None:
    order, sign = data.draw(st.sampled_from([("<", b"II*\0"), (">", b"MM\0*")]))
    entries = data.draw(
        st.lists(st.tuples(st.sampled_from([0x0112, 0, 0x8769, 65535]), *[st.integers(0, 2**16 - 1)] * 4), max_size=5)
    )
    packed = b"".join(struct.pack(order + "HHIHH", *entry) for entry in entries)
    begin, count = data.draw(st.integers(0, 2**32 - 1) | st.just(8)), data.draw(st.integers(0, 2**16 - 1) | st.just(len(entries)))
    exif = sign + struct.pack(order + "IH", begin, count) + packed
    read_or_refuse(saved(seven(0.3), "JPEG", exif=b"Exif\0\0" + exif))
    whole = saved(seven(0.3), "PNG")
    read_or_refuse(whole[:33] + chunk(b"eXIf", exif) + whole[33:])


def load_or_refuse(text: Any) -> None:
    """Fails the test on anything but a drawing or a ValueError that says what to do."""
    try:
        drawing = Drawing.from_json(text)
    except ValueError as error:
        assert type(error) is ValueError  # noqa: PT017
        assert ERROR.fullmatch(str(error))  # noqa: PT017
        assert len(str(error)) <= 300  # noqa: PT017
    else:
        assert drawing == Drawing.from_json(drawing.to_json())


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["strokes", "brush", "x"]), inner, max_size=3),
)


@given(ANY_JSON | st.fixed_dictionaries({"strokes": ANY_JSON}, optional={"brush": ANY_JSON}))
def test_any_json_is_a_drawing_or_refused(value: Any) -> None:
    load_or_refuse(json.dumps(value))


@given(st.data())
def test_mutated_drawings(data: st.DataObject) -> None:
    text = list(Drawing([[(1, 2), (3.5, 4)], [(5, 6e3)]], 2).to_json())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(text)))
        text[place : place + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from(
                ["", "[", "]", "{", "}", ",", ":", "-", "e400", "NaN", "Infinity", "null", "true", '"', "9" * 5000, "\ud800"]
            )
            | st.text(max_size=3)
        )
    load_or_refuse("".join(text))
    load_or_refuse("".join(text).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200) | st.text(max_size=200) | st.none() | st.integers())
def test_anything_else_is_not_a_drawing(value: Any) -> None:
    load_or_refuse(value)


def test_the_mutations_reach_the_pixels() -> None:
    """A fuzzer would prove nothing if every file were refused by its header."""
    for kind in KINDS:
        for content in BASES[kind]:
            assert is_digit(read_digit(content))
    damaged = bytearray(BASES["PNG"][0])
    place = damaged.index(b"IDAT") + 20
    damaged[place] ^= 1
    with pytest.raises(PictureError, match="damaged"):
        read_digit(bytes(damaged))
