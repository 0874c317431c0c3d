"""Hosts of widgets that are not JupyterLab: with VS Code's themes and keys, without ipycanvas, and where bytes get lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.pictures import picture_of_a_seven, png_file
from tests.support.pixels import picture, wait_for_another_picture
from tests.support.readability import faint_texts, overflows, texts_of
from tests.support.strokes import ONE, SEVEN, THREE
from tests.support.widget_host import WidgetHost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.support.explorer_page import ExplorerPage
    from tests.support.server import Server
    from tests.support.widget_host import Buffers

THEMES = {
    "vscode-light": {
        "editor-background": "#ffffff",
        "editor-foreground": "#3b3b3b",
        "descriptionForeground": "#3b3b3b",
        "input-background": "#ffffff",
        "editorWidget-background": "#f8f8f8",
        "textLink-foreground": "#005fb8",
    },
    "vscode-dark": {
        "editor-background": "#1f1f1f",
        "editor-foreground": "#cccccc",
        "descriptionForeground": "#9d9d9d",
        "input-background": "#313131",
        "editorWidget-background": "#202020",
        "textLink-foreground": "#4daafc",
    },
    "vscode-high-contrast": {
        "editor-background": "#000000",
        "editor-foreground": "#ffffff",
        "descriptionForeground": "rgba(255, 255, 255, 0.7)",
        "input-background": "#000000",
        "editorWidget-background": "#0c141f",
        "textLink-foreground": "#21a6ff",
        "contrastBorder": "#6fc3df",
    },
}
"""The colours of VS Code's own themes: Light Modern, Dark Modern, Dark High Contrast."""
SET_THEME = """([kind, colours]) => {
  document.body.dataset.vscodeThemeKind = kind;
  for (const [name, colour] of Object.entries(colours)) document.documentElement.style.setProperty(`--vscode-${name}`, colour);
}"""
NO_THEME = """() => {
  delete document.body.dataset.vscodeThemeKind;
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('theme');
}"""
BACKGROUND = "(node) => getComputedStyle(node).backgroundColor"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def open_host(server: Server, shared_context: BrowserContext) -> Iterator[Callable[..., WidgetHost]]:
    """A function that returns a host; see `WidgetHost` for its arguments. Each is started once, since that takes seconds."""
    hosts: dict[str, WidgetHost] = {}

    def open_one(**options: Any) -> WidgetHost:
        host = hosts.get(str(options)) or WidgetHost(shared_context.new_page(), server, **options)
        hosts[str(options)] = host
        host.page.bring_to_front()
        host.page.evaluate(NO_THEME)
        host.page.set_viewport_size({"width": 1280, "height": 800})
        host.errors.texts.clear()
        return host

    yield open_one
    for host in hosts.values():
        host.close()


def set_theme(page: Page, kind: str) -> None:
    """Shows a theme of VS Code."""
    page.evaluate(SET_THEME, [kind, THEMES[kind]])


@pytest.mark.parametrize(
    "buffers", [pytest.param("arrive", marks=pytest.mark.thorough), "lost", pytest.param("dropped", marks=pytest.mark.thorough)]
)
def test_everything_is_live_whatever_becomes_of_bytes(open_host: Callable[..., WidgetHost], buffers: Buffers) -> None:
    host = open_host(buffers=buffers)
    explorer = host.explore()
    blank = picture(explorer.map_canvas("conv2"))
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    wait_for_another_picture(explorer.map_canvas("conv2"), blank)
    explorer.settle()  # the kernel's values of all layers have come, and are shown
    assert explorer.kernel("forward.prediction") == 7
    assert host.evaluate("explorer.children[0]._probe.has_passed") == (buffers == "arrive")
    explorer.click("Sample of a 3")
    explorer.expect_prediction("3")
    explorer.upload(png_file("seven.png", picture_of_a_seven()))
    explorer.expect_prediction("7")
    host.execute(f"explorer.draw([{ONE}])")
    explorer.expect_prediction("1")
    expect_the_kernel_to_draw(host, explorer)
    expect(explorer.alert).to_be_empty()
    assert host.errors.texts == []


