"""Maps of all kinds, and what matters in each, as NumPy finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.network.engine import forward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array
    from tests.agreement import Expected

RANDOM = 300


def expected() -> Expected:
    """Returns maps, and for each the place and value of its strongest value, how far it goes on, and where others like it lie."""
    maps = list(_maps(np.random.default_rng(19)))
    return {"summaries": [summary_of(values) for values in maps]}, {str(number): values for number, values in enumerate(maps)}


def summary_of(values: Array) -> dict[str, Any] | None:
    """Sums a map up, float32 (row, column), as the page does in `frontend/core/strip/summary.ts`; None if all of it is 0."""
    exact = values.astype(np.float64)
    row, column = (int(place) for place in np.unravel_index(np.abs(exact).argmax(), exact.shape))
    peak = exact[row, column]
    if peak == 0:
        return None
    strong = exact / peak >= 0.5
    on_row, on_column = _run(strong[row], column), _run(strong[:, column], row)
    longer = (on_row[1] - on_row[0]) - (on_column[1] - on_column[0])
    run = ("spot", "row", "column")[int(np.sign(longer))]
    return {
        "value": float(peak),
        "row": row,
        "column": column,
        "run": run,
        "along": on_column if run == "column" else on_row,
        "rows": [int(end) for end in np.flatnonzero(strong.any(axis=1))[[0, -1]]],
        "columns": [int(end) for end in np.flatnonzero(strong.any(axis=0))[[0, -1]]],
        "share": float(strong.mean()),
        "down": _third(row, len(exact)),
        "across": _third(column, exact.shape[1]),
    }


def _run(strong: Array, place: int) -> list[int]:
    """Returns the first and the last of the strong places around one, between the gaps on both sides."""
    gaps = np.flatnonzero(~strong)
    return [int(gaps[gaps < place].max(initial=-1)) + 1, int(gaps[gaps > place].min(initial=len(strong))) - 1]


def _third(place: int, count: int) -> int:
    return sum(place + 0.5 >= count * part / 3 for part in (1, 2))


def _maps(rng: np.random.Generator) -> Iterator[Array]:
    for _ in range(RANDOM):
        shape = rng.integers(1, 30, 2)
        values = rng.normal(size=shape) * (rng.random(shape) < rng.choice([0.02, 0.3, 1]))
        if rng.random() < 0.3:
            values = np.abs(values)
        if rng.random() < 0.3:
            values = np.round(values)  # with many ties
        yield values.astype(np.float32)
    yield from (np.zeros((4, 5), np.float32), np.full((4, 5), -2, np.float32))
    images, _ = load_digits()
    for digit in as_digits(images[::500]):
        for values in forward(digit).activations.values():
            if values.ndim == 3:
                yield from np.ascontiguousarray(values.transpose(2, 0, 1))
