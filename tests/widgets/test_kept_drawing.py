"""The autosave of an explorer: its drawing comes back in the same cell, and nowhere else; and saving on purpose."""

from __future__ import annotations

import stat
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.ink.drawing import Drawing
from mnistviz.jupyter import session
from mnistviz.jupyter.autosave import Autosave

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Hand

    from mnistviz import Explorer
    from mnistviz.ink.framing_steps import Array

SEVEN = [(80.5, 60.0), (200.0, 60.0), (120.0, 240.0)]
ONE = [(140.0, 40.0), (141.0, 240.0)]


class Kernel:
    """The kernel of a notebook, as far as an explorer asks it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, take_hold: Callable[..., Hand]) -> None:
        self.folder = folder / "mnistviz" / "autosave"
        self._patch = monkeypatch
        self._take_hold = take_hold
        self._runs = 0
        monkeypatch.setenv("JUPYTER_DATA_DIR", str(folder))

    def run(self, cell: str | None = "cell", notebook: str | None = "/home/ada/lesson.ipynb") -> None:
        """Begins a run of a cell."""
        self._runs += 1
        here = session.NotebookCell(cell, str(self._runs)) if cell else None
        self._patch.setattr(session, "running_notebook_cell", lambda: here)
        self._patch.setenv("JPY_SESSION_NAME", notebook) if notebook else self._patch.delenv("JPY_SESSION_NAME", raising=False)

    def explore(self, **options: Any) -> Hand:
        """An explorer made by the running cell, rendered."""
        hand = self._take_hold(mnistviz.explore(**options))
        hand.explorer.wait_idle()
        return hand

    def restart(self) -> None:
        """All explorers are gone without having been closed."""
        for widget in session._of_notebook_cell(mnistviz.Explorer, session.running_notebook_cell()):
            widget.notebook_cell = None

    @property
    def files(self) -> list[Path]:
        """All that is kept."""
        return sorted(self.folder.iterdir()) if self.folder.exists() else []


@pytest.fixture
def kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, take_hold: Callable[..., Hand]) -> Kernel:
    """A kernel that runs a cell of a notebook."""
    kernel = Kernel(tmp_path, monkeypatch, take_hold)
    kernel.run()
    return kernel


def rest(explorer: Explorer) -> None:
    """Waits until the pen has rested, and the render loop has nothing more to do."""
    loop = explorer._loop
    with loop._condition:
        assert loop._condition.wait_for(lambda: loop._schedule.settled and not loop._busy, 10)


def test_the_drawing_survives_the_kernel(kernel: Kernel) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    hand.drag(*ONE)
    rest(hand.explorer)
    kernel.restart()
    kernel.run()
    restored = kernel.explore()
    assert restored.strokes == [SEVEN, ONE]
    assert restored.explorer.drawing == hand.explorer.drawing
    assert restored.explorer.forward.prediction == hand.explorer.forward.prediction
    assert (restored.explorer.forward.digit == hand.explorer.forward.digit).all()
    restored.drag(*ONE)
    restored.click("Undo")
    restored.click("Undo")
    assert restored.strokes == [SEVEN]


def test_the_cell_run_again_takes_the_drawing_over_without_a_rest(kernel: Kernel) -> None:
    former = kernel.explore()
    former.drag(*SEVEN)
    kernel.run()
    fresh = kernel.explore()
    assert fresh.strokes == [SEVEN]
    assert former.explorer.comm is None


def test_a_closed_explorer_writes_no_more(kernel: Kernel) -> None:
    former = kernel.explore()
    former.drag(*SEVEN)
    kernel.run()
    fresh = kernel.explore()
    fresh.click("Clear")
    fresh.drag(*ONE)
    rest(fresh.explorer)
    former.explorer.draw([SEVEN])
    former.explorer.close()
    kernel.run()
    assert kernel.explore().strokes == [ONE]


def test_a_cleared_pad_stays_clear(kernel: Kernel) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    rest(hand.explorer)
    assert len(kernel.files) == 1
    hand.click("Clear")
    rest(hand.explorer)
    assert kernel.files == []
    kernel.run()
    assert kernel.explore().strokes == []


def test_nothing_is_written_before_there_is_a_drawing(kernel: Kernel) -> None:
    hand = kernel.explore()
    rest(hand.explorer)
    hand.explorer.close()
    assert not kernel.folder.exists()


@pytest.mark.posix
def test_the_file_is_private(kernel: Kernel) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    rest(hand.explorer)
    assert stat.S_IMODE(kernel.files[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(kernel.folder.stat().st_mode) == 0o700


def test_the_pen_never_waits_for_a_disk(kernel: Kernel, monkeypatch: pytest.MonkeyPatch) -> None:
    writers: list[str] = []
    monkeypatch.setattr(Autosave, "keep", lambda *_: writers.append(threading.current_thread().name))
    hand = kernel.explore()
    hand.drag(*SEVEN)
    hand.click("Clear")
    hand.drag(*ONE)
    rest(hand.explorer)
    assert set(writers) == {"mnistviz-render-loop"}


def test_without_autosave_nothing_is_written_or_read(kernel: Kernel) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    rest(hand.explorer)
    before = kernel.files[0].read_bytes()
    kernel.run()
    fresh = kernel.explore(autosave=False)
    assert fresh.strokes == []
    fresh.drag(*ONE)
    rest(fresh.explorer)
    fresh.explorer.close()
    assert [path.read_bytes() for path in kernel.files] == [before]


@pytest.mark.parametrize(("cell", "notebook"), [(None, "/home/ada/lesson.ipynb"), ("cell", None), ("cell", "")])
def test_where_cell_or_notebook_is_not_known_nothing_is_kept(cell: str | None, notebook: str | None, kernel: Kernel) -> None:
    for _ in range(2):
        kernel.run(cell, notebook)
        hand = kernel.explore()
        assert hand.strokes == []
        hand.drag(*SEVEN)
        rest(hand.explorer)
        hand.explorer.close()
    assert not kernel.folder.exists()


def test_cells_notebooks_and_two_pads_of_a_cell_are_told_apart(kernel: Kernel) -> None:
    places = [("a", "/x/1.ipynb"), ("b", "/x/1.ipynb"), ("a", "/x/2.ipynb")]
    paths = {
        place: [[(10.0 * (number + 1), 20.0), (50.0, 250.0)], [(10.0, 20.0 * (number + 1))]]
        for number, place in enumerate(places)
    }
    for place in places:
        kernel.run(*place)
        hands = [kernel.explore(), kernel.explore()]
        for hand, path in zip(hands, paths[place], strict=True):
            hand.drag(*path)
            rest(hand.explorer)
        kernel.restart()
    assert len(kernel.files) == 6
    for place in places:
        kernel.run(*place)
        assert [kernel.explore().strokes for _ in range(2)] == [[path] for path in paths[place]]


@pytest.mark.parametrize(("rests", "pictures"), [(False, 1), (True, 2)])
def test_a_picture_leaves_the_last_drawing_kept(rests: bool, pictures: int, kernel: Kernel, ten_digits: Array) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    for picture in ten_digits[3 : 3 + pictures]:
        hand.explorer.show(picture)
        if rests:
            rest(hand.explorer)
    hand.explorer.close()
    kernel.run()
    assert kernel.explore().strokes == [SEVEN]


def test_a_sample_of_ones_own_leaves_the_last_drawing_kept(kernel: Kernel, ten_digits: Array) -> None:
    samples = (ten_digits, list(range(10)))
    hand = kernel.explore(samples=samples)
    hand.explorer.draw([SEVEN])
    hand.explorer.show_sample(3)
    rest(hand.explorer)
    np.testing.assert_allclose(hand.explorer.forward.digit, ten_digits[3], atol=1 / 510)
    kernel.restart()
    kernel.run()
    again = kernel.explore(samples=samples)
    assert again.strokes == [SEVEN]
    assert again.explorer.forward.prediction == 7


def test_a_damaged_file_is_a_blank_pad(kernel: Kernel) -> None:
    hand = kernel.explore()
    hand.drag(*SEVEN)
    rest(hand.explorer)
    hand.explorer.close()
    kernel.files[0].write_bytes(b"\x80\x04garbage")
    kernel.run()
    fresh = kernel.explore()
    assert fresh.strokes == []
    assert fresh.view.message == ""
    assert fresh.explorer.last_error is None


def test_a_folder_that_cannot_be_written_disturbs_nobody(kernel: Kernel) -> None:
    kernel.folder.parent.mkdir()
    kernel.folder.write_text("in the way")
    hand = kernel.explore()
    hand.drag(*SEVEN)
    rest(hand.explorer)
    assert hand.explorer.forward.prediction == 7
    assert hand.view.message == ""
    assert hand.explorer.last_error is None


def test_a_drawing_is_saved_on_purpose(hand: Hand, tmp_path: Path, take_hold: Callable[..., Hand]) -> None:
    hand.drag(*SEVEN)
    hand.explorer.save(tmp_path / "seven.json")
    assert mnistviz.load_drawing(tmp_path / "seven.json") == hand.explorer.drawing
    other = take_hold()
    other.explorer.draw(mnistviz.load_drawing(str(tmp_path / "seven.json")))
    assert other.explorer.drawing == hand.explorer.drawing == Drawing([SEVEN], hand.explorer.drawing.brush)


def test_what_has_no_strokes_is_not_saved(hand: Hand, tmp_path: Path, ten_digits: Array, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "blank"):
        hand.explorer.save(tmp_path / "seven.json")
    hand.explorer.show(ten_digits[3])
    with refuses(ValueError, "picture"):
        hand.explorer.save(tmp_path / "seven.json")
    assert list(tmp_path.iterdir()) == []
