"""Attribution: which pixels of a digit speak for a class, and which against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.attribution_checks import DeletionCurve, deletion_curve, random_network, rank_correlation
from mnistviz.explain.attribution_methods import METHODS
from mnistviz.explain.question import Question, check_target
from mnistviz.locale import text
from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.question import Target
    from mnistviz.network.engine import Engine


@dataclass(frozen=True, eq=False)
class Attribution:
    """How much each pixel of a digit speaks for a class, by one method.

    Attributes:
        values: float32 (28, 28): above 0 for the class, below 0 against it, in the unit of logits.
        method: the name of the method.
        question: the network, the digit, and the class that is asked about.
    """

    values: Array
    method: str
    question: Question

    @property
    def target(self) -> Target:
        """The number of the class, or of the class and the one that it is compared with."""
        return self.question.target

    @property
    def digit(self) -> Array:
        """The digit: float32 (28, 28), 0 paper to 1 ink."""
        return self.question.digit

    @cached_property
    def completeness_error(self) -> float:
        """How far the sum of the values is from the score of the digit less that of blank paper, as a share of that.

        The score is the logit, or the difference of two. Of the methods, only integrated gradients promise a small error.
        """
        whole = self.question.from_blank
        return abs(float(self.values.sum(dtype=np.float64)) - whole) / abs(whole) if whole else float("inf")

    @cached_property
    def deletion_curve(self) -> DeletionCurve:
        """What becomes of the probability if the ink is deleted in the order of the values."""
        return deletion_curve(self.question, self.values)

    @property
    def remark(self) -> str:
        """What a map of this method can and cannot say, in words."""
        return text("attribution-remark", method=self.method)

    def check_random_weights(self, seed: int = 0) -> float:
        """Compares the map with that of a network with random weights of the same shapes (Adebayo et al. 2018, arXiv 1810.03292).

        A method whose maps stay the same shows the digit, not the network. Only pixels with ink are compared: paper is 0 in both
        maps with most methods, so that all pixels together agree whatever the weights are.

        Args:
            seed: of the weights.

        Returns:
            The rank correlation -1..1 of both maps on the ink; about 0 is right. NaN if a map is the same everywhere on the ink,
            as that of a network with random weights may be.
        """
        return self.correlation_on_ink(self.random_map(seed))

    def random_map(self, seed: int = 0) -> Array:
        """Returns what the method makes of the same question with random weights: float32 (28, 28).

        Args:
            seed: of the weights.
        """
        question = Question(random_network(self.question.engine, seed), self.digit, self.target)
        return METHODS[self.method](question).astype(np.float32)

    def correlation_on_ink(self, values: Array) -> float:
        """Returns the rank correlation -1..1 with another map (28, 28) on the ink. NaN if one is the same everywhere there."""
        ink = self.digit > 0
        return rank_correlation(self.values[ink], values[ink])

    def __repr__(self) -> str:
        error = f"{100 * self.completeness_error + 0.0:.4g}"
        return text("attribution-repr", method=self.method, question=str(self.question), error=error)


def attribute(
    digit: Array, target: Any = None, method: str = "integrated_gradients", model: keras.Model | Engine | None = None
) -> Attribution:
    """Tells which pixels of a digit speak for a class, and which against it.

    Args:
        digit: float32 (28, 28), 0 paper to 1 ink, as `read_digit` returns it.
        target: the number of a class; a pair such as (4, 9) asks why 4 and not 9; None for the class that the network predicts.
        method: "integrated_gradients": the gradient, added up from blank paper to the digit (Sundararajan et al. 2017);
            "gradient_times_input": the gradient at the digit times the ink (Shrikumar et al. 2016);
            "occlusion": what the logit loses when a patch of 3x3 pixels becomes paper (Zeiler and Fergus 2014);
            "hires_cam": the last convolution times its gradient (Draelos and Carin 2020);
            "grad_cam": the same with the mean gradient of each map (Selvaraju et al. 2017), an example of a map that misleads.
        model: a live Keras model, or an engine; None for the shipped network. It has to be a chain of layers that
            `NumPyEngine` knows, and to end in softmax or sigmoid. TensorFlow is not needed for the shipped network.

    Returns:
        A record with the map and its checks; `draw_attribution` makes a figure of it.

    Raises:
        TypeError: if `model` is not a Keras model.
        ValueError: if the paper is blank, or the class, the method or the network is not one of those.

    Example:
        >>> seven = mnistviz.read_digit(mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]]))
        >>> mnistviz.attribute(seven, (7, 1)).values.shape
        (28, 28)
    """
    if method not in METHODS:
        raise ValueError(text("attribution-method-unknown", method=repr(method), methods=", ".join(METHODS)))
    engine = numpy_engine_for(model)
    if isinstance(digit, np.ndarray) and digit.ndim != 2:
        raise ValueError(text("not-one-digit", shape=str(digit.shape)))
    prediction = ForwardPass(digit, engine.run(digit), engine.classes).prediction
    if prediction is None:
        raise ValueError(text("nothing-to-attribute"))
    question = Question(engine, digit, prediction if target is None else check_target(target, engine.classes))
    return Attribution(METHODS[method](question).astype(np.float32), method, question)
