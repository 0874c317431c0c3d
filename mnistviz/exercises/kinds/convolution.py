"""Exercises on convolutions: one number by hand, the sum over channels, and what a filter says of blank paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.task import DECIMALS, Number, Table, Task, all_rounded, map_table, rounded, two, unit_place

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.receptive_field import Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.forward_pass import Layer

_DRIFT = 0.03
"""How far the sum of rounded numbers may be from the network's number: more would make two right answers."""
_SIGNED = "That is the value after ReLU. The convolution itself can be negative."


def conv_by_hand(subject: Subject) -> Task:
    """One cell of the first convolution from its window, kernel and bias."""
    layer = _reads_one_channel(subject)
    index = subject.pick(
        layer.shape,
        lambda index: _can_be_added_up(subject.explain(layer, index), strict=True),
        lambda index: _can_be_added_up(subject.explain(layer, index), strict=False),
    )
    cell = subject.explain(layer, index)
    patch, kernel, bias = _shown(cell)
    products = (patch * kernel).sum()
    solution = f"The products sum to {two(products)}, with the bias {two(bias)} that is {two(products + bias)}."
    mistakes = (
        (products, "You forgot the bias: it is added to the products."),
        (products - bias, "The bias is added, not subtracted."),
        (_flipped(patch, kernel) + bias, "You flipped the kernel. Here pixel and weight of the same place are multiplied."),
        (_turned(patch, kernel) + bias, "You took the kernel's rows for its columns."),
        (max(products + bias, 0), _SIGNED),
    )
    rows, columns = (np.unique(cell.terms.source[:, axis]).tolist() for axis in (0, 1))
    return Task(
        f"What is {unit_place(layer, index)}? It is the sum of all pixels of its window, each times the weight at the same "
        f"place of the kernel, plus the bias {two(bias)}. {DECIMALS}",
        Number((products + bias, cell.sum), solution, "Multiply pixel by weight, add all products and the bias.", mistakes),
        (
            "Only pixels that are not 0 count: look for them first.",
            f"The products sum to {two(products)}. What is still missing?",
        ),
        solution,
        (map_table("Pixels of the digit", rows, columns, patch), _kernel_table(kernel, index[2])),
    )


def conv_channels(subject: Subject) -> Task:
    """One cell of a later convolution from the sums of all channels below."""
    layer = subject.layers("Conv2D", lambda layer: layer.window is not None and layer.window[2] > 1)[-1]

    def wish(index: Index, least: int) -> bool:
        cell = subject.explain(layer, index)
        sums = _channel_sums(cell)
        return bool(np.count_nonzero(sums) >= least and abs(sums.sum() + rounded(cell.bias) - cell.sum) <= _DRIFT)

    index = subject.pick(layer.shape, lambda index: wish(index, 6), lambda index: wish(index, 1))
    cell = subject.explain(layer, index)
    sums, bias = _channel_sums(cell), rounded(cell.bias)
    total = sums.sum()
    solution = f"The {len(sums)} channels sum to {two(total)}, with the bias {two(bias)} that is {two(total + bias)}."
    mistakes = (
        (total, "You forgot the bias: it is added once, after all channels."),
        (total - bias, "The bias is added, not subtracted."),
        (total + len(sums) * bias, "The bias is added once, not once for each channel."),
        (total / len(sums) + bias, "The channels are added, not averaged."),
        (sums[np.abs(sums).argmax()] + bias, "All channels count, not the strongest one alone."),
        (max(total + bias, 0), _SIGNED),
    )
    return Task(
        f"What is {unit_place(layer, index)}? Its window lies on {len(sums)} channels of `{subject.below(layer)}` at once. The "
        f"products of each channel are added up already; the bias is {two(bias)}. {DECIMALS}",
        Number((total + bias, cell.sum), solution, "Add the sums of all channels, and then the bias once.", mistakes),
        ("A cell has one value, not one for each channel below.", f"The channels sum to {two(total)}. What is still missing?"),
        solution,
        tuple(_channel_table(sums, start) for start in range(0, len(sums), 8)),
    )


