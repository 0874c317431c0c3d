"""Writes Matplotlib's colours for the codes 0..255 to mnistviz/plot/colour_maps.npz.

python tools/write_colour_maps.py
"""

from pathlib import Path

import numpy as np
from matplotlib import colormaps

from mnistviz.plot.colour_maps import DIVERGING, ORANGE, SEQUENTIAL, ZERO

FILE = Path(__file__).parents[1] / "mnistviz" / "plot" / "colour_maps.npz"


def colours(name: str) -> np.ndarray:
    """Returns uint8 (256, 3). In the diverging map, the code of zero gets the neutral colour; ORANGE is what lies above it."""
    codes = np.arange(256)
    if name == ORANGE:
        half = colours(DIVERGING)[ZERO:]
        steps = np.linspace(0, 255, len(half))
        return np.stack([np.interp(codes, steps, channel) for channel in half.T], axis=1).round().astype(np.uint8)
    position = np.clip((codes - ZERO) / 254 + 0.5, 0, 1) if name == DIVERGING else codes / 255
    return colormaps[name](position, bytes=True)[:, :3]


if __name__ == "__main__":
    np.savez_compressed(FILE, allow_pickle=False, **{name: colours(name) for name in (*SEQUENTIAL, DIVERGING)})
