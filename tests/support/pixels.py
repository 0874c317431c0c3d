"""Reads the pixels of the page's canvases."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Locator

    from tests.support.strokes import Point

_PIXELS = "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data"
_OPACITY = f"""(canvas) => {{
  const data = {_PIXELS};
  let text = '';
  for (let i = 3; i < data.length; i += 4) text += String.fromCharCode(data[i]);
  return [canvas.width, canvas.height, btoa(text)];
}}"""
_IS_INKED = """([canvas, points]) => {
  const scale = canvas.width / canvas.clientWidth;
  const context = canvas.getContext('2d');
  return points.every(([x, y]) => context.getImageData(x * scale, y * scale, 1, 1).data[3] > 128);
}"""


def opacity(canvas: Locator) -> np.ndarray[Any, Any]:
    """Returns the alpha channel of a canvas: uint8 (rows, columns), 0 transparent to 255."""
    width, height, alpha = canvas.evaluate(_OPACITY)
    return np.frombuffer(base64.b64decode(alpha), np.uint8).reshape(height, width)


def colours(canvas: Locator) -> np.ndarray[Any, Any]:
    """Returns the pixels of a canvas: uint8 (rows, columns, 4), red, green, blue and opacity."""
    with Image.open(io.BytesIO(base64.b64decode(picture(canvas).partition(",")[2]))) as png:
        return np.array(png.convert("RGBA"))


def picture(canvas: Locator) -> str:
    """Returns the pixels of a canvas as a data URL, to compare."""
    return str(canvas.evaluate("(canvas) => canvas.toDataURL()"))


def wait_for_another_picture(canvas: Locator, before: str) -> None:
    """Waits until a canvas shows something else than it did when `picture` returned `before`."""
    script = "([canvas, before]) => canvas.toDataURL() !== before"
    canvas.page.wait_for_function(script, arg=[canvas.element_handle(), before])


def wait_for_ink(canvas: Locator, points: Sequence[Point]) -> None:
    """Waits until a canvas is opaque at all the given points, in CSS pixels (x, y)."""
    canvas.page.wait_for_function(_IS_INKED, arg=[canvas.element_handle(), list(points)])


def wait_for_some_ink(canvas: Locator) -> None:
    """Waits until a canvas is opaque somewhere."""
    canvas.page.wait_for_function(f"(canvas) => {_PIXELS}.some((byte) => byte > 128)", arg=canvas.element_handle())


def wait_for_blank(canvas: Locator) -> None:
    """Waits until a canvas is transparent everywhere."""
    canvas.page.wait_for_function(f"(canvas) => {_PIXELS}.every((byte) => !byte)", arg=canvas.element_handle())
