"""The page computes what Python computes; `tests/agreement` says how to add a case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.agreement import (
    attributions,
    codes,
    counterfactuals,
    drawings,
    edits,
    explanations,
    gradients,
    histories,
    maximisations,
    network,
    numbers,
    pictures,
    scores,
    summaries,
    uploads,
)
from tests.support.page_engine import assert_agreement, disagreements

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.agreement import Expected

CASES: dict[str, Callable[[], Expected]] = {
    "core/colours": codes.expected,
    "core/numbers": numbers.expected,
    "core/strip/summary": summaries.expected,
    "network/network": network.expected,
    "network/edits": edits.expected,
    "network/gradients/gradient_engine": gradients.expected,
    "ink/framing": drawings.expected,
    "ink/pictures": pictures.expected,
    "reading/clean_ink": uploads.expected,
    "explain/attribution/attribution": attributions.expected,
    "explain/counterfactual/counterfactual": counterfactuals.expected,
    "explain/counterfactual/suggestion": counterfactuals.expected_suggestions,
    "explain/answer_history": histories.expected,
    "explain/framing_comparison": drawings.expected_steps,
    "explain/maximisation/ascent": maximisations.expected,
    "explain/inspect": explanations.expected,
    "explain/out_of_distribution": scores.expected,
}
"""What Python expects of each module of the page."""
MORE: dict[str, Callable[[], Expected]] = {
    "ink/framing": partial(drawings.expected, 1600),
    "reading/clean_ink": partial(uploads.expected, 24, 3),
    "explain/counterfactual/counterfactual": partial(counterfactuals.expected, 30),
    "explain/maximisation/ascent": partial(maximisations.expected, 3),
}
"""More cases of what takes long."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the page's tests say, by module."""
    return disagreements({module: case() for module, case in CASES.items()}, tmp_path_factory.mktemp("expected"))


@pytest.mark.parametrize("module", CASES)
def test_the_page_agrees_with_python(module: str, found: dict[str, list[str]]) -> None:
    assert found[module] == []


@pytest.mark.thorough
@pytest.mark.parametrize("module", MORE)
def test_the_page_agrees_with_python_in_many_cases(module: str, tmp_path: Path) -> None:
    assert_agreement(module, MORE[module](), tmp_path)
