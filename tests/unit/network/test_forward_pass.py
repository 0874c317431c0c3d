"""What a forward pass says about itself."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from mnistviz.network.forward_pass import ForwardPass

INK = np.eye(28, dtype=np.float32)
BLANK = np.zeros((28, 28), np.float32)


def forward_pass(digit: np.ndarray, name: str = "probabilities") -> ForwardPass:
    probabilities = np.full(10, 0.02, np.float32)
    probabilities[3] = 0.82
    return ForwardPass(digit, {"logits": np.log(probabilities), name: probabilities})


@pytest.mark.parametrize("name", ["probabilities", "softmax_7"])
def test_the_last_layer_has_the_probabilities(name: str) -> None:
    passed = forward_pass(INK, name)
    assert passed.probabilities is passed.activations[name]
    assert passed.prediction == 3
    assert isinstance(passed.prediction, int)
    assert passed.confidence == pytest.approx(0.82)
    assert isinstance(passed.confidence, float)
    assert repr(passed) == "ForwardPass(prediction 3, confidence 82.0%, 2 layers)"


def test_blank_paper_has_no_prediction() -> None:
    passed = forward_pass(BLANK)
    assert passed.prediction is None
    assert passed.confidence == 0
    assert repr(passed) == "ForwardPass(blank paper, 2 layers)"


def test_the_faintest_ink_is_not_blank_paper() -> None:
    digit = BLANK.copy()
    digit[5, 5] = 1 / 255
    assert forward_pass(digit).prediction == 3


def test_a_forward_pass_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        forward_pass(INK).digit = BLANK  # type: ignore[misc]
