"""Numbers as Python writes them into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tests.agreement import Expected

FORMATS = (".0f", ".1f", ".2f", ".2g", ".3g", ".4g")


def expected() -> Expected:
    """Returns numbers, with many ties among them, and the text of each in every format."""
    rng = np.random.default_rng(4)
    values = np.concatenate(
        [
            rng.integers(-4000, 4000, 2000) / 2.0 ** rng.integers(0, 12, 2000),  # their decimals end, often in a 5
            rng.normal(size=1000) * 10.0 ** rng.uniform(-6, 12, 1000),
            rng.integers(-100, 100, 200) + 0.5,
            [0, 0.15, 0.25, 0.35, 2.5, 99.95, 99.5, 9.995, 999.5, 1e-5, 123456.5, 0.49999999999999994],
        ]
    )
    texts = {form: [format(value, form) for value in values.tolist()] for form in FORMATS}
    return {"texts": texts, "rounded": [round(value) for value in values.tolist()]}, {"values": values}