def expect_the_kernel_to_draw(host: WidgetHost, explorer: ExplorerPage) -> None:
    """Takes the network from the page, so that the kernel's own maps are painted."""
    host.execute("explorer.children[0]._network.refuse(); explorer.redraw(); explorer.wait_idle()")
    before = picture(explorer.map_canvas("conv2"))
    explorer.click("Clear")
    explorer.draw(THREE)
    explorer.expect_prediction("3")
    wait_for_another_picture(explorer.map_canvas("conv2"), before)


def test_the_pen_works_without_ipycanvas(open_host: Callable[..., WidgetHost]) -> None:
    host = open_host(lacking=["ipycanvas"])
    explorer = host.explore()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    explorer.click("Undo")
    explorer.wait_for_blank_pad()
    expect(explorer.alert).to_be_empty()
    assert [error for error in host.errors.texts if "ipycanvas" not in error and "create a model" not in error] == []


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=[] if "dark" in kind else pytest.mark.thorough) for kind in THEMES])
def test_it_has_the_colours_of_vs_code(open_host: Callable[..., WidgetHost], kind: str) -> None:
    host = open_host()
    explorer = host.explore()
    explorer.draw(SEVEN)
    explorer.settle()
    light = picture(explorer.map_canvas("relu1"))
    set_theme(host.page, kind)
    is_dark = kind != "vscode-light"
    expect(explorer.view).to_have_attribute("data-mnistviz-theme", "dark" if is_dark else "light")
    if is_dark:  # the maps change their colours: 0 has that of the background
        wait_for_another_picture(explorer.map_canvas("relu1"), light)
    numbers = re.findall(r"\d+", explorer.view.evaluate(BACKGROUND))
    assert [int(number) for number in numbers[:3]] == list(bytes.fromhex(THEMES[kind]["editor-background"][1:]))
    assert ("invert" in explorer.pad.evaluate("(pad) => getComputedStyle(pad).filter")) == is_dark
    texts = texts_of(explorer.node)
    assert len(texts) > 30
    assert faint_texts(texts) == []


def test_it_is_dark_in_colabs_dark_theme(open_host: Callable[..., WidgetHost]) -> None:
    host = open_host(buffers="dropped")
    explorer = host.explore()
    host.page.evaluate("() => document.documentElement.setAttribute('theme', 'dark')")
    expect(explorer.view).to_have_attribute("data-mnistviz-theme", "dark")
    assert faint_texts(texts_of(explorer.node)) == []
    host.page.evaluate("() => document.documentElement.removeAttribute('theme')")
    expect(explorer.view).to_have_attribute("data-mnistviz-theme", "light")


@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits(open_host: Callable[..., WidgetHost], width: int) -> None:
    host = open_host()
    host.page.set_viewport_size({"width": width, "height": 800})
    explorer = host.explore()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    strip = "([canvas]) => canvas.clientWidth > 50 && canvas.clientWidth <= canvas.parentElement.clientWidth"
    host.page.wait_for_function(strip, arg=[explorer.map_canvas("conv1").element_handle()])
    assert overflows(explorer.node) == []
    assert host.page.evaluate(OVERFLOW) == 0


def test_keys_do_not_reach_the_host(open_host: Callable[..., WidgetHost]) -> None:
    host = open_host()
    explorer = host.explore()
    keyboard = host.page.keyboard
    explorer.pad.focus()
    for key in ("ArrowDown", "Space", "ArrowRight", "d", "d", "Delete"):
        keyboard.press(key)
    explorer.map_canvas("conv1").focus()
    for key in ("ArrowDown", "a", "Escape"):
        keyboard.press(key)
    explorer.button("Undo").focus()
    for key in ("Enter", "b"):
        keyboard.press(key)
    explorer.button("Undo").press("Control+s")
    assert host.page.evaluate("() => window.host.keys") == ["Control", "s"]


@pytest.mark.thorough
def test_no_picture_stands_below_the_live_view_and_the_saved_one_follows(open_host: Callable[..., WidgetHost]) -> None:
    host = open_host()
    explorer = host.explore()
    saved = "() => window.host.saved.filter((data) => data['image/png']).map((data) => data['image/png'])"
    (blank,) = host.page.evaluate(saved)
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    host.page.wait_for_function(f"(blank) => ({saved})()[0] !== blank", arg=blank)
    expect(host.page.locator("img")).to_have_count(0)
    assert len(host.page.evaluate(saved)) == 1
    host.execute("explorer.close()")
    expect(explorer.node).to_have_count(0)
