"""Measures the answers to "why" and writes RESULTS.md: `python -m tests.why [--digits N] [--mnist mnist.npz]`.

It takes digits of MNIST's test split, or of the package's digits without `--mnist`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

import mnistviz
from mnistviz.data.digits import as_digits
from tests.why import attributions, counterfactuals, maximisations

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measures, prints, and writes the results."""
    parser = argparse.ArgumentParser(prog="python -m tests.why", description=__doc__)
    parser.add_argument("--digits", type=int, default=200)
    parser.add_argument("--mnist", default="bundled", help="mnist.npz, or 'full': its test split is measured")
    wanted = parser.parse_args()
    images = mnistviz.load_mnist(wanted.mnist).test_images
    whose = "of the package's digits" if wanted.mnist == "bundled" else "digits of MNIST's test split"
    digits = as_digits(images[np.random.default_rng(0).choice(len(images), wanted.digits, replace=False)])
    head = f"Written by `make why`: {len(digits)} {whose}, read by the shipped network. Times are those of one processor."
    results = (
        "\n\n".join(["# Why", head, attributions.table(digits), counterfactuals.table(digits), maximisations.table()]) + "\n"
    )
    print(results)
    RESULTS.write_text(results, encoding="utf-8")


if __name__ == "__main__":
    main()
