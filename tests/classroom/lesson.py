"""A lesson: everyone arrives, draws a first digit, and goes on drawing. What it costs, and whether every point has arrived."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil

from tests.classroom.account import SPAWN
from tests.classroom.browser import STROKE, draw_together
from tests.classroom.footprint import Footprint, ProcessorTimes, footprint, processor_time, pss
from tests.classroom.kernel import Kernel
from tests.classroom.student import FIRST_CELL, KERAS_CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.classroom.browser import BrowserStudent
    from tests.classroom.hub import Hub
    from tests.classroom.student import Student

ARRIVAL = 60.0
"""Seconds in which the whole class logs in, one after the other: the minute after "please open the notebook"."""
ALONE, FEW = 20.0, 4
"""Seconds in which a few students draw alone, and how many."""


@dataclass
class Lesson:
    """What was measured, by student.

    Attributes:
        first_digit: seconds from login to the first digit that was read.
        start_work: seconds of processor time of server and kernel until then.
        footprints: after drawing.
        bare_kernel: MB of a kernel in which nothing has run.
        work: server's and kernel's share of a core while a few draw, by student; below "" that of hub and proxy while all draw,
            divided by their number.
        busy: share of the machine's processor that was in use while all drew, browsers and scripted students included.
        lost: students of whose strokes the kernel had others than were drawn.
        errors: what went wrong, in words.
    """

    first_digit: dict[str, float] = field(default_factory=dict)
    start_work: dict[str, float] = field(default_factory=dict)
    footprints: dict[str, Footprint] = field(default_factory=dict)
    bare_kernel: float = 0.0
    work: dict[str, tuple[float, float]] = field(default_factory=dict)
    busy: float = 0.0
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Class:
    """Who takes part.

    Attributes:
        hub: where.
        students: without browsers, on the shipped network.
        keras: without browsers, on a live Keras model.
        browsers: with a browser.
    """

    hub: Hub
    students: Sequence[Student]
    keras: Sequence[Student]
    browsers: Sequence[BrowserStudent]

    @property
    def scripted(self) -> list[Student]:
        """All without browsers."""
        return [*self.students, *self.keras]

    @property
    def names(self) -> list[str]:
        """All students."""
        return [one.name for one in (*self.scripted, *self.browsers)]

    def each(self, action: Callable[[Student], None], beside: Callable[[], None] = lambda: None) -> list[str]:
        """Lets all scripted students do something at the same time, and something beside it; returns what went wrong."""
        with ThreadPoolExecutor(max(1, len(self.scripted))) as pool:
            doing = {student.name: pool.submit(action, student) for student in self.scripted}
            failures: dict[str, BaseException | None] = {"beside": None}
            try:
                beside()
            except Exception as error:
                failures["beside"] = error
        failures |= {name: future.exception() for name, future in doing.items()}
        return [in_words(name, error) for name, error in failures.items() if error is not None]


def arrive(pupils: Class, lesson: Lesson, seconds: float = ARRIVAL) -> None:
    """Everyone logs in and draws a first digit."""
    count = max(1, len(pupils.scripted))
    places = {student.name: place for place, student in enumerate(pupils.scripted)}

    def come(student: Student) -> None:
        time.sleep(seconds * places[student.name] / count)
        start = time.monotonic()
        student.arrive()
        student.explore(KERAS_CELL if student in pupils.keras else FIRST_CELL)
        prediction = student.draw_digit()
        if prediction != 7:
            raise AssertionError(f"a seven was read as {prediction}")
        lesson.first_digit[student.name] = time.monotonic() - start
        lesson.start_work[student.name] = processor_time(
            [pupils.hub.server(student.name), *pupils.hub.kernels(student.name)],
        )
        student.watch(seconds * (count - places[student.name]) / count)  # until all have begun to come

    def come_with_browsers() -> None:
        for browser in pupils.browsers:
            lesson.first_digit[browser.name] = browser.arrive()

    lesson.errors += pupils.each(come, come_with_browsers)


def present(pupils: Class, lesson: Lesson) -> Class:
    """Returns those who have arrived; the errors say why the others have not."""
    students, keras, browsers = (
        [one for one in group if one.name in lesson.first_digit] for group in (pupils.students, pupils.keras, pupils.browsers)
    )
    return Class(pupils.hub, students, keras, browsers)


def draw_alone(pupils: Class, lesson: Lesson, seconds: float = ALONE) -> None:
    """A few draw, and their processor time is measured: on a machine that is too small for all, kernels skip updates."""
    names = [one.name for one in (*pupils.students[:FEW], *pupils.keras[: FEW // 2])]
    times = ProcessorTimes(pupils.hub, names)
    start = time.monotonic()
    lesson.errors += pupils.each(lambda one: one.scribble(seconds) if one.name in names else one.watch(seconds))
    passed = time.monotonic() - start
    measured = times.seconds()
    lesson.work |= {name: (measured[name][0] / passed, measured[name][1] / passed) for name in names}


def draw(pupils: Class, lesson: Lesson, seconds: float) -> None:
    """Everyone draws at the same time; then memory is measured and every stroke is compared."""
    pupils.each(lambda student: student.catch_up())
    psutil.cpu_percent()
    times, start = ProcessorTimes(pupils.hub, []), time.monotonic()
    lesson.errors += pupils.each(lambda student: student.scribble(seconds), lambda: _draw_in_browsers(pupils, seconds))
    share = sum(times.seconds()[""]) / (time.monotonic() - start) / len(pupils.names)
    lesson.work[""] = (share, 0.0)
    lesson.busy = psutil.cpu_percent() / 100
    lesson.errors += pupils.each(lambda student: student.settle(SPAWN))
    lesson.lost += missing(pupils)
    lesson.bare_kernel = bare_kernel(pupils)
    lesson.footprints = {name: footprint(pupils.hub, name) for name in pupils.names}


def use_the_rest(pupils: Class, lesson: Lesson) -> None:
    """Those with a browser clear, upload, and open the microscope."""
    for browser in pupils.browsers:
        try:
            browser.use_the_rest()
        except Exception as error:
            lesson.errors.append(in_words(browser.name, error))
        lesson.errors += [f"{browser.name}: {text}" for text in browser.errors.texts]
        browser.errors.texts.clear()
    for student in pupils.scripted:
        lesson.errors += [f"{student.name}: {text}" for text in student.page.errors]


def missing(pupils: Class) -> list[str]:
    """Returns the students whose kernel has other strokes than were drawn, each with what is known about it."""
    found = []
    for one in (*pupils.scripted, *pupils.browsers):
        try:
            if not one.is_complete():
                found.append(f"{one.name} (other strokes)")
        except Exception as error:  # a kernel that can't be asked has lost what it had
            found.append(f"{one.name} ({type(error).__name__})")
    return found


def bare_kernel(pupils: Class) -> float:
    """Returns the memory of one more kernel in which nothing has run, in MB, beside all the others."""
    student = pupils.scripted[0]
    before = set(pupils.hub.kernels(student.name))
    identity = student.browsing.ask("/api/kernels", "POST", {"name": "python3"})["id"]
    kernel = Kernel(student.browsing, identity, lambda *_: None)
    try:
        kernel.evaluate("1")
        (process,) = set(pupils.hub.kernels(student.name)) - before
        return pss(process)
    finally:
        kernel.close()
        student.browsing.ask(f"/api/kernels/{identity}", "DELETE")


def in_words(name: str, error: BaseException) -> str:
    """Returns who had which error, in one line: Playwright's have a hundred."""
    first = (str(error).strip() or "without a text").splitlines()[0]
    return f"{name}: {type(error).__name__}: {first}"


def median(values: Sequence[float]) -> float:
    """Returns the median; nan of nothing."""
    return statistics.median(values) if values else float("nan")


def _draw_in_browsers(pupils: Class, seconds: float) -> None:
    if pupils.browsers:
        for _ in range(max(1, round(seconds / STROKE))):
            draw_together(list(pupils.browsers), min(seconds, STROKE))
