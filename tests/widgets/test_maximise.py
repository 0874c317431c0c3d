"""What a unit looks for: the section climbs beside the updates, shows how far it has come, stops, and says what is wrong."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

Array = np.ndarray[Any, Any]
Parts = list[tuple[dict[str, Any], dict[str, Array]]]

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
ONE = [[(140, 60), (140, 220)]]
CONV2 = {"layer": "conv2", "index": [5, 5, 17]}
THREE = {"layer": "probabilities", "index": [3]}


def parts_of(page: Page) -> Parts:
    """What each update had for the section, with its arrays."""
    found = []
    for header, arrays in page.of_kind("update"):
        if part := header["sections"].get("maximise"):
            own = {name.removeprefix("maximise/"): array for name, array in arrays.items() if name.startswith("maximise/")}
            found.append((part, own))
    return found


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "mnistviz-background"]


class Search:
    """The section of one explorer, as a page uses it."""

    def __init__(self, hand: Hand, page: Page) -> None:
        self.view, self.page, self.explorer = hand.view, page, hand.explorer

    @property
    def newest(self) -> tuple[dict[str, Any], dict[str, Array]]:
        return parts_of(self.page)[-1]

    def ask(self, unit: dict[str, Any], start: str = "noise") -> None:
        self.view.set_state({"maximise_unit": unit, "maximise_start": start, "maximise_asked": self.view.maximise_asked + 1})
        self.explorer.wait_idle()  # what was shown before is not the newest any more

    def wait(self, condition: Callable[[dict[str, Any]], Any]) -> tuple[dict[str, Any], dict[str, Array]]:
        """Waits for a newest part of which something is true."""
        assert self.page.wait_for(lambda: (found := parts_of(self.page)) and bool(condition(found[-1][0])))
        return self.newest

    def finish(self) -> tuple[dict[str, Any], dict[str, Array]]:
        return self.wait(
            lambda part: not part["running"] and (part["problem"] or (part["shown"] and part["shown"]["patches"] is not None))
        )

    def draw(self, strokes: Any) -> None:
        self.explorer.draw(strokes)
        self.explorer.wait_idle()


@pytest.fixture
def search(hand: Hand, loaded_page: Page) -> Search:
    """The open section of an explorer with a 7 on its pad."""
    hand.view.maximise_open = True
    search = Search(hand, loaded_page)
    search.draw(SEVEN)
    return search


def test_a_closed_section_computes_nothing(hand: Hand, loaded_page: Page) -> None:
    search = Search(hand, loaded_page)
    search.ask(THREE)
    search.draw(SEVEN)
    assert parts_of(loaded_page) == []
    assert threads() == []


def test_an_ascent_ends_with_a_digit_and_nine_real_ones(search: Search) -> None:
    assert search.newest[0] == {"running": False, "progress": 0.0, "problem": "", "shown": None}
    search.ask(THREE)
    header, arrays = search.finish()
    shown, found = header["shown"], mnistviz.maximise("probabilities", 3)
    np.testing.assert_array_equal(arrays["digit"], found.digit)
    own = float(search.explorer.forward.activations["logits"][3])
    assert (shown["name"], shown["start"], shown["share"], shown["former"]) == ("logits[3]", "noise", 1.0, False)
    assert float(shown["value"]) == pytest.approx(found.value, rel=1e-3)
    assert float(shown["before"]) == pytest.approx(found.value_at_start, rel=1e-3)
    assert float(shown["own"]) == pytest.approx(own, rel=1e-3)
    assert (shown["label"], shown["confidence"]) == ("3", found.forward.confidence)
    assert shown["familiar"] is True
    assert shown["field"] == [0, 26, 0, 26]
    patches = mnistviz.strongest_patches("probabilities", 3)
    assert [patch["label"] for patch in shown["patches"]] == ["3"] * 9
    for place, patch in enumerate(patches):
        assert shown["patches"][place]["value"] == f"{patch.value:.4g}"
        np.testing.assert_array_equal(arrays[f"patches/{place}"], np.round(255 * patch.image).astype(np.uint8))


def test_the_picture_grows_with_the_progress(search: Search) -> None:
    search.ask(CONV2)
    search.finish()
    running = [
        (part["progress"], part["shown"]["share"]) for part, _ in parts_of(search.page) if part["running"] and part["shown"]
    ]
    assert running
    assert running == sorted(running)
    search.draw(ONE)
    own = float(search.explorer.forward.activations["conv2"][5, 5, 17])
    assert float(search.newest[0]["shown"]["own"]) == pytest.approx(own, rel=1e-3)


def test_it_can_be_stopped_and_begun_again(search: Search) -> None:
    search.ask(THREE)
    search.wait(lambda part: part["shown"])
    search.view.maximise_stopped = search.view.maximise_asked
    header, arrays = search.wait(lambda part: not part["running"])
    assert header["shown"]["patches"] is None
    assert arrays["digit"].shape == (28, 28)
    search.ask(CONV2)
    header, _ = search.finish()
    assert header["shown"]["name"] == "conv2[5, 5, 17]"


def test_folding_ends_the_search(search: Search) -> None:
    search.ask(THREE)
    search.wait(lambda part: part["running"])
    thread = next(thread for thread in threading.enumerate() if thread.name == "mnistviz-background")
    search.view.maximise_open = False
    thread.join(10)
    assert not thread.is_alive()
    search.view.maximise_open = True
    header, _ = search.wait(lambda part: not part["running"])
    assert not header["shown"] or header["shown"]["patches"] is None


def test_a_former_digit_is_marked(search: Search) -> None:
    search.ask({"layer": "logits", "index": [1]}, "digit")
    header, _ = search.finish()
    assert header["shown"]["former"] is False
    assert float(header["shown"]["before"]) == pytest.approx(float(header["shown"]["own"]))
    search.draw(ONE)
    assert search.newest[0]["shown"]["former"] is True


def test_patches_of_the_same_network_are_found_once(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    search.ask(CONV2)
    first, _ = search.finish()
    monkeypatch.setattr("mnistviz.jupyter.explorer.sections.maximise.find_patches", None)  # would fail
    search.ask(CONV2, "paper")
    header, _ = search.wait(lambda part: part["shown"] and part["shown"]["start"] == "paper" and not part["running"])
    assert header["shown"]["patches"] == first["shown"]["patches"]


def test_another_network_has_no_former_results(search: Search) -> None:
    search.ask(CONV2)
    search.finish()
    search.explorer.show_network(mnistviz.edit().shuffle("conv2"))
    search.explorer.wait_idle()
    header, arrays = search.newest
    assert (header["shown"], arrays) == (None, {})
    assert header["problem"].startswith("The network has changed since")
    search.ask(CONV2)
    header, _ = search.finish()
    assert header["problem"] == ""
    assert header["shown"]["familiar"] is None  # there is no score for this network


def test_what_goes_wrong_is_said(search: Search) -> None:
    search.explorer.show_network(mnistviz.edit().silence("conv1", 3))
    for unit, words in (
        ({"layer": "relu1", "index": [4, 4, 3]}, "relu1[4, 4, 3] stays 0"),
        ({"layer": "conv9", "index": [0]}, "no layer 'conv9'"),
        ({"layer": "conv1", "index": [99]}, "no channel"),
    ):
        search.ask(unit)
        header, _ = search.wait(lambda part, words=words: words in part["problem"])
        assert not header["running"]


def test_the_digit_goes_onto_the_pad_as_it_is(search: Search, hand: Hand) -> None:
    search.ask(THREE)
    _, arrays = search.finish()
    hand.tell(arrays["digit"].tobytes(), kind="feed", name="logits[3]")
    search.explorer.wait_idle()
    np.testing.assert_array_equal(search.explorer.forward.digit, arrays["digit"])
    header, _ = search.newest
    assert header["shown"]["own"] == header["shown"]["value"]
    update, _ = search.page.newest("update")
    assert update["scene"]["given"] == "the digit that pleases logits[3]"
    search.explorer.undo()
    search.explorer.wait_idle()
    assert search.explorer.forward.prediction == 7
