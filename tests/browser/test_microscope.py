"""The microscope on the page says what `explain_unit` says: by mouse and keyboard, while the pen moves and when it rests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.microscope_page import UNIT, Microscope
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

MARKED = """(canvas) => {
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const scale = canvas.width / canvas.clientWidth;
  const places = [];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] === 230 && data[i + 1] === 0 && data[i + 2] === 126) {
      places.push([((i / 4) % width) / scale, Math.floor(i / 4 / width) / scale]);
    }
  }
  return places;
}"""
"""Finds the CSS pixels (x, y) of a canvas that have exactly the colour of the marks."""


@pytest.fixture
def seven(explorer: ExplorerPage) -> ExplorerPage:
    """An explorer that shows a 7, drawn with the mouse, alone in its notebook."""
    explorer.draw(SEVEN)
    explorer.settle()
    explorer.expect_prediction("7")
    return explorer


@pytest.fixture
def microscope(seven: ExplorerPage) -> Microscope:
    """The microscope before a unit is chosen."""
    microscope = Microscope(seven)
    expect(microscope.node).to_have_count(0)
    return microscope


def test_a_clicked_unit_of_pool2_is_explained(microscope: Microscope) -> None:
    microscope.click("pool2", (1, 2, 9))
    microscope.expect_unit("pool2[1, 2, 9]")
    microscope.expect_explained()
    microscope.expect_window(9)
    winner = microscope.explained("[unit.winner, float(unit.value)]")
    text = microscope.node.locator("td.mnistviz-wins").inner_text()
    assert float(text.removeprefix("\u2605 ")) == pytest.approx(winner[1], rel=6e-3)
    expect(microscope.node.locator(".mnistviz-account")).to_contain_text(str(winner[0]).strip("()"))
    microscope.click("pool2", (1, 2, 9))
    expect(microscope.node).to_have_count(0)


def test_the_keyboard_alone_explains_a_unit(microscope: Microscope) -> None:
    canvas = microscope.explorer.map_canvas("conv2")
    canvas.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight"):
        canvas.press(key)
    canvas.press("Enter")
    microscope.expect_unit("conv2[2, 1, 1]")
    expect(canvas).to_be_focused()
    canvas.press("ArrowDown")
    microscope.expect_unit("conv2[3, 1, 1]")
    microscope.expect_explained()
    canvas.press("Tab")
    focused = "() => document.activeElement.closest('.mnistviz-microscope') !== null"
    assert microscope.explorer.page.evaluate(focused), "the panel comes next after its layer"
    microscope.explorer.page.keyboard.press("Escape")
    expect(microscope.node).to_have_count(0)
    expect(canvas).to_be_focused()


def test_all_input_channels_of_conv2_can_be_seen_the_strongest_first(microscope: Microscope) -> None:
    microscope.click("conv2", (4, 6, 17))
    microscope.expect_unit("conv2[4, 6, 17]")
    expect(microscope.chips).to_have_count(16)
    sums = microscope.explained("unit.terms.product.reshape(9, 16).sum(axis=0).tolist()")
    ranking = sorted(range(16), key=lambda channel: -abs(sums[channel]))
    assert microscope.chips.evaluate_all("(chips) => chips.map((chip) => Number(chip.dataset.channel))") == ranking
    microscope.expect_window(ranking[0])
    microscope.chips.nth(5).click()
    expect(microscope.chips.nth(5)).to_have_attribute("aria-pressed", "true")
    microscope.expect_window(ranking[5])
    microscope.expect_explained()


def test_the_microscope_follows_the_pen(microscope: Microscope) -> None:
    microscope.click("conv1", (8, 12, 3))
    microscope.expect_unit("conv1[8, 12, 3]")
    microscope.expect_window(None)
    before = microscope.tables()[0]
    microscope.explorer.draw([(100, 150), (190, 150)])
    microscope.explorer.settle()
    microscope.expect_explained()
    microscope.expect_window(None)
    assert microscope.tables()[0] != before


def test_window_and_receptive_field_are_marked(microscope: Microscope) -> None:
    microscope.click("pool2", (1, 2, 9))
    microscope.expect_unit("pool2[1, 2, 9]")
    explorer = microscope.explorer
    marked = explorer.map_canvas("relu2").evaluate(MARKED)
    box = explorer.map_canvas("relu2").bounding_box()
    assert box is not None
    left, top = explorer.unit_on_page("relu2", 9, 2, 4)
    right, bottom = explorer.unit_on_page("relu2", 9, 3, 5)
    box = explorer.map_canvas("relu2").bounding_box()
    assert box is not None
    side = right - left
    xs, ys = [x + box["x"] for x, _ in marked], [y + box["y"] for _, y in marked]
    assert (min(xs), max(xs)) == pytest.approx((left - side / 2, right + side / 2), abs=3)
    assert (min(ys), max(ys)) == pytest.approx((top - side / 2, bottom + side / 2), abs=3)
    rows, columns = microscope.explained("[[s.start, s.stop] for s in unit.receptive_field['digit']]")
    corners = f"[explorer._state.framing.on_paper.point(r, c) for r, c in {list(zip(rows, columns, strict=True))}]"
    (x, y), (end_x, end_y) = explorer.notebook.evaluate(corners)
    style = explorer.node.locator(".mnistviz-field").evaluate(
        "({ style: s }) => [s.left, s.top, s.width, s.height].map((percent) => 2.8 * parseFloat(percent))"
    )
    assert style == pytest.approx([x, y, end_x - x, end_y - y], abs=0.01)


def test_a_dense_unit_shows_its_strongest_terms_and_where_they_sit(microscope: Microscope) -> None:
    canvas = microscope.explorer.map_canvas("dense")
    canvas.focus()
    canvas.press("ArrowRight")
    canvas.press("ArrowRight")
    canvas.press("Enter")
    microscope.expect_unit("dense[1]")
    microscope.expect_explained()
    shown = microscope.node.locator(".mnistviz-lines tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    script = "sorted(zip(unit.terms.product.tolist(), unit.places[1].tolist()))"
    terms = microscope.explained(script)
    expected = [*terms[:-7:-1], *terms[:6]]
    assert [row[0] for row in shown] == [str(place) for _, place in expected]
    assert [float(row[3]) for row in shown] == pytest.approx([product for product, _ in expected], rel=6e-4)
    assert microscope.explorer.map_canvas("pool2").evaluate(MARKED), "the places are marked on the maps"
    outline = microscope.explorer.node.locator(".mnistviz-framing > canvas").evaluate(MARKED)
    for axis in zip(*outline, strict=True):
        assert sum(place < 3 for place in axis) > 40, "an outline along the edge of the digit is not cut off"


@pytest.mark.parametrize(
    "way", ["key", pytest.param("bar", marks=pytest.mark.thorough), pytest.param("button", marks=pytest.mark.thorough)]
)
def test_softmax_line_by_line(microscope: Microscope, way: str) -> None:
    if way == "bar":
        microscope.explorer.node.get_by_role("meter", name="digit 7").click()
    elif way == "key":
        microscope.explorer.node.get_by_role("group", name="Probability of each digit").press("7")
    else:
        microscope.explorer.node.get_by_role("button", name="Ask where the confidence comes from").press("Enter")
    microscope.expect_unit("probabilities[7]")
    microscope.expect_explained()
    script = "(rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => parseFloat(cell.textContent)))"
    shown = microscope.node.locator(".mnistviz-lines tbody tr").evaluate_all(script)[:10]
    steps = (
        "[unit.softmax.logits, unit.softmax.logits - unit.softmax.maximum, unit.softmax.exponentials, unit.softmax.probabilities]"
    )
    expected = microscope.explained(f"[list(map(float, line)) for line in zip(*{steps})]")
    for line, numbers in zip(shown, expected, strict=True):
        assert line == pytest.approx(numbers, rel=6e-4)


def test_a_trace_ends_on_an_inked_pixel(microscope: Microscope) -> None:
    microscope.click("pool2", (1, 2, 9))
    microscope.expect_unit("pool2[1, 2, 9]")
    microscope.trace.click()
    expect(microscope.stops).to_have_attribute("data-walked", "all")
    path = microscope.explained("mnistviz.trace_unit(explorer.forward, 'pool2', (1, 2, 9))")
    shown = [UNIT.match(text).groups() for text in microscope.stops.locator("li").all_inner_texts()]
    assert [(layer, tuple(map(int, index.split(",")))) for layer, index in shown] == [(n, tuple(i)) for n, i in path]
    layer, index = path[-1]
    assert layer == "digit"
    assert microscope.explained(f"float(explorer.forward.digit[{tuple(index)}])") > 0
    explorer = microscope.explorer
    dots = explorer.node.locator(".mnistviz-path-dot")
    expect(dots).to_have_count(len(path))
    box = dots.last.bounding_box()
    digit = explorer.node.locator(".mnistviz-framing > canvas").bounding_box()
    assert box is not None
    assert digit is not None
    assert digit["x"] <= box["x"] + box["width"] / 2 <= digit["x"] + digit["width"]
    assert digit["y"] <= box["y"] + box["height"] / 2 <= digit["y"] + digit["height"]
    microscope.trace.click()
    expect(dots).to_have_count(0)
    expect(microscope.stops.locator("li")).to_have_count(0)


@pytest.mark.thorough
def test_the_slide_plays_pauses_and_ends(microscope: Microscope) -> None:
    microscope.click("pool2", (0, 1, 9))
    microscope.expect_unit("pool2[0, 1, 9]")
    microscope.step.click()
    microscope.expect_unit("pool2[0, 2, 9]")
    microscope.node.get_by_label("Speed of the slide").select_option("fast")
    microscope.play.click()
    expect(microscope.node).to_have_attribute("data-unit", re.compile(r"pool2\[1, "))
    microscope.play.click()
    expect(microscope.play).to_have_text("Play")
    microscope.explorer.settle()
    paused = microscope.unit()
    microscope.expect_explained()
    assert microscope.unit() == paused
    assert paused[1] < (4, 4, 9)
    microscope.play.click()
    expect(microscope.play).to_have_text("Pause")
    microscope.expect_unit("pool2[4, 4, 9]")
    expect(microscope.play).to_have_text("Play")
    microscope.expect_explained()


@pytest.mark.thorough
def test_less_motion_is_respected(microscope: Microscope) -> None:
    page = microscope.explorer.page
    page.emulate_media(reduced_motion="reduce")
    try:
        microscope.explorer.notebook.run_all()
        fresh = Microscope(microscope.explorer.notebook.explorer())
        fresh.explorer.draw(SEVEN)
        fresh.explorer.settle()
        fresh.click("pool2", (1, 2, 9))
        expect(fresh.play).to_be_disabled()
        fresh.step.click()
        fresh.expect_unit("pool2[1, 3, 9]")
        page.evaluate(
            """() => {
              window.walked = [];
              const list = document.querySelector('.mnistviz-stops');
              new MutationObserver(() => window.walked.push(list.children.length)).observe(list, { childList: true });
            }"""
        )
        fresh.trace.click()
        expect(fresh.stops).to_have_attribute("data-walked", "all")
        assert page.evaluate("() => window.walked") == [fresh.stops.locator("li").count()]
    finally:
        page.emulate_media(reduced_motion="no-preference")


@pytest.mark.thorough
def test_blank_paper_has_a_message_and_the_choice_stays(microscope: Microscope) -> None:
    microscope.click("relu1", (8, 12, 3))
    microscope.expect_unit("relu1[8, 12, 3]")
    microscope.explorer.click("Clear")
    expect(microscope.problem).to_contain_text("The digit is blank paper")
    microscope.explorer.draw(SEVEN)
    expect(microscope.problem).to_be_empty()
    microscope.expect_unit("relu1[8, 12, 3]")
    microscope.expect_explained()


@pytest.mark.thorough
def test_code_opens_the_microscope_and_a_new_page_shows_it_again(microscope: Microscope) -> None:
    explorer = microscope.explorer
    explorer.notebook.execute("unit = explorer.explain('conv2', (3, 4, 5))")
    microscope.expect_unit("conv2[3, 4, 5]")
    explorer.notebook.save()
    explorer.notebook.reload_page()
    microscope = Microscope(explorer.notebook.explorer())
    microscope.expect_unit("conv2[3, 4, 5]")
    microscope.expect_explained()


def test_a_screen_reader_hears_the_explanation_at_rest(microscope: Microscope) -> None:
    microscope.click("conv1", (8, 12, 3))
    microscope.expect_unit("conv1[8, 12, 3]")
    said = microscope.node.locator("[aria-live=polite]")
    name, account = microscope.explained("repr(unit).splitlines()[:2]")
    expect(said).to_contain_text(f"{name}: {account.removeprefix('  = ')}")
    expect(said).to_contain_text("of the digit")
    expect(microscope.node).to_have_attribute("aria-label", "Microscope: conv1[8, 12, 3]")


def test_kernels_stand_below_all_maps_and_can_be_read(seven: ExplorerPage) -> None:
    for layer, filters, inputs in (("conv1", 16, 1), ("conv2", 32, 16)):
        kernels = seven.kernels(layer)
        canvas = kernels.locator("canvas")
        expect(canvas).to_be_visible()
        expect(kernels).to_contain_text(f"{filters} kernels")
        above, below = seven.map_canvas("logits").bounding_box(), canvas.bounding_box()
        assert above is not None
        assert below is not None
        assert above["y"] + above["height"] <= below["y"]
        canvas.focus()
        for key in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight"):
            canvas.press(key)
        read_weight(seven, layer, "[1, 1, 0, 2]", "row 1, column 1")
        if inputs > 1:
            for _ in range(3):
                canvas.press("ArrowRight")
            read_weight(seven, layer, "[1, 1, 1, 2]", "input channel 1, row 1, column 1")


def read_weight(explorer: ExplorerPage, layer: str, index: str, place: str) -> None:
    """Expects the readout to give the weight under the cursor with all its digits."""
    weight = explorer.kernel(f"engine.weights['{layer}'][0]{index}.item()")
    expect(explorer.readout).to_contain_text(place)
    text = explorer.readout.inner_text()
    assert text.startswith(f"{layer}, kernel 2, ")
    assert float(text.rpartition(": ")[2]) == pytest.approx(weight, rel=1e-7)


@pytest.mark.thorough
def test_the_panel_can_be_read_and_hit_in_both_themes(microscope: Microscope, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    explorer = microscope.explorer
    for _ in each_theme(explorer.notebook.lab):
        for layer, index in (("conv2", (4, 6, 17)), ("conv1", (8, 12, 3)), ("dense", (5,)), ("probabilities", (7,))):
            explorer.notebook.execute(f"explorer.explain({layer!r}, {index}); None")
            microscope.expect_unit(f"{layer}{list(index)}")
            microscope.expect_explained()
            texts = [text for text in texts_of(explorer.node) if text["text"]]
            least = explorer.page.evaluate(
                "() => parseFloat(getComputedStyle(document.body).getPropertyValue('--jp-ui-font-size1'))"
            )
            assert [text["text"] for text in texts if text["size"] < least] == []
            assert faint_texts(texts) == []
            assert overflows(explorer.node) == []
            assert small_buttons(explorer.node, MOUSE) == []


def test_letters_in_the_panel_do_not_reach_the_notebook(microscope: Microscope) -> None:
    microscope.click("pool2", (1, 2, 9))
    microscope.expect_unit("pool2[1, 2, 9]")
    microscope.trace.focus()
    cells = "() => document.querySelectorAll('.jp-Notebook .jp-Cell').length"
    before = microscope.explorer.page.evaluate(cells)
    for key in ("b", "a", "d", "d"):
        microscope.explorer.page.keyboard.press(key)
        assert microscope.explorer.page.evaluate(cells) == before
