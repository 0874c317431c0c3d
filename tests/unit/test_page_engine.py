"""The page computes what Python computes; `tests/agreement` says how to add a case."""

from __future__ import annotations

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
from tests.support.page_engine import disagreements

if TYPE_CHECKING:
    from collections.abc import Callable

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


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the page's tests say, by module."""
    return disagreements({module: case() for module, case in CASES.items()}, tmp_path_factory.mktemp("expected"))


@pytest.mark.parametrize("module", CASES)
def test_the_page_agrees_with_python(module: str, found: dict[str, list[str]]) -> None:
    assert found[module] == []
