"""A real JupyterHub with three students, one of whom is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.classroom.hub import run_hub
from tests.classroom.student import Student

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.classroom.hub import Hub


@pytest.fixture(scope="session")
def hub() -> Iterator[Hub]:
    """A hub on which nobody has logged in."""
    with run_hub(["anna", "ben", "cleo"]) as hub:
        yield hub


@pytest.fixture(scope="session")
def anna(hub: Hub) -> Iterator[Student]:
    """A student who has drawn a seven."""
    student = Student(hub.url, hub.accounts[0])
    student.arrive()
    student.explore()
    assert student.draw_digit() == 7
    yield student
    student.leave()


@pytest.fixture(scope="session")
def ben(hub: Hub) -> Iterator[Student]:
    """Another one, with a notebook open."""
    student = Student(hub.url, hub.accounts[1])
    student.arrive()
    yield student
    student.leave()
