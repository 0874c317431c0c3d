"""What goes into an engine and what comes out: digits are checked and batched, outputs are put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer


def as_batch(digits: Array) -> Array:
    """Checks digits and adds the axes that networks need.

    Returns:
        float32 (batch, 28, 28, 1).

    Raises:
        ValueError: if `digits` has another shape or dtype, or values outside 0..1.
    """
    if (
        not isinstance(digits, np.ndarray)
        or digits.dtype != np.float32
        or digits.ndim not in (2, 3)
        or digits.shape[-2:] != (28, 28)
    ):
        received = f"{digits.dtype} {digits.shape}" if isinstance(digits, np.ndarray) else type(digits).__name__
        raise ValueError(text("not-a-digit-array", received=received))
    if not (digits.min(initial=0) >= 0 and digits.max(initial=0) <= 1):  # false for NaN, too
        raise ValueError(text("digit-out-of-range", low=formatted(digits.min(), ".3g"), high=formatted(digits.max(), ".3g")))
    return digits.reshape(-1, 28, 28, 1)


def in_order(layers: Sequence[Layer], outputs: Mapping[str, Any], *, single: bool) -> dict[str, Array]:
    """Returns the outputs in the order of the layers.

    Args:
        layers: of the network.
        outputs: by layer name, with a batch axis.
        single: whether the batch is one digit, so that the batch axis goes.
    """
    return {layer.name: outputs[layer.name][0] if single else outputs[layer.name] for layer in layers}
