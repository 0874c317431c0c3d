"""The registry: each file in `kinds/` is one kind, and a new file is all that a new kind needs."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.exercises import kinds as folder
from mnistviz.exercises import registry
from tests.unit.exercises.student import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEW_KIND = """
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task


@exercise_kind("seven", title="softmax-title", order=35, needs_digit=False)
def seven(subject):
    return Task("How much is 3 + 4?", Number([7], "It is 7.", "Count."), ("Use your fingers.",), "It is 7.")
"""


def test_every_kind_is_listed(refuses: Callable[..., Any]) -> None:
    kinds = mnistviz.exercise_kinds()
    assert len(kinds) >= 10
    assert all(0 < len(line) < 80 for line in kinds.values())
    for kind in ("conv", "", None, 7, ["relu"]):
        with refuses(ValueError, "mnistviz.exercise_kinds()"):
            Exercise(kind, SEVEN)  # type: ignore[arg-type]


def test_each_file_is_named_after_its_kind() -> None:
    files = {module.name for module in pkgutil.iter_modules(folder.__path__)}
    assert files == {kind.replace("-", "_") for kind in registry.kinds()}
    for kind in registry.kinds().values():
        assert kind.make.__module__ == f"mnistviz.exercises.kinds.{kind.name.replace('-', '_')}"


def test_no_two_kinds_have_the_same_place_in_the_list() -> None:
    orders = [kind.order for kind in registry.kinds().values()]
    assert orders == sorted(set(orders))


@pytest.fixture
def new_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file in `kinds/` that nothing else knows of."""
    (tmp_path / "seven.py").write_text(NEW_KIND)
    monkeypatch.setattr(registry, "_registered", dict(registry._registered))
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    registry.kinds.cache_clear()
    yield
    registry.kinds.cache_clear()
    del sys.modules["mnistviz.exercises.kinds.seven"]


@pytest.mark.usefixtures("new_kind")
def test_a_new_kind_is_one_new_file() -> None:
    names = list(mnistviz.exercise_kinds())
    assert names[names.index("seven") - 1 :][:3] == ["conv-by-hand", "seven", "conv-channels"]
    assert Exercise("seven").check(7)
