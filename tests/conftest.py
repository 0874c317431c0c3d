"""What all suites share: the bundled digits, and the form of every error message."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

os.environ["LANGUAGE"] = "en"  # whatever the machine speaks: before mnistviz is imported

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.digits import load_digits
from mnistviz.data.pen_styles import write_template
from mnistviz.locale import speech
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

# The same examples in every run: a suite that fails only sometimes is not believed. No deadline: the machine is shared.
settings.register_profile(
    "mnistviz", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])  # `make fuzz`
settings.load_profile("mnistviz")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins in English, with nothing chosen, and leaves nothing behind."""
    monkeypatch.setattr(speech, "_speech", speech._Speech("en"))


def pytest_configure(config: pytest.Config) -> None:
    """An exception that ends a thread fails the test in which it happens."""
    config.addinivalue_line("filterwarnings", "error::pytest.PytestUnhandledThreadExceptionWarning")


@pytest.fixture(scope="session")
def digits() -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The bundled digits: uint8 (5000, 28, 28), and their labels."""
    return load_digits()


@pytest.fixture(scope="session")
def ten_digits(digits: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """One digit of each class, float32 (10, 28, 28), 0 paper to 1 ink."""
    images, labels = digits
    first = [int(np.flatnonzero(labels == label)[0]) for label in range(10)]
    return images[first].astype(np.float32) / np.float32(255)


@pytest.fixture(scope="session")
def refuses() -> Callable[..., AbstractContextManager[None]]:
    """A context in which exactly this kind of error must be raised, whose message says what is wrong and what to do."""

    @contextmanager
    def check(kind: type[Exception], *words: str) -> Iterator[None]:
        with pytest.raises(kind) as caught:
            yield
        message = str(caught.value)
        assert type(caught.value) is kind, f"{caught.type.__name__}: {message}"
        assert ERROR.fullmatch(message), message
        for word in words:
            assert word in message

    return check


@pytest.fixture(scope="session")
def write_pen() -> Callable[..., Path]:
    """A function that writes pen digits, as many of each class by each of 30 writers, in the form of UCI's set."""

    def write(path: Path, *, each: int) -> Path:
        generator = np.random.default_rng(0)
        templates = dict(TEMPLATES[::-1]) | {1: "0,0 0,9"}
        strokes, stroke_counts, labels, writers = [], [], [], []
        for writer in range(30):
            for label in np.repeat(range(10), each):
                drawing = write_template(templates[int(label)], generator)
                strokes += [(stroke * 100).astype(np.float32) for stroke in drawing]
                stroke_counts.append(len(drawing))
                labels.append(label)
                writers.append(writer)
        np.savez(
            path,
            points=np.concatenate(strokes),
            stroke_ends=np.cumsum([len(stroke) for stroke in strokes]),
            digit_ends=np.cumsum(stroke_counts),
            labels=np.array(labels, np.uint8),
            writers=np.array(writers, np.uint8),
        )
        return path

    return write
