"""Pictures: every format gives the same digit, and every bad picture gets an error that says what is wrong and what to do."""

from __future__ import annotations

import io
import os
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image, ImageDraw, ImageFile

from mnistviz.ink.drawing import Drawing
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_digit
from mnistviz.reading.pixels import WORKING_SIDE, image_pixels
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Array = np.ndarray[Any, Any]

SEVEN = ((60, 60), (200, 62), (180, 110), (120, 240))
BRUSH = 24


def paper() -> Image.Image:
    """Returns a clean scan: a black seven on white, 280x280, drawn by Pillow and not by mnistviz."""
    page = Image.new("L", (280, 280), 255)
    draw = ImageDraw.Draw(page)
    draw.line(SEVEN, fill=0, width=BRUSH)
    for x, y in SEVEN:
        draw.ellipse((x - BRUSH / 2, y - BRUSH / 2, x + BRUSH / 2, y + BRUSH / 2), fill=0)
    return page


PAPER = paper()
GREY = np.asarray(PAPER)
EXPECTED = read_digit(PAPER)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png_of(width: int, height: int, rows: bytes, *, depth: int = 8, colour: int = 0) -> bytes:
    """Makes a PNG by hand, with any size in its header."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def turned(orientation: int) -> bytes:
    """Returns a JPEG stored on its side, with the EXIF orientation that puts it upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    undo = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    return saved(PAPER.transpose(undo[orientation]), "JPEG", quality=95, exif=exif)


def on_glass() -> Image.Image:
    """Returns black ink on transparent black, so that only the alpha channel shows the ink."""
    return Image.merge("LA", (Image.new("L", PAPER.size, 0), Image.fromarray(255 - GREY)))


def with_shuffled_palette() -> Image.Image:
    """Returns white paper as colour 7 and black ink as colour 200, so that the indices do not tell the greys."""
    image = Image.fromarray(np.where(GREY > 127, 7, 200).astype(np.uint8), "L").convert("L")
    image = Image.frombytes("P", image.size, image.tobytes())
    colours = [90] * 768
    colours[21:24], colours[600:603] = [255] * 3, [0] * 3
    image.putpalette(colours)
    return image


