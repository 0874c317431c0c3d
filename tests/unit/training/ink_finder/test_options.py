"""The numbers of a training of the ink finder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz.training.ink_finder.options import InkOptions

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(("name", "value"), [("pictures", 39), ("epochs", 0), ("seed", -1), ("processes", 0)])
def test_numbers_that_are_too_small_are_refused(name: str, value: int, refuses: Callable) -> None:
    with refuses(ValueError, f"The value of {name} is {value}. Use at least {value + 1}"):
        InkOptions(Path("m.npz"), **{name: value})
    InkOptions(Path("m.npz"), **{name: value + 1})
