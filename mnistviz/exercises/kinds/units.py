"""Exercises on what follows a convolution: ReLU, a dense unit and softmax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.task import DECIMALS, Number, Task, all_rounded, list_table, map_table, two

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.receptive_field import Index


def relu(subject: Subject) -> Task:
    """What ReLU leaves of five values."""
    layer = subject.layers("ReLU", lambda layer: len(layer.shape) == 3 and layer.shape[1] >= 5)[0]
    below = subject.below(layer)
    values = subject.values(below)

    def wish(index: Index, least: int) -> bool:
        row = values[index[0], index[1] : index[1] + 5, index[2]]
        return bool(min((row >= 0.05).sum(), (row <= -0.05).sum()) >= least)

    places = (layer.shape[0], layer.shape[1] - 4, layer.shape[2])
    row, column, channel = subject.pick(places, lambda index: wish(index, 2), lambda index: wish(index, 1))
    exact = values[row, column : column + 5, channel].astype(float)
    shown = all_rounded(exact)
    kept = shown[shown > 0]
    solution = f"ReLU keeps {', '.join(map(two, kept))} and makes the others 0; the sum is {two(kept.sum())}."
    mistakes = (
        (shown.sum(), "You forgot the ReLU: negative values become 0 before the sum."),
        (max(shown.sum(), 0), "ReLU works on each value by itself, before they are added."),
        (np.abs(shown).sum(), "ReLU makes negative values 0, not positive."),
        (shown[shown < 0].sum(), "ReLU keeps the positive values, not the negative ones."),
    )
    return Task(
        f"These are five neighbours in `{below}`, channel {channel}. After ReLU, in `{layer.name}`, what is the sum of the five? "
        f"{DECIMALS}",
        Number((kept.sum(), np.maximum(exact, 0).sum()), solution, "Put 0 for each negative value, then add.", mistakes),
        ("ReLU of a negative value is 0; a positive one stays as it is.", f"{len(kept)} of the five values remain."),
        solution,
        (map_table(f"Before ReLU, `{below}`", [row], range(column, column + 5), [shown]),),
    )


def dense_contribution(subject: Subject) -> Task:
    """Which of four inputs adds most to a dense unit."""
    layer = subject.layers("Dense")[-1]
    below = subject.below(layer)
    unit = int(subject.values(layer.name).argmax())
    terms = subject.explain(layer, (unit,)).terms
    value, weight = (all_rounded(numbers) for numbers in (terms.value, terms.weight))
    four = _four_inputs(subject, terms.strongest(12), value, weight)
    products = value[four] * weight[four]
    best = int(four[products.argmax()])
    solution = f"Unit {best}: of the products {', '.join(map(two, products))} its own, {two(products.max())}, is the largest."
    mistakes = [
        (four[value[four].argmax()], "It has the largest value, but a value counts by its weight: multiply them."),
        (four[weight[four].argmax()], "It has the largest weight, but a weight counts by the value: multiply them."),
        *((one, f"The product of unit {one} is not the largest.") for one in four),
    ]
    return Task(
        f"Unit {unit} of `{layer.name}` adds up value times weight of all {len(terms)} units of `{below}`. Here are four of "
        "them. Which one adds most to the sum? Answer with its number.",
        Number([best], solution, f"Choose one of {', '.join(map(str, four))}.", mistakes, whole=True, is_label=True),
        ("Multiply each value by its weight.", "A negative product takes away from the sum."),
        solution,
        (list_table(f"Four inputs of unit {unit}", "unit", four.tolist(), value=value[four], weight=weight[four]),),
    )


def softmax(subject: Subject) -> Task:
    """A probability from three logits."""
    steps = subject.explain(subject.engine.layers[-1], (0,)).softmax
    if steps is None:
        raise ValueError("A network that ends in softmax is required. Received: another one. Choose another exercise.")
    classes = _close_classes(subject, steps.logits)
    at = int(subject.generator.integers(3))
    logits = all_rounded(steps.logits[classes])
    powers, exact = np.exp(logits), np.exp(steps.logits[classes] - steps.logits.max())
    share = powers[at] / powers.sum()
    solution = f"exp({two(logits[at])}) is {powers[at]:.3g}, all three are {powers.sum():.3g}, and that gives {two(share)}."
    mistakes = [
        (powers[at], "You forgot to divide by the sum of all three exponentials."),
        (logits[at] / (logits.sum() or 1), "That is a share of the logits. Take the exponential of each first."),
        (2 ** logits[at] / (2**logits).sum(), "Take powers of e = 2.718..., not of 2."),
        *(
            (powers[other] / powers.sum(), f"That is the probability of class {classes[other]}.")
            for other in range(3)
            if other != at
        ),
    ]
    return Task(
        "Softmax makes probabilities of logits. If these three classes were the only ones, what would be the probability of "
        f"class {classes[at]}? Answer with two decimals or in percent; 0.01 more or less is right, too.",
        Number(
            (share, exact[at] / (exact.sum() or 1)),
            solution,
            "Divide the exponential of its logit by the sum of the three exponentials.",
            mistakes,
            share=True,
        ),
        ("Take exp(logit) of each class. What share of their sum has this one?", f"The exponentials sum to {powers.sum():.4g}."),
        solution,
        (list_table("Logits", "class", classes.tolist(), logit=logits),),
    )


def _four_inputs(subject: Subject, strongest: Array, value: Array, weight: Array) -> Array:
    """Four of the strongest inputs, one of which leads clearly; best one that has neither the largest value nor weight."""

    def wish(index: Sequence[int], *, strict: bool) -> bool:
        if len(set(index)) < 4 or max(index) >= len(strongest):
            return False
        four = strongest[list(index)]
        product = value[four] * weight[four]
        second, first = np.sort(product)[-2:]
        misleads = product.argmax() not in (value[four].argmax(), weight[four].argmax())
        return bool(first > 0 and first - second > 0.02 and (misleads or not strict))

    index = subject.pick((12,) * 4, lambda index: wish(index, strict=True), lambda index: wish(index, strict=False))
    return np.sort(strongest[list(index)])


def _close_classes(subject: Subject, logits: Array) -> Array:
    """Three classes with neighbouring logits: far apart, they would have the probabilities 1, 0 and 0."""
    order = np.argsort(-logits, kind="stable")
    spread = logits[order[:-2]] - logits[order[2:]]
    first = int(subject.one_of(np.argsort(spread, kind="stable")[:3].tolist()))
    return np.sort(order[first : first + 3])