def blank_window(subject: Subject) -> Task:
    """What a filter of the first convolution says where there is only paper."""
    layer = _reads_one_channel(subject)
    kernel, biases = subject.engine.weights[layer.name]
    (channel,) = subject.pick((layer.shape[2],), lambda index: abs(biases[index[0]]) >= 0.03, lambda _: True)
    weights, bias = all_rounded(kernel[:, :, 0, channel]), rounded(biases[channel])
    solution = f"All products are 0, so the bias remains: {two(bias)}."
    mistakes = (
        (0.0, "The products are 0, but something is added to them."),
        (weights.sum() + bias, "You multiplied the weights by 1. Paper is 0, ink is 1."),
        (weights.sum(), "You added up the weights. Each is multiplied by its pixel, and paper is 0."),
        (-bias, "The sign is wrong."),
    )
    return Task(
        f"A window lies wholly on blank paper, where every pixel is 0. What is `{layer.name}`, channel {channel}, there? The "
        f"bias is {two(bias)}. {DECIMALS}",
        Number((bias, float(biases[channel])), solution, "Every product has the factor 0.", mistakes),
        ("How large is each product?",),
        solution,
        (_kernel_table(weights, channel),),
    )


def _reads_one_channel(subject: Subject) -> Layer:
    return subject.layers("Conv2D", lambda layer: layer.window is not None and layer.window[2] == 1)[0]


def _can_be_added_up(cell: UnitExplanation, *, strict: bool) -> bool:
    """Ink, but little of it; rounding that does not matter; and, if strict, mistakes that lead to other numbers."""
    patch, kernel, bias = _shown(cell)
    total = (patch * kernel).sum() + bias
    if not patch.any() or abs(total - cell.sum) > _DRIFT:
        return False
    tells_mistakes = min(abs(bias), abs(_flipped(patch, kernel) + bias - total)) > 0.03
    return not strict or bool(3 <= np.count_nonzero(patch) <= 6 and abs(total) >= 0.1 and tells_mistakes)


def _shown(cell: UnitExplanation) -> tuple[Array, Array, float]:
    """Window, kernel and bias as the question shows them. One that hangs over the edge counts as blank: it is not asked for."""
    rows, columns = (cell.chain[-1].window or ())[:2]
    if len(cell.terms) < rows * columns:
        return np.zeros((rows, columns)), np.zeros((rows, columns)), 0.0
    patch, kernel = (all_rounded(numbers).reshape(rows, columns) for numbers in (cell.terms.value, cell.terms.weight))
    return patch, kernel, rounded(cell.bias)


def _flipped(patch: Array, kernel: Array) -> float:
    return float((patch * kernel[::-1, ::-1]).sum())


def _turned(patch: Array, kernel: Array) -> float:
    """NaN, which no answer equals, where the kernel is no square."""
    return float((patch * kernel.T).sum()) if kernel.T.shape == patch.shape else np.nan


def _channel_sums(cell: UnitExplanation) -> Array:
    """float64 (channel,): the sum of the products of each channel below, as it is shown."""
    channels = (cell.chain[-1].window or ())[2]
    sums: Array = all_rounded(cell.terms.product.reshape(-1, channels).sum(axis=0))
    return sums


def _channel_table(sums: Array, start: int) -> Table:
    part = range(start, min(start + 8, len(sums)))  # eight columns fit a narrow notebook
    caption = f"Sums of the products, channels {part[0]} to {part[-1]}"
    return Table(caption, ("channel", *map(str, part)), (("sum", *(two(sums[channel]) for channel in part)),))


def _kernel_table(kernel: Array, channel: int) -> Table:
    return map_table(f"Kernel of channel {channel}", range(kernel.shape[0]), range(kernel.shape[1]), kernel)
