"""What would change it: found beside the updates, taken as promised, marked once the pen moves on; closed it costs nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.counterfactual import CounterfactualError, counterfactual
from mnistviz.jupyter.explorer.sections import counterfactual as section
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz import Explorer

Array = np.ndarray[Any, Any]
Part = tuple[dict[str, Any], dict[str, Array]]
FOUR = [[(90, 50), (80, 150), (200, 150)], [(170, 90), (165, 240)]]
"""Lines make it a 9, but framing undoes that."""
BAR = [(110, 150), (200, 150)]


@pytest.fixture
def opened(hand: Hand, loaded_page: Page) -> tuple[Hand, Page]:
    """An explorer with the section open, and its page."""
    hand.view.change_open = True
    return hand, loaded_page


def part_of(page: Page) -> Part:
    """The section's header and arrays in the newest update; an empty header if it is closed."""
    header, arrays = page.newest("update")
    own = {name.removeprefix("counterfactual/"): array for name, array in arrays.items() if name.startswith("counterfactual/")}
    return header["sections"].get("counterfactual", {}), own


def draw(hand: Hand, *strokes: Any) -> None:
    hand.explorer.draw(strokes)
    hand.explorer.wait_idle()


def look(hand: Hand, page: Page, kind: str = "add", target: int | None = None) -> Part:
    """Searches as the page does, and waits until the search has ended."""
    hand.view.change_kind, hand.view.change_target = kind, target
    page.tell(kind="look")
    hand.explorer.wait_idle()
    assert page.wait_for(lambda: part_of(page)[0]["progress"] is None)
    return part_of(page)


def take(hand: Hand, page: Page) -> None:
    page.tell(kind="take")
    hand.explorer.wait_idle()


