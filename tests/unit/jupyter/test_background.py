"""Background: one task at a time, with progress, that can be stopped."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from mnistviz.jupyter.background import Background, Report


@pytest.fixture
def heard() -> threading.Event:
    """Is set whenever the listener is called."""
    return threading.Event()


@pytest.fixture
def background(heard: threading.Event) -> Background[Any]:
    """A background whose listener sets `heard`."""
    return Background(heard.set)


def wait(heard: threading.Event) -> None:
    assert heard.wait(10)
    heard.clear()


def test_result_and_key_are_kept_until_the_next_task_ends(background: Background[Any], heard: threading.Event) -> None:
    background.start("first", lambda _: 6 * 7)
    wait(heard)
    assert (background.outcome.key, background.outcome.result, background.outcome.error) == ("first", 42, None)
    assert background.running is None


def test_progress_is_told_while_the_task_runs(background: Background[Any], heard: threading.Event) -> None:
    go_on = threading.Event()

    def task(report: Report) -> None:
        report(0.25)
        assert go_on.wait(10)

    background.start("slow", task)
    wait(heard)
    assert (background.running, background.progress) == ("slow", 0.25)
    go_on.set()
    wait(heard)
    assert background.running is None


def test_a_stopped_task_ends_at_its_next_report_and_leaves_no_outcome(
    background: Background[Any], heard: threading.Event
) -> None:
    reached, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def task(report: Report) -> None:
        reached.set()
        assert go_on.wait(10)
        try:
            report(0.5)
        finally:
            ended.set()
        raise AssertionError("went on after it was stopped")

    background.start("slow", task)
    assert reached.wait(10)
    background.stop()
    go_on.set()
    assert ended.wait(10)
    assert background.running is None
    assert background.outcome is None
    assert not heard.is_set()


def test_a_newer_task_takes_the_place_of_an_older_one(background: Background[Any], heard: threading.Event) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def old(report: Report) -> str:
        reached.set()
        assert go_on.wait(10)
        return "old"

    background.start("old", old)
    assert reached.wait(10)
    background.start("new", lambda _: "new")
    wait(heard)
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == "mnistviz-background":
            thread.join(10)
    assert background.outcome.result == "new"


def test_the_same_task_is_not_begun_twice(background: Background[Any], heard: threading.Event) -> None:
    go_on, calls = threading.Event(), []

    def task(report: Report) -> None:
        calls.append(1)
        assert go_on.wait(10)

    background.start(("task", 1), task)
    background.start(("task", 1), task)
    go_on.set()
    wait(heard)
    assert len(calls) == 1


def test_an_error_is_kept_with_its_key(background: Background[Any], heard: threading.Event) -> None:
    def task(report: Report) -> None:
        raise ValueError("no ink")

    background.start("broken", task)
    wait(heard)
    assert (background.outcome.key, background.outcome.result, str(background.outcome.error)) == ("broken", None, "no ink")
