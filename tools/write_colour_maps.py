"""Writes Matplotlib's colours for the codes 0..255 to mnistviz/plot/colour_maps.npz.

python tools/write_colour_maps.py
"""

from pathlib import Path

import numpy as np
from matplotlib import colormaps

from mnistviz.plot.colour_maps import DIVERGING, SEQUENTIAL, ZERO

FILE = Path(__file__).parents[1] / "mnistviz" / "plot" / "colour_maps.npz"


def colours(name: str) -> np.ndarray:
    """Returns uint8 (256, 3). In the diverging map, the code of zero gets the neutral colour."""
    position = np.arange(256) / 255 if name != DIVERGING else np.clip((np.arange(256) - ZERO) / 254 + 0.5, 0, 1)
    return colormaps[name](position, bytes=True)[:, :3]


if __name__ == "__main__":
    np.savez_compressed(FILE, allow_pickle=False, **{name: colours(name) for name in (*SEQUENTIAL, DIVERGING)})
