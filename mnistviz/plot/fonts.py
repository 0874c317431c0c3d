"""The font of pictures that Pillow draws."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PIL import ImageFont

_FILE = "mpl-data/fonts/ttf/DejaVuSans.ttf"
"""Matplotlib's own font. It is a little wider, so that a slightly smaller one takes the same room."""
_NARROWER = 0.92


@cache
def font_for(words: str, size: int) -> Any:
    """Returns a font in which words can be written: Pillow's, which has ASCII alone, or else DejaVu Sans.

    Args:
        words: what is written.
        size: of Pillow's font, in pixels.
    """
    if words.isascii() or (path := _dejavu()) is None:
        return ImageFont.load_default(size)
    return ImageFont.truetype(str(path), round(_NARROWER * size))


@cache
def _dejavu() -> Path | None:
    """Finds the file without importing Matplotlib, which takes longer than to draw the picture."""
    spec = find_spec("matplotlib")
    folders = (spec.submodule_search_locations if spec is not None else None) or []
    return next((path for folder in folders if (path := Path(folder) / _FILE).is_file()), None)
