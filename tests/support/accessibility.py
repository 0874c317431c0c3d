"""What axe-core finds wrong on a page, and whether texts stay in order and in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.explorer_page import ExplorerPage

OPTIONS = {
    "rules": {name: {"enabled": True} for name in ("target-size", "label-content-name-mismatch")},
    "resultTypes": ["violations"],  # of what passes, one element
}
"""All rules, also two that axe-core leaves out by itself: the size of targets, and names that contain the label."""

_NAMELESS = """(selector) => [...document.querySelectorAll(selector ? `${selector} [role]` : '[role]')].filter((node) =>
  node.matches('[role=application], [role=img], [role=group], [role=region], [role=meter]')
  && node.checkVisibility() && !node.getAttribute('aria-label')
).map((node) => `no name: ${node.outerHTML.slice(0, 80)}`)"""
"""axe-core asks no name of all of these."""

_DISORDERED = """(root) => {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || !node.data.trim()) continue;
    let [former, line] = [-Infinity, null];
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (line !== null && Math.abs(box.top - line) < box.height / 2 && box.left < former - 0.5) {
        found.push(node.data);
        break;
      }
      [former, line] = [box.left, box.top];
    }
  }
  return found;
}"""

_BEYOND = """(root) => {
  const SCROLLERS = '.mnistviz-ranked, .mnistviz-factor, .mnistviz-result, .mnistviz-scroll';
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push(`the page: ${document.documentElement.scrollWidth} px`);
  for (const node of root.querySelectorAll('*')) {
    const { left, right, width: own, height } = node.getBoundingClientRect();
    if (own < 2 || height < 2 || !node.checkVisibility() || node.closest('.mnistviz-spoken, .mnistviz-said')) continue;
    const overflow = getComputedStyle(node).overflowX;
    const scrolls = ['auto', 'scroll'].includes(overflow) && node.scrollWidth > node.clientWidth + 1;
    const scroller = node.parentElement.closest(SCROLLERS);
    if (scroller || node.matches(SCROLLERS)) continue;
    if (scrolls || left < -1 || right > width + 1) found.push(`${node.tagName} ${node.className}: ${left} .. ${right}`);
  }
  return found;
}"""

_CUT = """(root) => {
  const found = [];
  for (const node of root.querySelectorAll('*')) {
    const style = getComputedStyle(node);
    if (!node.checkVisibility() || node.clientWidth < 2 || !node.textContent.trim()) continue;
    if (node.closest('.mnistviz-spoken, .mnistviz-said') || style.display === 'inline') continue;
    const isCut = (overflow, whole, seen) => ['hidden', 'clip'].includes(overflow) && whole > seen + 1;
    const isAcross = isCut(style.overflowX, node.scrollWidth, node.clientWidth);
    const isDown = isCut(style.overflowY, node.scrollHeight, node.clientHeight);
    if (!isAcross && !isDown || node.closest('[title]')) continue;
    found.push(`${node.tagName} ${node.className}: ${node.textContent}`);
  }
  return found;
}"""


def unfold_everything(explorer: ExplorerPage) -> None:
    """Unfolds all sections of an explorer."""
    folded = explorer.node.locator("details:not([open]) > summary").filter(visible=True)
    while folded.count():
        folded.first.click()


def violations(page: Page, selector: str | None = None) -> list[str]:
    """Returns what axe-core finds wrong in the elements of a selector, or on the whole page, and what has no name there."""
    response = Axe().run(page, context=selector, options=OPTIONS).response
    assert response["passes"] or response["violations"], "nothing was looked at"
    nameless: list[str] = page.evaluate(_NAMELESS, selector)
    return nameless + [
        f"{violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def disordered(root: Locator) -> list[str]:
    """Returns the texts inside an element of which a character stands to the left of the one before it, on the same line."""
    found: list[str] = root.evaluate(_DISORDERED)
    return found


def beyond_the_window(root: Locator) -> list[str]:
    """Returns what lies to the left or right of the window, or scrolls sideways. Tables may do that."""
    found: list[str] = root.evaluate(_BEYOND)
    return found


def cut_texts(root: Locator) -> list[str]:
    """Returns the texts inside an element of which a part is cut away, unless a tooltip has all of it."""
    found: list[str] = root.evaluate(_CUT)
    return found
