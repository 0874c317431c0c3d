"""Activations: functions of one value with their slopes. The page's counterpart is `activation.ts`.

Where a function has a corner, the slope is the one that TensorFlow takes: that of a ReLU at 0 is 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array

_SELU_SCALE = 1.0507009873554805
_SELU_ALPHA = 1.6732632423543772
_LEAKY_SLOPE = 0.2
"""Keras' default."""
_GELU_SCALE = math.sqrt(2 / math.pi)
_GELU_CUBE = 0.044715
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_SCALE = 0.3275911


@dataclass(frozen=True)
class Function:
    """An activation as an `Operation`.

    Attributes:
        value: the function.
        slope: its derivative, from the value x that it is applied to and its result y.
    """

    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Any]

    def forward(self, values: Array) -> Array:
        """See `Operation.forward`."""
        return self.value(values)

    def backward(self, values: Array, output: Array, upstream: Array) -> Array:
        """See `Operation.backward`."""
        gradient: Array = upstream * self.slope(values, output)
        return gradient.astype(values.dtype, copy=False)


def function_of(name: str, constants: Mapping[str, float]) -> Function:
    """Returns an activation.

    Args:
        name: Keras' name, as in a `Chain`.
        constants: its parameters, by Keras' names.

    Raises:
        KeyError: if there is no such activation.
    """
    parametric = _PARAMETRIC.get(name)
    return parametric(**constants) if parametric else _FUNCTIONS[name]


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def _softplus(x: Array) -> Array:
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def _erf(x: Array) -> Array:
    """The error function, right to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    t = 1 / (1 + _ERF_SCALE * np.abs(x))
    polynomial = t * (_ERF[0] + t * (_ERF[1] + t * (_ERF[2] + t * (_ERF[3] + t * _ERF[4]))))
    value: Array = np.copysign(1 - polynomial * np.exp(-x * x), x)
    return value


def _relu(negative_slope: float = 0.0, max_value: float = math.inf, threshold: float = 0.0) -> Function:
    if not negative_slope and not threshold and max_value == math.inf:
        return Function(lambda x: np.maximum(x, 0), lambda x, _: x > 0)
    at_threshold = negative_slope if max_value == math.inf and threshold == 0 else 0.0  # as Keras puts them together
    return Function(
        lambda x: np.where(x > threshold, np.minimum(x, max_value), negative_slope * (x - threshold)),
        lambda x, _: np.where(x > threshold, x <= max_value, np.where(x < threshold, negative_slope, at_threshold)),
    )


def _leaky_relu(negative_slope: float = _LEAKY_SLOPE) -> Function:
    return Function(lambda x: np.where(x > 0, x, negative_slope * x), lambda x, _: np.where(x > 0, 1.0, negative_slope))


def _elu(alpha: float = 1.0) -> Function:
    return Function(
        lambda x: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
        lambda x, _: np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0))),
    )


def _gelu(approximate: float = 0.0) -> Function:
    if approximate:
        return Function(lambda x: 0.5 * x * (1 + _gelu_tanh(x)), _slope_of_approximate_gelu)
    return Function(
        lambda x: 0.5 * x * (1 + _erf(x * math.sqrt(0.5))),
        lambda x, _: 0.5 * (1 + _erf(x * math.sqrt(0.5))) + x * np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi),
    )


def _gelu_tanh(x: Array) -> Array:
    value: Array = np.tanh(_GELU_SCALE * (x + _GELU_CUBE * x * x * x))
    return value


def _slope_of_approximate_gelu(x: Array, _: Array) -> Array:
    tanh = _gelu_tanh(x)
    slope: Array = 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * _GELU_SCALE * (1 + 3 * _GELU_CUBE * x * x)
    return slope


def _mish(x: Array) -> Array:
    value: Array = x * np.tanh(_softplus(x))
    return value


def _slope_of_mish(x: Array, _: Array) -> Array:
    tanh = np.tanh(_softplus(x))
    slope: Array = tanh + x * (1 - tanh * tanh) * _sigmoid(x)
    return slope


def _slope_of_silu(x: Array, y: Array) -> Array:
    sigmoid = _sigmoid(x)
    slope: Array = sigmoid + y * (1 - sigmoid)
    return slope


_PARAMETRIC: Mapping[str, Callable[..., Function]] = {
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "elu": _elu,
    "gelu": _gelu,
}
_FUNCTIONS: Mapping[str, Function] = {
    "relu6": Function(lambda x: np.clip(x, 0, 6), lambda x, _: (x > 0) & (x < 6)),
    "selu": Function(
        lambda x: _SELU_SCALE * np.where(x > 0, x, _SELU_ALPHA * np.expm1(np.minimum(x, 0))),
        lambda _, y: np.where(y < 0, y + _SELU_SCALE * _SELU_ALPHA, _SELU_SCALE),
    ),
    "silu": Function(lambda x: x * _sigmoid(x), _slope_of_silu),
    "sigmoid": Function(_sigmoid, lambda _, y: y * (1 - y)),
    "hard_sigmoid": Function(lambda x: np.clip(x + 3, 0, 6) / 6, lambda x, _: ((x > -3) & (x < 3)) / 6),
    "tanh": Function(np.tanh, lambda _, y: 1 - y * y),
    "softplus": Function(_softplus, lambda x, _: _sigmoid(x)),
    "softsign": Function(lambda x: x / (1 + np.abs(x)), lambda x, _: 1 / np.square(1 + np.abs(x))),
    "exponential": Function(np.exp, lambda _, y: y),
    "mish": Function(_mish, _slope_of_mish),
}
"""Functions without parameters."""
