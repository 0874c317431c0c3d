"""Picture files to upload."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter

from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload


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


def png_file(name: str, content: bytes) -> FilePayload:
    """Returns what Playwright uploads as a PNG file, whatever its content is."""
    return {"name": name, "mimeType": "image/png", "buffer": content}