SAME_DIGIT: dict[str, Any] = {
    "PNG": saved(PAPER, "PNG"),
    "PNG, RGB": saved(PAPER.convert("RGB"), "PNG"),
    "PNG, black and white": saved(PAPER.convert("1"), "PNG"),
    "PNG, palette": saved(with_shuffled_palette(), "PNG"),
    "PNG, palette with a transparent colour": saved(with_shuffled_palette(), "PNG", transparency=7),
    "PNG, alpha": saved(on_glass(), "PNG"),
    "PNG, RGBA": saved(on_glass().convert("RGBA"), "PNG"),
    "PNG, 16 bit": saved(Image.fromarray(GREY.astype(np.uint16) * 257), "PNG"),
    "PNG, 16 bit, light on dark": saved(Image.fromarray((255 - GREY).astype(np.uint16) * 257), "PNG"),
    "PNG, 16 bit, dim": saved(Image.fromarray(GREY.astype(np.uint16) * 100), "PNG"),
    "PNG, light on dark": saved(Image.fromarray(255 - GREY), "PNG"),
    "PNG, grey on grey": saved(PAPER.point(lambda value: 90 + value // 4), "PNG"),
    "PNG, turned": saved(
        PAPER.transpose(Image.Transpose.ROTATE_90),
        "PNG",
        exif=b"Exif\x00\x00" + b"MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
    ),
    "JPEG": saved(PAPER, "JPEG", quality=90),
    "JPEG, RGB": saved(PAPER.convert("RGB"), "JPEG", quality=75),
    "JPEG, CMYK": saved(PAPER.convert("RGB").convert("CMYK"), "JPEG", quality=90),
    "JPEG, upside down": turned(3),
    "JPEG, on its left side": turned(6),
    "JPEG, on its right side": turned(8),
    "WEBP": saved(PAPER, "WEBP", quality=80),
    "WEBP, lossless, alpha": saved(on_glass().convert("RGBA"), "WEBP", lossless=True),
    "GIF": saved(PAPER, "GIF"),
    "GIF, animated": saved(PAPER, "GIF", save_all=True, append_images=[Image.new("L", PAPER.size, 255)]),
    "BMP": saved(PAPER, "BMP"),
    "BMP, RGB": saved(PAPER.convert("RGB"), "BMP"),
    "TIFF": saved(PAPER, "TIFF"),
    "TIFF, RGB": saved(PAPER.convert("RGB"), "TIFF"),
    "TIFF, black and white": saved(PAPER.convert("1"), "TIFF"),
    "TIFF, 16 bit": saved(Image.fromarray(GREY.astype(np.uint16) * 257), "TIFF"),
    "PIL image": PAPER,
    "PIL image, light on dark": Image.fromarray(255 - GREY),
    "uint8": GREY,
    "uint8, RGB": np.stack([GREY] * 3, axis=2),
    "uint8, RGBA": np.asarray(on_glass().convert("RGBA")),
    "uint8, turned view": np.asfortranarray(GREY)[::-1][::-1],
    "uint16": GREY.astype(np.uint16) * 257,
    "int64": GREY.astype(np.int64),
    "bool": GREY > 127,
    "bool, ink is True": GREY < 128,
    "float32": GREY.astype(np.float32) / 255,
    "float64, light on dark": 1 - GREY / 255,
    "float16": (GREY / 255).astype(np.float16),
    "float32, 0..255": GREY.astype(np.float32),
    "bytearray": bytearray(saved(PAPER, "PNG")),
    "memoryview": memoryview(saved(PAPER, "PNG")),
}


@pytest.mark.parametrize("name", SAME_DIGIT)
def test_the_same_digit_in_every_format(name: str) -> None:
    digit = read_digit(SAME_DIGIT[name])
    assert digit.shape == (28, 28)
    assert digit.dtype == np.float32
    assert digit.min() >= 0
    assert digit.max() <= 1
    # Lossy formats shift edges a little, and the ink finder sees light ink and low contrasts a little differently.
    is_alike = (
        not any(what in name for what in ("JPEG", "light on dark", "dim", "grey on grey", "ink is True")) and name != "WEBP"
    )
    tolerance = 1e-3 if is_alike else 0.01
    assert np.abs(digit - EXPECTED).mean() <= tolerance


def test_a_scan_and_its_strokes_are_the_same_digit() -> None:
    drawn = read_digit(Drawing([SEVEN], BRUSH))
    moved = [np.roll(drawn, (down, right), axis=(0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]  # rounding of the centre
    assert min(np.abs(EXPECTED - digit).mean() for digit in moved) <= 0.02


def test_paths_and_file_objects_are_read(tmp_path: Path) -> None:
    path = tmp_path / "seven.png"
    path.write_bytes(saved(PAPER, "PNG"))
    with path.open("rb") as file:
        for source in (path, str(path), file):
            np.testing.assert_array_equal(read_digit(source), EXPECTED)


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "seven.txt"
    path.write_bytes(saved(PAPER, "PNG"))
    np.testing.assert_array_equal(read_digit(path), EXPECTED)


@pytest.mark.parametrize("rotation", [90, 180])
def test_a_turned_digit_without_exif_stays_turned(rotation: int) -> None:
    assert np.abs(read_digit(PAPER.rotate(rotation)) - EXPECTED).mean() > 0.05


JPEG = saved(PAPER, "JPEG", quality=90)
NOT_A_NUMBER = np.where(GREY == 0, np.nan, 1.0)
BAD: dict[str, Any] = {
    "empty bytes": b"",
    "empty file object": io.BytesIO(),
    "text": b"this is not a picture\n",
    "text file object": io.StringIO("this is not a picture"),
    "HTML": b"<!doctype html><html><body>404</body></html>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "TIFF, compressed": saved(PAPER, "TIFF", compression="tiff_lzw"),
    "TIFF, two pages": saved(PAPER, "TIFF", save_all=True, append_images=[PAPER]),
    "another picture format, PPM": saved(PAPER, "PPM"),
    "signature only": b"\x89PNG\r\n\x1a\n",
    "PNG without pixels": saved(PAPER, "PNG")[:60],
    "PNG, half": saved(PAPER, "PNG")[: len(saved(PAPER, "PNG")) // 2],
    "GIF, half": saved(PAPER, "GIF")[: len(saved(PAPER, "GIF")) // 2],
    "WEBP, half": saved(PAPER, "WEBP")[: len(saved(PAPER, "WEBP")) // 2],
    "BMP, half": saved(PAPER, "BMP")[: len(saved(PAPER, "BMP")) // 2],
    "over 8 MB": b"\x89PNG\r\n\x1a\n" + bytes(8 * 2**20),
    "over 8 MB, file object": io.BytesIO(bytes(8 * 2**20 + 1)),
    "even grey": Image.new("L", (50, 50), 128),
    "nearly even grey": np.full((50, 50), 128, np.uint8) + np.eye(50, dtype=np.uint8) * 3,
    "even grey, 28x28": np.zeros((28, 28), np.float32),
    "one pixel": np.ones((1, 1)),
    "no pixels": Image.new("L", (0, 5)),
    "zero-size array": np.zeros((0, 28)),
    "zero-size colour array": np.zeros((0, 0, 3), np.uint8),
    "no dimension": np.array(3.0),
    "1-D": np.zeros(784),
    "3-D batch": np.zeros((2, 28, 28), np.float32),
    "float colour": np.zeros((28, 28, 3)),
    "two channels": np.zeros((28, 28, 2), np.uint8),
    "4-D": np.zeros((1, 28, 28, 1), np.float32),
    "text array": np.array([["a", "b"]]),
    "object array": np.array([[None, 1], [2, 3]], dtype=object),
    "complex array": np.zeros((28, 28), complex),
    "date array": np.zeros((28, 28), "datetime64[s]"),
    "record array": np.zeros((28, 28), [("x", "f4")]),
    "NaN in an array": NOT_A_NUMBER,
    "NaN in a 28x28 array": np.where(np.eye(28, dtype=bool), np.nan, 1).astype(np.float32),
    "infinite": np.where(GREY == 0, np.inf, 1.0),
    "negative float": GREY / 255 - 0.5,
    "negative integer": GREY.astype(np.int16) - 1,
    "integer over 65535": GREY.astype(np.int64) * 1000,
    "array with too long a side": np.zeros((12_001, 2), bool),
    "NaN in a PIL image": Image.fromarray(NOT_A_NUMBER.astype(np.float32) * 255),
    "infinite in a PIL image": Image.fromarray(np.where(GREY == 0, np.inf, 1.0).astype(np.float32)),
    "PIL image of a truncated file": Image.open(io.BytesIO(JPEG[: len(JPEG) // 2])),
    "list": [[0, 1], [1, 0]],
    "number": 7,
    "None": None,
    "missing": "no-such-file.png",
    "path with NUL": "seven\x00.png",
    "path that is far too long": "x" * 5000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_is_refused(name: str, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError):
        read_digit(BAD[name])


@pytest.mark.parametrize("cut", [1, 2, 20, 200, len(JPEG) // 4, len(JPEG) // 2, len(JPEG) - 200, len(JPEG) - 2])
def test_a_truncated_jpeg_is_refused(cut: int, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, "damaged"):
        read_digit(JPEG[:-cut])


@pytest.mark.parametrize(
    "mode",
    ["1", "L", "P", "LA", "PA", "La", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr", "LAB", "HSV", "I", "I;16", "I;16B", "F"],
)
def test_every_mode_of_pillow_is_read_or_refused(mode: str) -> None:
    image = Image.new(mode, (40, 40))
    try:
        digit = read_digit(image)
    except PictureError as error:
        assert ERROR.fullmatch(str(error))  # noqa: PT017
    else:
        assert digit.shape == (28, 28)


def test_files_that_are_not_pictures_are_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    text = tmp_path / "text.png"
    text.write_text("this is not a picture\n")
    empty = tmp_path / "empty.png"
    empty.touch()
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(8 * 2**20 + 1)
    for source, word in (
        (text, "damaged"),
        (empty, "empty"),
        (tmp_path, "folder"),
        (tmp_path / "none.png", "File not found"),
        (large, "8.1 MB; the limit is 8 MB"),
    ):
        with refuses(PictureError, word):
            read_digit(source)
        with refuses(PictureError, word):
            read_digit(str(source))


@pytest.mark.posix
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with refuses(PictureError, "pipe", "Check the name"):
        read_digit(tmp_path / "pipe.png")


@pytest.mark.posix
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin", "/dev/null"])
def test_devices_are_refused_without_reading(path: str, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, "device"):
        read_digit(path)


@pytest.mark.posix
def test_links_lead_to_their_file_or_are_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    (tmp_path / "seven.png").write_bytes(saved(PAPER, "PNG"))
    (tmp_path / "link.png").symlink_to("seven.png")
    np.testing.assert_array_equal(read_digit(tmp_path / "link.png"), EXPECTED)
    for name, target in {"lost.png": "none.png", "circle.png": "circle.png", "zero.png": "/dev/zero"}.items():
        (tmp_path / name).symlink_to(target)
        with refuses(PictureError, "Check the name"):
            read_digit(tmp_path / name)


@pytest.mark.parametrize("name", ["\ud800.png", "a\nb.png", "x" * 300, "", "."])
def test_names_without_a_file_are_refused(name: str, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, "Check the name"):
        read_digit(name)


class OddFile:
    """A file object with scripted answers."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)

    def read(self, size: int = -1) -> Any:
        """Gives the next answer: raises an exception, calls a function, returns anything else."""
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, BaseException):
            raise answer
        return answer(size) if callable(answer) else answer


def test_a_file_object_may_give_little_at_a_time() -> None:
    content = saved(PAPER, "PNG")
    pieces = [content[place : place + 100] for place in range(0, len(content), 100)]
    np.testing.assert_array_equal(read_digit(OddFile(*pieces, b"")), EXPECTED)


@pytest.mark.parametrize(
    ("file", "word"),
    [
        pytest.param(OddFile(OSError("the disk is gone")), "the disk is gone", id="raises"),
        pytest.param(OddFile(RuntimeError()), "RuntimeError", id="raises without a message"),
        pytest.param(OddFile(b"\x89PNG", KeyError("later")), "later", id="raises later"),
        pytest.param(OddFile("text"), "rb", id="text"),
        pytest.param(OddFile(5), "rb", id="a number"),
        pytest.param(OddFile(None), "empty", id="nothing yet"),
        pytest.param(OddFile(bytes), "8 MB", id="never ends"),
        pytest.param(OddFile(bytes(1000)), "8 MB", id="never ends, in pieces"),
        pytest.param(OddFile(lambda size: bytes(size + 1)), "8 MB", id="more than asked for"),
        pytest.param(OddFile(b""), "empty", id="empty"),
    ],
)
def test_odd_file_objects_are_refused(file: Any, word: str, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, word):
        read_digit(file)


def test_a_closed_file_object_is_refused(refuses: Callable[..., Any]) -> None:
    file = io.BytesIO(saved(PAPER, "PNG"))
    file.close()
    with refuses(PictureError, "Can't read the file object"):
        read_digit(file)


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (12_001, 8), (8, 12_001), (6000, 6000), (2**31 - 1, 2**31 - 1)])
def test_too_many_pixels_are_refused_before_they_are_decoded(
    width: int, height: int, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]
) -> None:
    def decode(*_: object) -> None:
        pytest.fail("the picture was decoded")

    row_bytes = (width + 7) // 8 + 1
    content = png_of(width, height, bytes(min(row_bytes * height, 60_000_000)), depth=1)
    assert len(content) < 1_000_000
    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    with refuses(PictureError, "pixels"):
        read_digit(content)


def test_a_whole_one_bit_png_made_by_hand_is_read() -> None:
    rows = b"".join(b"\x00" + np.packbits(row > 127).tobytes() for row in GREY)
    assert np.abs(read_digit(png_of(280, 280, rows, depth=1)) - EXPECTED).mean() <= 1e-3


def is_digit(digit: Array) -> bool:
    """Whether a result is what every reader promises."""
    return digit.shape == (28, 28) and digit.dtype == np.float32 and bool((digit >= 0).all() and (digit <= 1).all())


def read_or_refuse(source: Any) -> None:
    """Fails the test on anything but a digit or a PictureError."""
    try:
        assert is_digit(read_digit(source))
    except PictureError as error:
        assert ERROR.fullmatch(str(error))  # noqa: PT017


@given(
    arrays.arrays(
        st.one_of(arrays.scalar_dtypes(), st.sampled_from([np.dtype(np.uint8), np.dtype(bool), np.dtype(np.float32)])),
        arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=12),
    )
)
def test_any_array_is_read_or_refused(array: Array) -> None:
    read_or_refuse(array)


class Stubborn(np.ndarray[Any, Any]):
    """An array that behaves differently."""

    def __getitem__(self, key: Any) -> Any:
        raise RuntimeError("not so")

    def min(self, *_: Any, **__: Any) -> Any:
        raise RuntimeError("not so")


def test_arrays_of_other_kinds_are_read() -> None:
    masked = np.ma.masked_array(GREY, mask=False)
    frozen = GREY.copy()
    frozen.flags.writeable = False
    for array in (masked, frozen, GREY.view(Stubborn), GREY.astype(">u2"), GREY.astype(np.longdouble) / 255):
        np.testing.assert_allclose(read_digit(array), EXPECTED, atol=1e-6)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "array",
    [
        pytest.param(np.ma.masked_array(GREY, mask=GREY > 127), id="masked"),
        pytest.param(np.broadcast_to(np.uint8(7), (1_000_000, 1_000_000)), id="a terabyte of one number"),
        pytest.param(np.broadcast_to(np.uint8(7), (100_000, 100_000, 3)), id="a terabyte of one colour"),
        pytest.param(np.zeros((1, 1, 1, 1, 1)), id="5-D"),
        pytest.param(np.full((30, 30), 1e300), id="beyond float32"),
        pytest.param(np.full((30, 30), -1, np.int8), id="negative"),
        pytest.param(np.full((30, 30), 2**64 - 1, np.uint64), id="largest integer"),
    ],
)
def test_hostile_arrays_are_refused_without_a_warning(array: Any, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError):
        read_digit(array)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("size", [(2000, 1501), (1025, 3), (3, 3000), (4096, 1024)])
def test_strips_give_what_the_whole_gives(mode: str, size: tuple[int, int]) -> None:
    grey = np.random.default_rng(0).integers(0, 256, (size[1], size[0]), np.uint8)
    image = Image.fromarray(grey).convert("RGB").convert("L" if mode in {"1", "LA"} else "RGB").convert(mode)
    whole = image.convert({"1": "L", "P": "RGB", "LA": "RGBA", "CMYK": "RGB"}.get(mode, mode))
    whole.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.BOX, reducing_gap=None)
    expected = np.asarray(whole.convert("RGB") if mode in {"LA", "RGBA"} else whole, np.float32) / 255
    np.testing.assert_allclose(image_pixels(image), expected, atol=1.01 / 255)


def test_reading_does_not_change_an_image() -> None:
    image = Image.new("L", (3000, 2000), 255)
    ImageDraw.Draw(image).line([(1000, 500), (1100, 1500)], fill=0, width=150)
    before = image.tobytes()
    read_digit(image)
    assert image.size == (3000, 2000)
    assert image.tobytes() == before


@pytest.mark.parametrize("speck", [1, 2, 4, 8])
@pytest.mark.parametrize("side", [45, 100, 300, 1000, 3000])
def test_two_specks_in_far_corners_are_read_or_refused(side: int, speck: int) -> None:
    page = np.full((side, side), 255, np.uint8)
    page[5 : 5 + speck, 5 : 5 + speck] = page[-5 - speck : -5, -5 - speck : -5] = 0
    read_or_refuse(page)


@given(st.data())
@pytest.mark.thorough
def test_sparse_ink_is_read_or_refused(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 400)), data.draw(st.integers(1, 400))
    page = np.full((rows, columns), 255, np.uint8)
    for _ in range(data.draw(st.integers(1, 6))):
        row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
        page[row : row + data.draw(st.integers(1, 5)), column : column + data.draw(st.integers(1, 5))] = data.draw(
            st.integers(0, 250)
        )
    read_or_refuse(page)
