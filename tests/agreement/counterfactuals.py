"""Changes of digits that make networks read another class, and what they become on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.counterfactual import CounterfactualError, Kind, counterfactual
from mnistviz.explain.suggestion import suggest
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import BRUSH, EVERY_STEP, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.ink.scene import Scene
from mnistviz.network.chain import shipped_chain
from mnistviz.network.engine import numpy_engine_for, shipped_engine
from tests.agreement import pens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke
    from mnistviz.network.numpy_engine import NumPyEngine
    from tests.agreement import Expected

KINDS: tuple[Kind, ...] = get_args(Kind)
DRAWINGS = 12


def expected(count: int = 9) -> Expected:
    """Returns changes of some bundled digits to the runner-up of the shipped network, of the kinds in turn."""
    images, _ = load_digits()
    digits = as_digits(images[:: len(images) // count][:count])
    return expected_of([numpy_engine_for(None)], [(digit, [KINDS[at % len(KINDS)]]) for at, digit in enumerate(digits)])


def expected_of(engines: Sequence[NumPyEngine], wanted: Sequence[tuple[Array, Sequence[Kind]]]) -> Expected:
    """Returns changes of digits to the runner-up.

    Args:
        engines: the networks that read the digits.
        wanted: digits, float32 (28, 28), 0 paper to 1 ink, and the kinds of changes of each.
    """
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, engine in enumerate(engines):
        arrays |= {f"{number}/chain/{name}": array for name, array in engine.chain.arrays.items()}
        cases = []
        for at, (digit, kinds) in enumerate(wanted):
            arrays[f"{number}/digits/{at}"] = digit.ravel()
            target = int(np.argsort(-engine.run(digit)[engine.layers[-1].name], kind="stable")[1])
            for kind in kinds:
                case: dict[str, Any] = {"digit": at, "kind": kind, "target": target, "found": None}
                try:
                    found = counterfactual(digit, target, kind, engine)
                except CounterfactualError:
                    pass
                else:
                    arrays[f"{number}/changed/{at}/{kind}"] = found.digit.ravel()
                    case["found"] = {"amount": found.amount, "strokes": _flat(found.strokes)}
                cases.append(case)
        networks.append({"layers": engine.chain.layers, "cases": cases})
    return {"networks": networks}, arrays


def expected_suggestions() -> Expected:
    """Returns drawn digits, lines that were found to be added, and what the paper is to become."""
    rng = np.random.default_rng(31)
    chain = shipped_chain()
    arrays = {f"network/{name}": array for name, array in chain.arrays.items()}
    cases: list[dict[str, Any]] = []
    while len(cases) < DRAWINGS:
        wanted = EVERY_STEP if len(cases) % 4 else FramingSteps(*map(bool, rng.integers(0, 2, 4)))
        drawing = Drawing([stroke.tolist() for stroke in pens.digit(rng)], BRUSH if len(cases) % 5 else None)
        scene = Scene(drawing)
        framing = frame_path(PenPath().update(drawing), wanted)
        kind: Kind = "add" if len(cases) % 6 else "remove"
        try:
            found = counterfactual(framing.digit, kind=kind)
        except CounterfactualError:
            continue
        made = suggest(found, scene, framing, wanted, shipped_engine())
        arrays[f"digits/{len(cases)}"] = framing.digit.ravel()
        arrays[f"changed/{len(cases)}"] = found.digit.ravel()
        arrays[f"probabilities/{len(cases)}"] = made.forward.probabilities
        cases.append(
            {
                "strokes": drawing.strokes,
                "brush": drawing.brush,
                "wanted": {name: getattr(wanted, name) for name in ("crop", "scale", "line", "centre")},
                "kind": kind,
                "target": found.target,
                "lines": _flat(found.strokes),
                "suggested": _flat(made.strokes),
                "width": made.width,
                "is_drawn": made.is_drawn,
                "is_least": made.is_least,
            }
        )
    return {"layers": list(chain.layers), "cases": cases}, arrays


def _flat(strokes: Iterable[Stroke]) -> list[list[float]]:
    """Returns both ends of each line in a row."""
    return [[coordinate for point in stroke for coordinate in point] for stroke in strokes]
