"""Finds the few lines of a pen or a rubber that turn a digit into another one for a network.

The search is greedy with several hopes at a time (a beam search): gradients of the network say which of 3,700 lines promise most
for their ink, the network itself decides among these. Then the lines are shortened and moved as long as that saves ink.
The result is a local minimum: no end of a line can move, and no line can be left out. Other lines may need less ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.pen_lines import grid_lines, masks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array
    from mnistviz.explain.contest import Contest
    from mnistviz.explain.pen_lines import Paper

_PRICE = 6.0
"""What a line costs beside its ink (pixels of full ink), so that few long lines are found rather than many dots."""
_EAGERNESS = (0.25, 0.5)
"""Exponents of the cost that a gain is divided by; the cheaper of both results is taken. With 1, the search takes many small
lines and often gets stuck before the class wins; with 0, cost would not count."""
_HOPES = 6
"""Sets of lines that are followed at a time."""
_TRIED = 24
"""Lines that are tried next for each of them."""
_MOST_LINES = 8
"""Lines that are put together."""
_HOPELESS = 2.0
"""Lines that cost so many times as much as the best ones are not polished: that hardly ever saves half of the cost."""
_ALIKE = 0.7
"""Share of common ink from which two sets of lines count as the same hope."""
_STEPS = (1.0, 0.5, 0.25)
"""Pixels that lines and their ends are moved by, one after the other."""
_WORTH = 5.0
"""Ink (pixels of full ink) that a margin as large as the first deficit is worth while lines are moved: moves that save no ink
at once may make room to save some."""
_PORTION = 12
"""Changes of lines that are tried at a time."""
_PORTIONS = 2
"""Portions that are tried before the step gets smaller; with the last step all are."""
_WINS = 1e6
"""Merit of a win, in the same unit as costs and margins, which are smaller."""
_GAIN = 1e-3
"""Least saving (pixels of full ink) or gain of margin that counts, so that the search ends."""
_DIRECTIONS = np.array([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y], np.float32)


@dataclass(frozen=True, eq=False)
class Sketch:
    """Lines on a paper, and what the network makes of them.

    Attributes:
        lines: float32 (n, 4).
        mask: float32 (784,): how much of each pixel they cover.
        amount: of ink that they add or take away (pixels of full ink).
        margin: see `Contest.margins`.
    """

    lines: Array
    mask: Array
    amount: float
    margin: float

    @property
    def cost(self) -> float:
        """Ink, and a price for each line (pixels of full ink)."""
        return self.amount + _PRICE * len(self.lines)


class LineSearch:
    """Searches lines on one paper.

    Args:
        contest: the class that shall win.
        paper: the digit, and whether ink is added or taken away.
        enough: the margin from which the class counts as the winner.
    """

    def __init__(self, contest: Contest, paper: Paper, enough: float) -> None:
        self._contest, self._paper, self._enough = contest, paper, enough
        blank = np.zeros((0, 4), np.float32)
        (self._start,) = self._sketches([blank], np.zeros((1, 784), np.float32))
        self._deficit = enough - self._start.margin

    def run(self) -> Sketch:
        """Returns the cheapest lines that were found; if none is enough, those with the largest margin."""
        ends = [self._grow(self._start, eagerness) for eagerness in _EAGERNESS]
        if not any(map(self._wins, ends)):
            nearest = self._polish(max(ends, key=lambda sketch: sketch.margin))
            ends = [self._grow(nearest, _EAGERNESS[0])]
        ends.sort(key=lambda sketch: (not self._wins(sketch), sketch.cost))
        best = self._polish(ends[0])
        for end in ends[1:]:
            if self._wins(end) and end.cost < _HOPELESS * best.cost:
                best = min(best, self._polish(end), key=lambda sketch: sketch.cost)
        return best

    def _wins(self, sketch: Sketch) -> bool:
        return sketch.margin >= self._enough

    def _sketches(self, lines: list[Array], masks: Array) -> list[Sketch]:
        amounts = self._paper.amounts(masks)
        margins = self._contest.margins(self._paper.changed(masks))
        return [Sketch(*parts) for parts in zip(lines, masks, amounts.tolist(), margins.tolist(), strict=True)]

    def _grow(self, start: Sketch, eagerness: float) -> Sketch:
        """Adds lines until they are enough. Returns the cheapest lines that are, or else those with the largest margin."""
        hopes, best = [start], start

        def promise(sketch: Sketch) -> float:
            return float((sketch.margin - self._start.margin) / sketch.cost**eagerness)

        for _ in range(_MOST_LINES if not self._wins(start) else 0):
            tried = self._longer(hopes, eagerness)
            if not tried:
                break
            best = max([best, *tried], key=lambda sketch: sketch.margin)
            enough = list(filter(self._wins, tried))
            if enough:
                return min(enough, key=lambda sketch: sketch.cost)
            hopes = self._different(sorted(tried, key=promise, reverse=True))
        return best

    def _longer(self, hopes: list[Sketch], eagerness: float) -> list[Sketch]:
        """Returns the sketches with one more line each, of those lines that promise most by the gradient."""
        lines, masks = grid_lines()
        gradients = self._contest.gradients(self._paper.changed(np.stack([hope.mask for hope in hopes])))
        count = _TRIED * _HOPES // len(hopes)
        longer, covered = [], []
        for hope, gradient in zip(hopes, gradients, strict=True):
            room = self._paper.room * (1 - hope.mask)
            gains = hope.margin - self._start.margin + masks @ (gradient.reshape(-1) * room * self._paper.sign)
            inks = masks @ room
            promises = np.where(inks > 0.5, gains / (hope.cost + _PRICE + inks) ** eagerness, -np.inf)
            for number in np.argsort(-promises, kind="stable")[:count]:
                if inks[number] > 0.5:
                    longer.append(np.concatenate([hope.lines, lines[number : number + 1]]))
                    covered.append(np.maximum(hope.mask, masks[number]))
        return self._sketches(longer, np.stack(covered)) if longer else []

    def _different(self, sketches: list[Sketch]) -> list[Sketch]:
        """Returns the first sketches that do not share most of their ink."""
        kept: list[Sketch] = []
        for sketch in sketches:
            common = (
                self._paper.amounts(np.minimum(sketch.mask, other.mask)[None])[0] / max(sketch.amount, other.amount)
                for other in kept
            )
            if all(share < _ALIKE for share in common):
                kept.append(sketch)
            if len(kept) == _HOPES:
                break
        return kept

    def _polish(self, sketch: Sketch) -> Sketch:
        """Moves, halves and leaves out lines as long as that raises the margin until it is enough, and then saves ink."""
        for step in _STEPS:
            worth, portions = (_WORTH / max(self._deficit, 1e-6), _PORTIONS) if step > _STEPS[-1] else (0.0, None)
            while (better := self._better(sketch, step, worth, portions)) is not None:
                sketch = better
        return sketch

    def _better(self, sketch: Sketch, step: float, worth: float, portions: int | None) -> Sketch | None:
        """Returns a better sketch that differs in one line; None if there is none.

        Args:
            sketch: the present lines.
            step: how far lines and their ends are moved (pixels).
            worth: what a margin of 1 is worth (pixels of full ink).
            portions: how many of those that promise most by the gradient are tried, in portions; None for all.
        """
        variants = list(_variants(sketch.lines, step))
        if not variants:
            return None
        masks = _masks(sketch.lines, variants)
        gradient = self._contest.gradients(self._paper.changed(sketch.mask[None])).reshape(-1)
        margins = sketch.margin + (masks - sketch.mask) @ (gradient * self._paper.room * self._paper.sign)
        counts = len(sketch.lines) - np.array([line is None for _, line in variants])
        costs = self._paper.amounts(masks) + _PRICE * counts
        promises = np.where(margins >= self._enough, _WINS - costs + worth * margins, margins)
        may_help = costs < sketch.cost if self._wins(sketch) and not worth else np.ones(len(costs), bool)
        order = [at for at in np.argsort(-promises, kind="stable") if may_help[at]]
        for start in range(0, len(order), _PORTION)[:portions]:
            portion = order[start : start + _PORTION]
            tried = self._sketches([_replaced(sketch.lines, *variants[at]) for at in portion], masks[portion])
            best = max(tried, key=lambda other: self._merit(other, worth))
            if self._merit(best, worth) > self._merit(sketch, worth) + _GAIN:
                return best
        return None

    def _merit(self, sketch: Sketch, worth: float) -> float:
        """Returns what orders sketches: those that win by their cost, before all that don't, by their margin."""
        return _WINS - sketch.cost + worth * sketch.margin if self._wins(sketch) else sketch.margin


