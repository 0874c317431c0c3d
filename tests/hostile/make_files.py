"""Makes a folder of nasty picture files: `python -m tests.hostile.make_files FOLDER`.

The folder of a file says what must happen: `digit` (a 7 or a bar must be read), `refused`, or `either`.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from .builders import (
    PNG_SIGNATURE,
    animated_webp,
    bmp,
    chunk,
    exif_bomb,
    exif_of,
    gif,
    large_png,
    png,
    riff,
    saved,
    seven,
    tiff,
    webp_canvas,
    webp_part,
    with_more_scans,
    with_segments,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Files = dict[str, bytes]

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "I", "I;16", "F", "HSV", "La", "RGBa", "RGBX")
FOREIGN = ("ICO", "PPM", "TGA", "PDF", "EPS", "PCX", "DIB", "SGI", "ICNS", "JPEG2000", "AVIF")
CUTS = 20
_UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""For each EXIF orientation, how a camera stores the picture."""


def every_mode() -> Iterator[tuple[str, bytes]]:
    """Yields every mode of Pillow in every format that supports it."""
    for mode in MODES:
        for kind in FORMATS:
            try:
                yield f"digit/mode {mode.replace(';', '_')}.{kind.lower()}", saved(_in_mode(mode), kind)
            except (OSError, ValueError, KeyError):
                continue  # the format does not support the mode


def _in_mode(mode: str) -> Image.Image:
    if mode in {"I", "I;16"}:
        return Image.fromarray(np.asarray(seven(), np.uint16) * 257).convert(mode)
    if mode in {"HSV", "YCbCr", "CMYK", "RGBX"}:
        return seven().convert("RGB").convert(mode)
    if mode in {"La", "RGBa", "PA"}:
        return seven().convert({"La": "LA", "RGBa": "RGBA", "PA": "P"}[mode]).convert(mode)
    return seven().convert(mode)


def turned() -> Iterator[tuple[str, bytes]]:
    """Yields all EXIF orientations. Every file is the same 7."""
    for orientation, undo in _UNDO.items():
        stored = seven() if undo is None else seven().transpose(undo)
        exif = exif_of(orientation)
        yield f"digit/orientation {orientation}.jpg", saved(stored, "JPEG", quality=95, exif=exif)
        yield f"digit/orientation {orientation}.png", saved(stored, "PNG", exif=exif)
        yield f"digit/orientation {orientation}.webp", saved(stored, "WEBP", lossless=True, exif=exif)


