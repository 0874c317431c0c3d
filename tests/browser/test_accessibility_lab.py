"""Widgets in JupyterLab for everyone: axe-core in all themes, drawing by keys, and descriptions of pictures that are true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from mnistviz.locale import text
from tests.agreement.summaries import summary_of
from tests.browser.test_autosave import KEEPING, KEPT
from tests.support.accessibility import unfold_everything, violations
from tests.support.explorer_page import EXPLORE
from tests.support.patience import PATIENCE
from tests.support.strokes import SEVEN
from tests.support.trainer_page import TrainerPage

if TYPE_CHECKING:
    from playwright.sync_api import ForcedColors

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

EXERCISES = (
    f'explorer.draw([{SEVEN}])\nmnistviz.exercise("conv-by-hand", explorer, seed=1)',
    'mnistviz.exercise("draw-line", explorer, seed=1)',
)
WIDGETS = (".mnistviz-explorer", ".mnistviz-exercise", ".mnistviz-training")
TRAIN = "trainer = mnistviz.train_live(digits=500, epochs=1)\ntrainer"
THEMES: list[tuple[str, ForcedColors]] = [
    ("JupyterLab Light", "none"),
    ("JupyterLab Dark", "none"),
    ("JupyterLab Dark", "active"),
]
FOUND = 3 * PATIENCE
"""Milliseconds that a search may take on a machine that others use, too."""


def fill_sections(explorer: ExplorerPage) -> None:
    """Unfolds all sections, and asks in each what it can be asked."""
    node = explorer.node
    unfold_everything(explorer)
    node.get_by_role("button", name="keep this drawing to compare").click()
    node.locator(".mnistviz-change").get_by_role("button", name="Look for it").click()
    expect(node.locator(".mnistviz-change-title")).to_be_visible(timeout=FOUND)
    node.locator(".mnistviz-maximise").get_by_role("button", name="start", exact=True).click()
    expect(node.locator(".mnistviz-maximise-patch")).to_have_count(9, timeout=FOUND)
    expect(node.locator(".mnistviz-triptych canvas")).to_have_count(3)
    expect(node.locator(".mnistviz-landed-map canvas")).to_be_visible()
    explorer.map_canvas("conv2").press("ArrowRight")
    explorer.map_canvas("conv2").press("Enter")
    expect(explorer.microscope).to_be_visible()


def test_axe_finds_nothing_wrong_in_any_widget(own_lab: Lab) -> None:
    notebook = own_lab.open(EXPLORE, *EXERCISES, TRAIN)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.settle()
    fill_sections(explorer)
    trainer = TrainerPage(notebook)
    trainer.button("Start").click()
    trainer.expect_state("finished")
    expect(trainer.node.get_by_role("table")).to_be_visible()
    notebook.node.get_by_label("Your answer").fill("x")
    notebook.node.get_by_role("button", name="Check", exact=True).click()
    expect(notebook.node.locator(".mnistviz-exercise").first.get_by_role("status")).not_to_be_empty()
    found = []
    for theme, forced in THEMES:
        own_lab.set_theme(theme)
        own_lab.page.emulate_media(forced_colors=forced)
        for widget in WIDGETS:
            expect(own_lab.page.locator(widget).first).to_be_visible()
        found += [(theme, forced, violation) for violation in violations(own_lab.page, f":is({', '.join(WIDGETS)})")]
    own_lab.set_theme("JupyterLab Light")
    assert found == []


def test_keys_and_typed_strokes_draw_undo_and_are_kept_as_the_mouse(lab: Lab) -> None:
    notebook = lab.open(KEEPING)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.pad.focus()
    for key in (*["Shift+ArrowUp"] * 4, "Space", *["Shift+ArrowDown"] * 2, "ArrowRight", "Escape"):
        lab.page.keyboard.press(key)
    down = [[140, 60], [140, 80], [140, 100], [144, 100]]
    assert explorer.settle() == 4
    assert explorer.kernel("drawing.strokes") == [down]
    spoken = explorer.view.locator(".mnistviz-spoken")
    expect(spoken).to_have_text(re.compile(r"Pen at 144, 100; \d, \d+\.\d %$"))
    explorer.node.get_by_text("type strokes").click()
    field = explorer.node.get_by_label("Strokes")
    field.fill("100,100 120,240.5; 10,10")
    field.press("Enter")
    assert explorer.settle() == 7
    assert explorer.kernel("drawing.strokes") == [down, [[100, 100], [120, 240.5]], [[10, 10]]]
    notebook.execute(KEPT)
    notebook.expect_value("kept()", value=True)
    explorer.click("Undo")
    explorer.click("Undo")
    assert explorer.settle() == 4
    assert explorer.kernel("drawing.strokes") == [down]


@pytest.mark.parametrize(
    ("layer", "channel"),
    [
        pytest.param("conv1", 4, marks=pytest.mark.thorough),
        pytest.param("relu2", 9, marks=pytest.mark.thorough),
        ("pool2", 31),
    ],
)
def test_a_map_is_described_as_numpy_sees_it(explorer: ExplorerPage, layer: str, channel: int) -> None:
    explorer.draw(SEVEN)
    explorer.settle()
    values = np.array(explorer.kernel(f"forward.activations['{layer}'].tolist()"), np.float32)
    canvas = explorer.map_canvas(layer)
    canvas.focus()
    canvas.press("ArrowRight")
    across = int(canvas.get_attribute("data-across") or 0)
    for key in ["Shift+ArrowDown"] * (channel // across) + ["Shift+ArrowRight"] * (channel % across):
        canvas.press(key)
    canvas.press("d")
    expect(explorer.readout).to_have_text(sentence(f"{layer}, channel {channel}", values[..., channel]))
    assert explorer.readout.get_attribute("aria-live") == "polite"
    explorer.notebook.execute("explorer.draw([[(60, 60), (200, 220)], [(200, 60), (60, 220)]])")
    explorer.settle()
    values = np.array(explorer.kernel(f"forward.activations['{layer}'].tolist()"), np.float32)
    expect(explorer.readout).to_have_text(sentence(f"{layer}, channel {channel}", values[..., channel]))


def test_a_focused_layer_has_a_description_of_its_strongest_map(explorer: ExplorerPage) -> None:
    explorer.draw(SEVEN)
    explorer.settle()
    values = np.array(explorer.kernel("forward.activations['conv2'].tolist()"), np.float32)
    channel = int(np.abs(values).max(axis=(0, 1)).argmax())
    canvas = explorer.map_canvas("conv2")
    assert canvas.get_attribute("aria-describedby") is None
    canvas.focus()
    told = sentence(f"conv2, channel {channel}", values[..., channel])
    expect(canvas).to_have_accessible_description(f"{text('strongest-of-maps', count=values.shape[2], silent=0)} {told}")
    probabilities = np.array(explorer.kernel("forward.activations['dense'].tolist()"), np.float32)
    units = explorer.map_canvas("dense")
    units.focus()
    largest = np.argsort(-probabilities, kind="stable")[:3]
    expect(units).to_have_accessible_description(
        re.compile(
            "^dense: largest are " + ", ".join(rf"unit {unit} \({number(probabilities[unit])}\)" for unit in largest) + ";"
        )
    )


def sentence(name: str, values: np.ndarray[Any, Any]) -> str:
    """Describes a map, float32 (row, column), as NumPy sees it."""
    summary = summary_of(values)
    if summary is None:
        return text("map-summary-zero", map=name)
    (first, last), (top, bottom), (left, right) = summary["along"], summary["rows"], summary["columns"]
    told = {key: summary[key] for key in ("down", "across", "run", "row", "column")}
    strongest = text("map-summary", map=name, kind="map", value=number(summary["value"]), first=first, last=last, **told)
    share = f"{100 * summary['share']:.1f} %"
    where = {"top": top, "bottom": bottom, "left": left, "right": right}
    return f"{strongest} {text('map-summary-extent', share=share, **where)}"


def number(value: float) -> str:
    """Returns a number with three significant digits."""
    return f"{float(value):.3g}"