def _variants(lines: Array, step: float) -> Iterator[tuple[int, Array | None]]:
    """Yields the number of each line with what may stand in its place: nothing, its halves, the line moved, or one end moved."""
    still = np.zeros(2, np.float32)
    for number, line in enumerate(lines):
        if len(lines) > 1:
            yield number, None
        middle = (line[:2] + line[2:]) / 2
        yield number, np.concatenate([line[:2], middle])
        yield number, np.concatenate([middle, line[2:]])
        for direction in _DIRECTIONS * np.float32(step):
            for ends in ((direction, direction), (direction, still), (still, direction)):
                yield number, line + np.concatenate(ends)


def _replaced(lines: Array, number: int, line: Array | None) -> Array:
    """Returns the lines with another one, or none, in the place of one."""
    rest = np.delete(lines, number, axis=0)
    return rest if line is None else np.insert(rest, number, line, axis=0)


def _masks(lines: Array, variants: list[tuple[int, Array | None]]) -> Array:
    """Returns what the lines cover with each of the variants: float32 (n, 784)."""
    each = masks_of(lines)
    others = np.stack([np.delete(each, number, axis=0).max(axis=0, initial=0) for number in range(len(each))])
    masks: Array = others[[number for number, _ in variants]]
    moved = [at for at, (_, line) in enumerate(variants) if line is not None]
    masks[moved] = np.maximum(masks[moved], masks_of(np.stack([line for _, line in variants if line is not None])))
    return masks
