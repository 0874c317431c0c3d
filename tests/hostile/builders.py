"""Builds files byte by byte, because libraries refuse to write invalid ones."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVEN = ((60, 60), (200, 62), (180, 110), (120, 240))
BRUSH = 24
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Number of channels for each of PNG's colour types: grey, RGB, palette, grey and alpha, RGBA."""


def seven(scale: float = 1, size: tuple[int, int] | None = None) -> Image.Image:
    """Draws a black 7 on white paper, mode L, 280 x 280 unless scaled. `size` sets the paper's size instead (columns, rows)."""
    page = Image.new("L", size or (round(280 * scale), round(280 * scale)), 255)
    draw = ImageDraw.Draw(page)
    points = [(x * scale, y * scale) for x, y in SEVEN]
    draw.line(points, fill=0, width=round(BRUSH * scale))
    for x, y in points:
        draw.circle((x, y), BRUSH * scale / 2, fill=0)
    return page


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Returns the image as a file in one of Pillow's formats."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    """Builds a chunk of a PNG with the right checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(size: tuple[int, int], rows: Iterable[bytes], *, depth: int = 8, colour: int = 0, extra: bytes = b"") -> bytes:
    """Builds a PNG of any size, depth and colour.

    Args:
        size: columns and rows, as the header claims them.
        rows: the bytes of each row, with its filter first. There may be fewer or more than the header claims.
        depth: bits of a sample.
        colour: PNG's colour type, a key of `CHANNELS`.
        extra: chunks between header and pixels.
    """
    packer = zlib.compressobj(1)
    packed = b"".join([*(packer.compress(row) for row in rows), packer.flush()])
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0))
    return PNG_SIGNATURE + header + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def large_png(columns: int, rows: int, *, depth: int, colour: int) -> bytes:
    """Builds a picture of a black bar on white paper. It may have any size, and takes a few kB on disk."""
    bytes_in_row = (columns * depth * CHANNELS[colour] + 7) // 8
    paper = b"\0" + b"\xff" * bytes_in_row
    opaque = (
        (b"\0" * (depth // 8) * (CHANNELS[colour] - 1) + b"\xff" * (depth // 8)) if colour in {4, 6} else b"\0" * (depth // 8)
    )
    begin = bytes_in_row * 19 // 40 // max(1, len(opaque)) * max(1, len(opaque))
    bar = (opaque or b"\0") * (bytes_in_row // 20 // max(1, len(opaque)))
    inked = b"\0" + (b"\xff" * begin + bar).ljust(bytes_in_row, b"\xff")
    return png((columns, rows), (inked if 0.2 < row / rows < 0.8 else paper for row in range(rows)), depth=depth, colour=colour)


def exif_of(orientation: int) -> Image.Exif:
    """Returns EXIF with only an orientation, 1 to 8."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def exif_bomb(entries: int, content: int) -> bytes:
    """Builds EXIF whose entries all share one long text. Reading them all takes `entries` * `content` bytes."""
    begin = 8 + 2 + 12 * entries + 4
    directory = b"".join(struct.pack("<HHII", tag, 2, content, begin) for tag in range(1000, 1000 + entries))
    return b"II*\0" + struct.pack("<IH", 8, entries) + directory + bytes(4) + b"x" * content


def with_segments(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """Adds segments of one kind to the beginning of a JPEG, each of up to 65,533 bytes."""
    size = 65_533 - len(b"Exif\0\0")
    prefix = b"Exif\0\0" if marker == 0xE1 else b""
    parts = (prefix + content[place : place + size] for place in range(0, len(content), size))
    return jpeg[:2] + b"".join(struct.pack(">BBH", 0xFF, marker, len(part) + 2) + part for part in parts) + jpeg[2:]


def with_more_scans(jpeg: bytes, times: int) -> bytes:
    """Repeats the last scan of a progressive JPEG."""
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[last:-2] * times + jpeg[-2:]


def gif(canvas: tuple[int, int], frame: tuple[int, int], extensions: bytes = b"") -> bytes:
    """Builds a GIF of two colours whose canvas and first frame claim any size, but which has few pixels."""
    table = b"\0\0\0\xff\xff\xff"
    head = b"GIF89a" + struct.pack("<HHBBB", *canvas, 0x80, 0, 0) + table
    return head + extensions + b"," + struct.pack("<HHHHB", 0, 0, *frame, 0) + b"\x02\x02\x44\x01\x00;"


def bmp(width: int, height: int, pixels: bytes, *, bits: int = 8, compression: int = 0) -> bytes:
    """Builds a BMP whose header claims any size."""
    palette = b"".join(bytes([level, level, level, 0]) for level in range(256)) if bits <= 8 else b""
    begin = 14 + 40 + len(palette)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(pixels), 0, 0, 256 if palette else 0, 0)
    return b"BM" + struct.pack("<IHHI", begin + len(pixels), 0, 0, begin) + header + palette + pixels


def riff(parts: bytes) -> bytes:
    """Builds a WEBP from its parts."""
    return b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WEBP" + parts


def webp_part(kind: bytes, content: bytes) -> bytes:
    """Builds a part of a WEBP."""
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def webp_canvas(width: int, height: int, flags: int = 0) -> bytes:
    """Builds the part of a WEBP that claims the size of the canvas."""
    return webp_part(b"VP8X", bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"))


def animated_webp(frames: int) -> bytes:
    """Builds an animation of a 7, followed by its upper left corner many times."""
    first, other = (saved(image, "WEBP", lossless=True)[12:] for image in (seven(), seven().crop((0, 0, 2, 2))))

    def frame(side: int, picture: bytes) -> bytes:
        return webp_part(b"ANMF", bytes(6) + (side - 1).to_bytes(3, "little") * 2 + b"\x10\0\0\0" + picture)

    animation = webp_part(b"ANIM", bytes(6))
    return riff(webp_canvas(280, 280, 0x02) + animation + frame(280, first) + frame(2, other) * (frames - 1))


def tiff(size: tuple[int, int], pixels: bytes, *, order: str = "<", again: int = 1, **changes: Any) -> bytes:
    """Builds a grey TIFF in one strip.

    Args:
        size: columns and rows, as the tags claim them.
        pixels: the bytes of all rows.
        order: of bytes, `<` or `>`.
        again: how often the tags are repeated.
        changes: values of tags, as numbers or tuples of numbers, by `t` and the number of the tag; None leaves one out.
            `following` is the place of the next page.
    """
    following = changes.pop("following", 0)
    tags: dict[str, Any] = {"t256": size[0], "t257": size[1], "t258": 8, "t259": 1, "t262": 1, "t273": 8}
    tags |= {"t277": 1, "t278": size[1], "t279": len(pixels)} | changes
    entries, behind = [], b""
    for name, value in sorted(tags.items()):
        if value is not None:
            values = value if isinstance(value, tuple) else (value,)
            packed = struct.pack(f"{order}{len(values)}I", *values)
            if len(values) != 1:
                packed, behind = struct.pack(f"{order}I", 8 + len(pixels) + len(behind)), behind + packed
            entries.append(struct.pack(f"{order}HHI", int(name[1:]), 4, len(values)) + packed)
    directory = struct.pack(f"{order}H", len(entries) * again) + b"".join(entries) * again + struct.pack(f"{order}I", following)
    beginning = {"<": b"II*\0", ">": b"MM\0*"}[order]
    return beginning + struct.pack(f"{order}I", 8 + len(pixels) + len(behind)) + pixels + behind + directory
