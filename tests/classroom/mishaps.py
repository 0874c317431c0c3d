"""What can go wrong in a lesson, done on purpose while everyone draws: what is lost, and how long it takes until all is well."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.classroom.browser import draw_together
from tests.classroom.lesson import in_words, missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.classroom.lesson import Class

CUT = 10.0
"""Seconds without a proxy."""
_AROUND = 8.0
"""Seconds of drawing after a mishap has begun, beside its own."""
_BACK = 120.0
"""Seconds after which a student or a browser must be back."""


@dataclass(frozen=True)
class Mishap:
    """One mishap.

    Attributes:
        what: happened.
        lost: students of whose strokes something is missing.
        breaks: connections that broke.
        seconds: until the last scripted student was back.
        browsers: seconds from the end of the stroke until the last kernel had heard all that was drawn in a browser; None
            without browsers.
        errors: what went wrong, in words.
    """

    what: str
    lost: list[str]
    breaks: int
    seconds: float
    errors: list[str]
    browsers: float | None = None


def kill_a_kernel(pupils: Class) -> Mishap:
    """Kills the kernel of one student who has drawn. Jupyter starts another, and the student runs the cell again."""
    student = pupils.students[0]
    student.clear()
    student.draw_digit()
    drawn = list(student.drawn)
    (process,) = pupils.hub.kernels(student.name)
    start = time.monotonic()
    process.kill()
    process.wait(10)
    errors = []
    try:
        student.rejoin_kernel(_BACK)
        student.explore()
    except Exception as error:
        errors.append(in_words(student.name, error))
    seconds = time.monotonic() - start
    lost = [student.name] if errors or student.strokes_in_kernel() != drawn else []
    return Mishap("a kernel is killed", lost, 1, seconds, errors)


def restart_the_hub(pupils: Class) -> Mishap:
    """Ends and starts the hub while everyone draws."""
    servers = {name: pupils.hub.server(name).pid for name in pupils.names}

    def restart() -> None:
        pupils.hub.stop_hub()
        pupils.hub.start_hub()

    mishap = _while_drawing(pupils, "the hub is restarted", restart, 0.0)
    alive = {name: pupils.hub.server(name).pid for name in pupils.names}
    ended = [f"{name}: the server was started again" for name, pid in servers.items() if alive[name] != pid]
    return replace(mishap, errors=mishap.errors + ended)


def cut_the_proxy(pupils: Class, seconds: float = CUT) -> Mishap:
    """Ends the proxy while everyone draws, and starts it again."""

    def cut() -> None:
        pupils.hub.stop_proxy()
        time.sleep(seconds)
        pupils.hub.start_proxy()
        pupils.hub.wait_up()

    return _while_drawing(pupils, f"the proxy is cut for {seconds:.0f} s", cut, seconds)


def _while_drawing(pupils: Class, what: str, happen: Callable[[], None], least: float) -> Mishap:
    pupils.each(lambda student: student.catch_up())
    for student in pupils.scripted:
        student.breaks, student.away = 0, 0.0
    for browser in pupils.browsers:
        browser.start_stroke(_AROUND + least)
    errors = pupils.each(lambda student: student.scribble(_AROUND + least), happen)
    errors += pupils.each(lambda student: student.settle(_BACK))
    heard, lost = None, []
    try:
        for browser in pupils.browsers:
            browser.finish_stroke()
        heard = max([browser.wait_heard() for browser in pupils.browsers], default=None)
        lost = missing(pupils)
        draw_together(list(pupils.browsers), 1.0)  # and the next stroke is drawn as before
    except Exception as error:
        errors.append(in_words("browsers", error))
    errors += [f"{name}: server and kernel have ended" for name in _gone(pupils)]
    lost += [name for name in missing(pupils) if name not in lost]
    breaks = sum(student.breaks > 0 for student in pupils.scripted)
    away = max([student.away for student in pupils.scripted], default=0.0)
    return Mishap(what, lost, breaks, away, errors, heard)


def _gone(pupils: Class) -> list[str]:
    return [name for name in pupils.names if not pupils.hub.kernels(name)]