@pytest.mark.parametrize("kind", ["add", "remove", "noise"])
@pytest.mark.parametrize("strokes", [[THREE], [ONE], FOUR], ids=["three", "one", "four"])
def test_what_is_taken_is_read_as_the_target_and_undone(kind: str, strokes: Any, opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    explorer = hand.explorer
    draw(hand, *strokes)
    before, drawing = explorer.forward, explorer.drawing
    header, arrays = look(hand, page, kind)
    found = counterfactual(before.digit, kind=kind)  # type: ignore[arg-type]
    np.testing.assert_array_equal(arrays["digits"], [before.digit, found.digit])
    result = header["result"]
    assert (result["holds"], header["problem"]) == (True, "")
    assert [[reading["label"] for reading in readings] for readings in result["readings"]] == [
        [str(before.prediction), str(found.target)],
        [str(found.target), str(before.prediction)],
    ]
    assert result["readings"][1][0]["share"] == pytest.approx(found.forward.confidence)
    take(hand, page)
    assert explorer.forward.prediction == found.target
    assert f"reads {found.target} with {100 * explorer.forward.confidence:.1f} %" in result["taking"]
    assert part_of(page)[0]["result"]["holds"] is False
    is_drawn = explorer.drawing.strokes != ()
    assert is_drawn == ("Drawn on the pad the network" in result["taking"])
    if is_drawn:
        lines = [[coordinate for point in stroke for coordinate in point] for stroke in explorer.drawing.strokes[len(strokes) :]]
        assert lines == result["strokes"]
    else:
        np.testing.assert_array_equal(explorer.forward.digit, found.digit)
    for _ in range(len(result["strokes"]) if is_drawn else 1):
        explorer.undo()
    explorer.wait_idle()
    assert explorer.drawing.strokes == drawing.strokes
    np.testing.assert_array_equal(explorer.forward.digit, before.digit)
    assert part_of(page)[0]["result"]["holds"] is True, "the digit is the same again"


def test_strokes_lie_on_the_pad_where_the_digit_changes(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, [(x / 2, y / 2) for x, y in THREE])  # a small digit in a corner
    header, arrays = look(hand, page)
    scale, left, top = header["result"]["place"]
    before, after = arrays["digits"]
    for x1, y1, x2, y2 in header["result"]["strokes"]:
        shares = np.linspace(0, 1, 50)
        rows, columns = (y1 + shares * (y2 - y1) - top) / scale, (x1 + shares * (x2 - x1) - left) / scale
        along = rows.astype(int), columns.astype(int)
        assert (after[along] > before[along]).mean() > 0.5
        assert max(x1, y1, x2, y2) < 160


def test_a_result_of_a_former_digit_is_marked_and_cannot_be_taken(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, ONE)
    look(hand, page)
    hand.drag(*BAR)
    hand.explorer.wait_idle()
    header, arrays = part_of(page)
    assert header["result"]["holds"] is False
    assert not np.array_equal(arrays["digits"][0], hand.explorer.forward.digit)
    crossed = hand.strokes
    take(hand, page)
    assert hand.strokes == crossed
    draw(hand, ONE)
    assert part_of(page)[0]["result"]["holds"] is True


def test_a_brush_of_another_width_makes_another_digit(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, ONE)
    look(hand, page)
    hand.act(["brush", 44])
    hand.explorer.wait_idle()
    assert part_of(page)[0]["result"]["holds"] is False


class Held:
    """A search that waits in the middle until it is let go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.go_on, self.ended = threading.Event(), threading.Event(), threading.Event()
        search = section.search

        def held(engine: Any, digit: Array, target: int | None, kind: Any, report: Callable[[float], None]) -> Any:
            def step(share: float) -> None:
                if share >= 0.2:
                    self.reached.set()
                    assert self.go_on.wait(20)
                report(share)

            try:
                return search(engine, digit, target, kind, step)
            finally:
                self.ended.set()

        monkeypatch.setattr(section, "search", held)


@pytest.fixture
def held(opened: tuple[Hand, Page], monkeypatch: pytest.MonkeyPatch) -> Held:
    """A search for noise that waits in the middle."""
    hand, page = opened
    draw(hand, SEVEN)
    held = Held(monkeypatch)
    hand.view.change_kind = "noise"
    page.tell(kind="look")
    assert held.reached.wait(20)
    hand.explorer.wait_idle()
    return held


def progress(page: Page) -> float | None:
    return part_of(page)[0]["progress"]  # type: ignore[no-any-return]


def test_progress_is_told_and_a_search_stops_when_asked(opened: tuple[Hand, Page], held: Held) -> None:
    hand, page = opened
    assert 0 <= (progress(page) or 0) < 0.25
    page.tell(kind="stop")
    held.go_on.set()
    assert held.ended.wait(20)
    hand.explorer.wait_idle()
    assert part_of(page)[0] == {"progress": None, "problem": "", "result": None}


def test_a_search_stops_when_the_pen_moves_on(opened: tuple[Hand, Page], held: Held) -> None:
    hand, page = opened
    hand.drag(*BAR)
    hand.explorer.wait_idle()
    assert progress(page) is None
    held.go_on.set()
    assert held.ended.wait(20)
    hand.explorer.wait_idle()
    assert part_of(page)[0]["result"] is None


@pytest.mark.parametrize("way", ["fold", "close"])
def test_a_search_stops_when_the_section_is_closed(way: str, opened: tuple[Hand, Page], held: Held) -> None:
    hand, _ = opened
    if way == "fold":
        hand.view.change_open = False
        hand.explorer.wait_idle()
    else:
        hand.explorer.close()
    held.go_on.set()
    assert held.ended.wait(20)


def test_closed_it_costs_nothing(hand: Hand, loaded_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(section, "search", lambda *_: pytest.fail("searched"))
    monkeypatch.setattr(section, "pack_answer", lambda *_: pytest.fail("packed"))
    draw(hand, SEVEN)
    loaded_page.tell(kind="look")
    hand.explorer.wait_idle()
    assert part_of(loaded_page) == ({}, {})


def test_blank_paper_and_the_present_answer_are_no_question(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    assert look(hand, page)[0]["problem"] == "The paper is blank, so there is no answer to change. Draw a digit first."
    draw(hand, SEVEN)
    assert part_of(page)[0]["problem"] == "", "that was about blank paper"
    header, _ = look(hand, page, target=7)
    assert header == {"progress": None, "problem": "The network reads 7 already. Choose another target.", "result": None}


def test_a_search_that_finds_nothing_says_so(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, SEVEN, [(100, 160), (210, 160)])
    with pytest.raises(CounterfactualError):
        counterfactual(hand.explorer.forward.digit)
    header, _ = look(hand, page)
    assert header["problem"].startswith("No lines were found that turn this digit into the target when they are added. ")


def test_another_class_can_be_the_target(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, THREE)
    header, _ = look(hand, page, target=8)
    assert header["result"]["title"] == "Ink to add, so that 3 is read as 8"
    take(hand, page)
    assert hand.explorer.forward.prediction == 8


@pytest.mark.parametrize("kind", ["add", "remove", "noise"])
def test_a_picture_is_changed_as_a_picture(kind: str, opened: tuple[Hand, Page], ten_digits: Array) -> None:
    hand, page = opened
    explorer = hand.explorer
    explorer.show(ten_digits[4])
    explorer.wait_idle()
    header, arrays = look(hand, page, kind)
    take(hand, page)
    np.testing.assert_array_equal(explorer.forward.digit, arrays["digits"][1])
    assert str(explorer.forward.prediction) == header["result"]["readings"][1][0]["label"]
    assert header["result"]["taking"].startswith("The changed digit is fed to the network as it is")
    explorer.undo()
    explorer.wait_idle()
    np.testing.assert_array_equal(explorer.forward.digit, ten_digits[4])


def test_framing_that_is_partly_off_is_taken_into_account(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    explorer: Explorer = hand.explorer
    explorer.frame_with(centre=False, scale=False)
    draw(hand, ONE)
    header, _ = look(hand, page)
    take(hand, page)
    assert str(explorer.forward.prediction) == header["result"]["readings"][1][0]["label"]


@pytest.mark.page_computes
def test_a_page_that_computes_by_itself_gets_it_from_the_kernel(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, ONE)
    header, arrays = look(hand, page)
    assert header["result"]["holds"] is True
    assert arrays["digits"].shape == (2, 28, 28)


def test_an_edited_network_is_asked_itself(opened: tuple[Hand, Page]) -> None:
    hand, page = opened
    draw(hand, ONE)
    look(hand, page)
    edited = mnistviz.edit()
    edited.silence("conv2", 3)
    hand.explorer.show_network(edited)
    hand.explorer.wait_idle()
    assert part_of(page)[0]["result"]["holds"] is False
    header, _ = look(hand, page)
    take(hand, page)
    assert hand.explorer.forward.prediction == edited.run(hand.explorer.forward.digit)["probabilities"].argmax()
    assert str(hand.explorer.forward.prediction) == header["result"]["readings"][1][0]["label"]
    assert "only known for the shipped network" in " ".join(header["result"]["remarks"])