def tiffs() -> Iterator[tuple[str, bytes]]:
    """Yields plain TIFFs, which are read, and those that would need libtiff or claim what is not there."""
    grey = np.asarray(seven())
    size, rows = (280, 280), grey.tobytes()
    for mode in ("1", "L", "I;16", "RGB", "RGBA", "RGBX"):
        image = seven().convert("RGB").convert(mode) if mode == "RGBX" else _in_mode(mode)
        yield f"digit/plain {mode.replace(';', '_')}.tiff", saved(image, "TIFF")
    for order in "<>":
        name = "big" if order == ">" else "little"
        deep = (grey.astype(f"{order}u2") * 257).tobytes()
        yield f"digit/plain {name}-endian.tiff", tiff(size, rows, order=order)
        yield f"digit/plain {name}-endian, 16 bit.tiff", tiff(size, deep, order=order, t258=16)
        rgb = np.repeat(grey[..., None], 3, axis=2).tobytes()
        yield f"digit/plain {name}-endian, RGB.tiff", tiff(size, rgb, order=order, t258=(8, 8, 8), t262=2, t277=3)
    turned_over = (255 - grey).tobytes()
    yield "digit/plain, white is 0.tiff", tiff(size, turned_over, t262=0)
    backwards = b"".join(row.tobytes() for row in grey[::-1])
    offsets = tuple(8 + 280 * (279 - row) for row in range(280))
    yield "digit/plain, 280 strips in reverse.tiff", tiff(size, backwards, t273=offsets, t278=1, t279=(280,) * 280)
    lying = np.rot90(grey).tobytes()
    yield "digit/plain, on its side.tiff", tiff(size, lying, t274=6)
    yield "digit/plain, tags repeated.tiff", tiff(size, rows, again=5000)
    for method in ("tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"):
        yield f"refused/{method}.tiff", saved(seven(), "TIFF", compression=method)
    yield "refused/group4.tiff", saved(seven().convert("1"), "TIFF", compression="group4")
    yield "refused/two pages.tiff", saved(seven(), "TIFF", save_all=True, append_images=[seven()])
    yield "refused/endless pages.tiff", tiff(size, rows, following=8 + len(rows))
    for mode in ("P", "LA", "CMYK", "F", "I", "YCbCr"):
        image = seven().convert("RGB").convert(mode) if mode in {"CMYK", "YCbCr"} else seven().convert(mode)
        yield f"refused/mode {mode}.tiff", saved(image, "TIFF")
    yield "refused/tiles.tiff", tiff(size, rows, t273=None, t278=None, t279=None, t322=16, t323=16, t324=(8,) * 324)
    yield "refused/one bit backwards.tiff", tiff(size, rows, t258=1, t266=2)
    yield "refused/planes.tiff", tiff(size, rows * 3, t258=(8, 8, 8), t262=2, t277=3, t284=2)
    yield "refused/big.tiff", b"II+\0\x08\0\0\0" + bytes(100)
    yield "refused/50,000 x 50,000.tiff", tiff((50_000, 50_000), rows)
    yield "refused/4 billion rows of nothing.tiff", tiff((0, 2**32 - 1), rows)
    yield "refused/60 million pixels.tiff", tiff((10_000, 6_000), bytes(7_500_000), t258=1)
    yield "refused/strips that overlap.tiff", tiff((12_000, 12_000), bytes(8_000_000), t273=(8,) * 12_000, t278=1)
    yield "refused/a strip past the end.tiff", tiff(size, rows, t273=2**32 - 1)
    yield "refused/no strip.tiff", tiff(size, rows, t273=())
    yield "refused/no rows in a strip.tiff", tiff(size, rows, t278=0)
    yield "refused/a million strips.tiff", tiff(size, rows, t273=(8,) * 1_000_000, t278=1)
    many = (8,) * 99_000
    yield "refused/tags of 5 GB.tiff", tiff(size, rows, again=5000, t273=many, t278=0)
    yield "refused/signature.tiff", b"II*\0"
    yield "digit/30 million pixels, 1 bit.tiff", tiff((6000, 5000), _one_bit(6000, 5000), t258=1)
    content = saved(seven(), "TIFF")
    for part in range(CUTS):
        yield f"either/cut at {part} of {CUTS}.tiff", content[: len(content) * part // CUTS]


def _one_bit(columns: int, rows: int) -> bytes:
    """Returns the pixels of a 7, eight in a byte."""
    return np.packbits(np.asarray(seven(rows / 280, (columns, rows))) > 127, axis=1).tobytes()


def truncated() -> Iterator[tuple[str, bytes]]:
    """Yields each format, cut at twenty points."""
    for kind in FORMATS:
        content = saved(seven(), kind)
        for part in range(CUTS):
            yield f"either/cut at {part} of {CUTS}.{kind.lower()}", content[: len(content) * part // CUTS]


def deep_and_transparent() -> Iterator[tuple[str, bytes]]:
    """Yields 16-bit PNGs of all colour types, palettes with transparency, and a progressive JPEG."""
    grey = np.asarray(seven(), ">u2") * 257
    samples = {0: [grey], 2: [grey] * 3, 4: [grey, grey * 0 + 65535], 6: [grey] * 3 + [grey * 0 + 65535]}
    for colour, bands in samples.items():
        rows = [b"\0" + row.astype(">u2").tobytes() for row in np.stack(bands, axis=2)]
        yield f"digit/16 bit, colour {colour}.png", png((280, 280), rows, depth=16, colour=colour)
    rows = [b"\0" + row.astype(">u2").tobytes() for row in grey]
    yield "digit/16 bit, white transparent.png", png((280, 280), rows, depth=16, extra=chunk(b"tRNS", b"\xff\xff"))
    palette = seven().convert("P")
    yield "digit/palette, a transparent colour.png", saved(palette, "PNG", transparency=255)
    yield "digit/palette, alpha for each colour.png", saved(palette, "PNG", transparency=bytes([255] * 200 + [0] * 56))
    yield "digit/palette, a transparent colour.gif", saved(palette, "GIF", transparency=255)
    yield "digit/progressive.jpg", saved(seven(), "JPEG", progressive=True)


def animated() -> Iterator[tuple[str, bytes]]:
    """Yields animations whose first frame is a 7 and whose other frames are not."""
    others = [Image.new("L", (280, 280), level) for level in (255, 0, 100)] * 20
    for kind in ("GIF", "WEBP", "PNG"):
        yield f"digit/animated.{kind.lower()}", saved(seven(), kind, save_all=True, append_images=others)
    yield "digit/100,000 frames.webp", animated_webp(100_000)
    frame = b",\0\0\0\0\1\0\1\0\0\x02\x02\x44\x01\x00"
    yield "digit/500,000 frames.gif", saved(seven(), "GIF")[:-1] + frame * 500_000 + b";"


def disguised() -> Iterator[tuple[str, bytes]]:
    """Yields files with wrong extensions, files that are two things at once, and unsupported formats."""
    for kind, wrong in (("PNG", "jpg"), ("JPEG", "png"), ("GIF", "bmp"), ("WEBP", "txt"), ("BMP", "webp")):
        yield f"digit/{kind} called.{wrong}", saved(seven(), kind)
    page = b"<script>alert(1)</script>"
    yield "digit/page inside.png", _png_with(chunk(b"tEXt", b"Comment\0" + page)) + page
    yield "digit/script inside.gif", saved(seven(), "GIF", comment=b"*/=1;alert(1)/*") + b"*/=1;alert(1)"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("evil.sh", "echo")
    yield "digit/archive behind.jpg", saved(seven(), "JPEG") + archive.getvalue()
    yield "refused/page.png", b"<!doctype html><title>404</title>"
    yield (
        "refused/drawing.svg",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    )
    yield "refused/photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)
    yield "refused/layers.psd", b"8BPS\0\1" + bytes(100)
    for kind in FOREIGN:
        yield f"refused/foreign.{kind.lower()}", saved(seven().convert("RGB"), kind)


def swollen() -> Iterator[tuple[str, bytes]]:
    """Yields intact pictures with metadata that would fill the memory or take minutes to read."""
    zeros = zlib.compress(bytes(400_000_000), 9)
    for kind, head in ((b"zTXt", b"Comment\0\0"), (b"iCCP", b"profile\0\0"), (b"iTXt", b"Comment\0\1\0\0\0")):
        yield f"digit/bomb in {kind.decode()}.png", _png_with(chunk(kind, head + zeros))
    yield "digit/many bombs.png", _png_with(chunk(b"zTXt", b"C\0\0" + zlib.compress(bytes(900_000), 9)) * 2000)
    bomb = exif_bomb(60_000, 5_000_000)
    yield "digit/EXIF bomb.png", _png_with(chunk(b"eXIf", bomb))
    yield "digit/EXIF bomb.jpg", with_segments(saved(seven(), "JPEG"), 0xE1, bomb)
    parts = saved(seven(), "WEBP", lossless=True)[12:]
    yield "digit/EXIF bomb.webp", riff(webp_canvas(280, 280, 0x08) + parts + webp_part(b"EXIF", bomb))
    yield "digit/7 MB of profile.jpg", with_segments(saved(seven(), "JPEG"), 0xE2, b"ICC_PROFILE\0\1\1" * 500_000)
    yield "digit/7 MB of comments.jpg", with_segments(saved(seven(), "JPEG"), 0xFE, bytes(7_000_000))
    body = saved(seven(), "GIF")
    begin = 13 + (3 << (body[10] & 7) + 1)
    comment = b"!\xfe" + (b"\xff" + b"x" * 255) * 30_000 + b"\0"
    yield "digit/7 MB of comment.gif", body[:begin] + comment + body[begin:]
    yield "digit/4 million blocks.gif", body[:begin] + b"!\xfe" + b"\1x" * 4_000_000 + b"\0" + body[begin:]
    whole = saved(seven(), "PNG")
    yield "digit/90,000 empty parts.png", whole[:33] + chunk(b"IDAT", b"") * 90_000 + whole[33:]
    yield "refused/600,000 empty parts.png", whole[:33] + chunk(b"IDAT", b"") * 600_000 + whole[33:]
    jpeg = saved(seven(), "JPEG")
    yield "refused/2 million segments.jpg", jpeg[:2] + b"\xff\xfe\0\2" * 2_000_000 + jpeg[2:]
    yield "digit/megabytes behind.png", whole + bytes(7_000_000)


def _png_with(parts: bytes) -> bytes:
    content = saved(seven(), "PNG")
    return content[:33] + parts + content[33:]


def too_large() -> Iterator[tuple[str, bytes]]:
    """Yields files whose headers claim more than they contain or than fits into memory, and files without pixels."""
    yield "refused/50,000 x 50,000.png", png((50_000, 50_000), [bytes(6251)] * 50, depth=1)
    yield "refused/90 million pixels.png", png((10_000, 9_500), [bytes(1251)] * 9500, depth=1)
    yield "refused/second header.png", png((9, 9), [bytes(10)] * 9, extra=png((50_000, 50_000), [])[8:33])
    yield "refused/65,535 x 65,535.gif", gif((65_535, 65_535), (65_535, 65_535))
    yield "refused/frame of 90 million pixels.gif", gif((10, 10), (10_000, 9_500))
    yield "refused/2 billion x 2 billion.bmp", bmp(2**31 - 1, 2**31 - 1, bytes(100))
    yield "refused/minus 2 billion.bmp", bmp(-(2**31), -(2**31), bytes(100))
    yield "refused/11,000 x 2,000, no pixels.bmp", bmp(11_000, 2_000, b"")
    yield "refused/16,384 x 16,384.webp", riff(webp_canvas(16_384, 16_384) + saved(seven(), "WEBP")[12:])
    yield "refused/24 million pixels.webp", riff(webp_canvas(6000, 4000) + saved(seven(), "WEBP")[12:])
    yield "refused/65,500 x 65,500.jpg", _jpeg_claiming(65_500, 65_500)
    yield "refused/60 million pixels.jpg", _jpeg_claiming(10_000, 6_000)
    yield "refused/50 million pixels, one band of three.jpg", _jpeg_with_one_band(8160, 6120)
    yield "refused/8 MB and one byte.png", saved(seven(), "PNG").ljust(8 * 2**20 + 1, b"\0")
    progressive = saved(seven(), "JPEG", progressive=True)
    yield "refused/20,000 scans.jpg", with_more_scans(progressive, 20_000)
    for name, size in {"0 x 0": (0, 0), "0 x 5": (0, 5), "5 x 0": (5, 0)}.items():
        yield f"refused/{name}.png", png(size, [b"\0"] * size[1])
        yield f"refused/{name}.gif", gif(size, size)
        yield f"refused/{name}.bmp", bmp(*size, b"")
        yield f"refused/{name}.jpg", _jpeg_claiming(*size)
    for kind in FORMATS:
        yield f"refused/1 x 1.{kind.lower()}", saved(Image.new("L", (1, 1)), kind)
        yield f"either/1 x 5000.{kind.lower()}", saved(seven(size=(1, 5000)), kind)
        yield f"either/5000 x 1.{kind.lower()}", saved(seven(size=(5000, 1)), kind)
    yield "refused/nothing.png", b""
    yield "refused/signature.png", PNG_SIGNATURE


def _jpeg_with_one_band(width: int, height: int) -> bytes:
    """Builds a JPEG whose only scan has the first of three bands, so that a decoder keeps it and waits for the others."""
    content = saved(seven(22, (width, height)).convert("RGB"), "JPEG")
    scan = content.index(b"\xff\xda")
    grey = saved(seven(22, (width, height)), "JPEG")
    return content[:scan] + grey[grey.index(b"\xff\xda") :]


def _jpeg_claiming(width: int, height: int) -> bytes:
    content = bytearray(saved(seven(), "JPEG"))
    place = content.index(b"\xff\xc0") + 5
    content[place : place + 4] = struct.pack(">HH", height, width)
    return bytes(content)


def as_large_as_allowed() -> Iterator[tuple[str, bytes]]:
    """Yields pictures just under the limits, which must be read within the promised memory and time, and some just above."""
    for depth, colour in ((16, 6), (16, 4), (16, 2), (16, 0), (8, 6), (1, 0)):
        yield f"digit/30 million pixels, {depth} bit, colour {colour}.png", large_png(6000, 5000, depth=depth, colour=colour)
    photo = seven(11, (4000, 3000)).convert("RGB")
    yield "digit/12 million pixels.jpg", saved(photo, "JPEG", quality=85)
    yield "digit/12 million pixels, progressive.jpg", saved(photo, "JPEG", quality=85, progressive=True)
    yield "digit/12 million pixels.webp", saved(photo, "WEBP", quality=30, method=0)
    yield "digit/12 million pixels, lossless.webp", saved(photo, "WEBP", lossless=True, quality=0, method=0)
    phone = seven(16, (5712, 4284))
    cyan = saved(phone.convert("RGB").convert("CMYK"), "JPEG", progressive=True, subsampling=0)
    yield "digit/24 million pixels, CMYK, progressive.jpg", cyan
    yield "digit/24 million pixels, 48 scans.jpg", with_more_scans(cyan, 30)
    largest = seven(22, (8160, 6120))
    yield "digit/50 million pixels.jpg", saved(largest, "JPEG")
    yield "refused/50 million pixels, progressive.jpg", saved(largest, "JPEG", progressive=True)
    yield "digit/30 million pixels.gif", saved(seven(18, (6000, 5000)), "GIF")
    yield "digit/30 million pixels.bmp", saved(seven(18, (6000, 5000)).convert("1"), "BMP")
    levels = np.asarray(seven(990 / 280, (990, 990)))[::-1]
    runs = (np.stack([np.ones_like(row), row], axis=1).tobytes() + b"\0\0" for row in levels)
    yield "refused/a million runs of a pixel.bmp", bmp(990, 990, b"".join(runs), compression=1)


def patterns() -> Iterator[tuple[str, bytes]]:
    """Yields patterns, not digits, on which finding components, widths and lines takes longest."""
    side = 1024
    row, column = np.mgrid[:side, :side]
    distance = np.hypot(row - side / 2, column - side / 2)
    random = np.random.default_rng(0)
    shapes = {
        **{f"checks of {size}": (row // size + column // size) % 2 for size in (1, 2, 3, 8, 64)},
        **{f"stripes of {size}": row // size % 2 for size in (1, 4, 20)},
        **{f"grid of {size}": (row // size % 2) | (column // size % 2) for size in (2, 8, 20)},
        **{f"dots on {share:.0%}": random.random((side, side)) < share for share in (0.01, 0.1, 0.5)},
        **{f"disc of {size}": distance < size for size in (50, 140, 300, 500)},
        "rings": distance // 6 % 2,
        "noise": random.random((side, side)),
    }
    for name, shape in shapes.items():
        yield f"either/{name}.png", saved(Image.fromarray((255 * (1 - shape)).astype(np.uint8)), "PNG", compress_level=1)


ALL = (
    every_mode,
    turned,
    tiffs,
    truncated,
    deep_and_transparent,
    animated,
    disguised,
    swollen,
    too_large,
    as_large_as_allowed,
    patterns,
)


def make_files(folder: Path) -> list[Path]:
    """Writes all files and returns their paths."""
    paths = []
    for make in ALL:
        for name, content in make():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            paths.append(path)
    return paths


if __name__ == "__main__":
    print(f"{len(make_files(Path(sys.argv[1])))} files in {sys.argv[1]}")
