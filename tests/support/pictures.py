"""Picture files to upload."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter

from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

    from tests.support.strokes import Path2D


def picture_of_a_seven() -> bytes:
    """Returns a PNG of a black 7 on white paper."""
    image = Image.new("L", (280, 280), "white")
    ImageDraw.Draw(image).line(SEVEN, fill="black", width=22, joint="curve")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def grey_picture_of_a_seven() -> bytes:
    """Returns a PNG of a blurred 7, whose digit has many greys."""
    image = Image.open(io.BytesIO(picture_of_a_seven())).filter(ImageFilter.GaussianBlur(6))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def picture_of_digits(*strokes: Path2D) -> bytes:
    """Returns a PNG of digits of one stroke each, side by side on white paper."""
    image = Image.new("L", (200 * len(strokes), 280), "white")
    pen = ImageDraw.Draw(image)
    for number, stroke in enumerate(strokes):
        pen.line([(200 * number + 0.6 * x, 60 + 0.6 * y) for x, y in stroke], fill="black", width=12, joint="curve")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def png_file(name: str, content: bytes) -> FilePayload:
    """Returns what Playwright uploads as a PNG file, whatever its content is."""
    return {"name": name, "mimeType": "image/png", "buffer": content}
