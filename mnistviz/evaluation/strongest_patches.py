"""`strongest_patches`: which of the 5,000 bundled digits please a unit most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.data.digits import load_digits
from mnistviz.explain.aim import aim_at
from mnistviz.explain.patches import find_patches
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.explain.patches import Patch
    from mnistviz.network.engine import Engine


def strongest_patches(
    layer: str,
    index: Any,
    model: keras.Model | Engine | None = None,
    count: int = 9,
    *,
    report: Callable[[float], None] | None = None,
) -> tuple[Patch, ...]:
    """Finds the bundled digits that please a unit, a feature map or a class most. Takes one to three seconds.

    This is what Zeiler and Fergus 2014 ("Visualizing and understanding convolutional networks") show beside a feature map. All
    5,000 are training digits of MNIST; the shipped network was trained on them.

    Args:
        layer: the layer's name. Of the last layer the logits are meant.
        index: (row, column, channel) of a feature map; a single channel, of which the best unit of each digit counts; or the
            number of a unit or class.
        model: a live Keras model, or an engine; None for the shipped network. It has to be a chain (see `require_chain`).
        count: of the patches, 1 to 5000.
        report: called with the share that is done, 0..1; what it raises ends the search.

    Returns:
        At most `count` patches, at most one of each digit, the strongest first. Fewer if the unit reacts to fewer digits.

    Raises:
        TypeError, ValueError: if there is no such layer or unit, if `count` is out of range, or if the network is not a chain.

    Example:
        >>> [patch.label for patch in mnistviz.strongest_patches("logits", 3)]
        [3, 3, 3, 3, 3, 3, 3, 3, 3]
    """
    digits, labels = load_digits()
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= len(digits):
        raise ValueError(text("patch-count-invalid", count=repr(count), most=str(len(digits))))
    return find_patches(aim_at(layer, index, model), digits, labels, count, report)
