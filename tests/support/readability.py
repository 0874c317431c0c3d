"""Measures whether a part of the page can be read and touched: overflow, contrast, sizes of text and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator

LEAST_CONTRAST = 4.5
"""The contrast ratio that WCAG 2.2 asks of text."""

_OVERFLOWS = """(explorer) => {
  const area = explorer.closest('.jp-OutputArea');
  const panel = (explorer.closest('.jp-NotebookPanel, .jp-LinkedOutputView') ?? document.body).getBoundingClientRect();
  const found = [];
  for (let node = explorer; node && node.scrollWidth !== undefined; node = node.parentElement) {
    if (node.scrollWidth > node.clientWidth && getComputedStyle(node).display !== 'inline') {
      found.push(`${node.className || node.tagName}: ${node.scrollWidth} px in ${node.clientWidth} px`);
    }
    if (node === area) break;
  }
  const outer = explorer.getBoundingClientRect();
  for (const node of explorer.querySelectorAll('*')) {
    if (node.closest('.mnistviz-spoken')) continue;  // for ears only
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.right > Math.min(outer.right, panel.right) + 1 || box.left < outer.left - 1) {
      const name = `${node.tagName} ${node.className.baseVal ?? node.className}`;
      found.push(`${name}: ${box.left} .. ${box.right} in ${outer.left} .. ${outer.right}`);
    }
  }
  return found;
}"""

_TEXTS = """(explorer) => {
  const shown = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(node).visibility === 'visible';
  };
  const text = (node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join('');
  const nodes = [...explorer.querySelectorAll('*')].filter((node) => text(node) && shown(node));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map(); // a page has few colours
  const rgba = (colour) => {
    if (!known.has(colour)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  };
  return nodes.concat([...explorer.querySelectorAll('select')]).map((node) => {
    const style = getComputedStyle(node);
    const backgrounds = [];
    for (let outer = node; outer; outer = outer.parentElement) backgrounds.push(rgba(getComputedStyle(outer).backgroundColor));
    return {
      text: `${node.tagName} ${node.className}: ${text(node)}`,
      size: parseFloat(style.fontSize),
      colour: rgba(style.color),
      backgrounds,
    };
  });
}"""

FINGER, MOUSE = 44, 32
"""CSS pixels that a button is high and wide, at least. WCAG 2.2 asks for 24 (AA) and 44 (AAA)."""

_SMALL_BUTTONS = """(explorer, least) => [...explorer.querySelectorAll('button, label:has(input)')].filter(
  (button) => button.checkVisibility() // what is folded has a size, too
).map((button) => {
  const { width, height } = button.getBoundingClientRect();
  return [button.textContent || button.getAttribute('aria-label'), width, height];
}).filter(([, width, height]) => width && (width < least - 0.1 || height < least - 0.1))"""


def overflows(node: Locator) -> list[str]:
    """Returns what is wider than its place, inside a node and around it up to its output area."""
    found: list[str] = node.evaluate(_OVERFLOWS)
    return found


def texts_of(node: Locator) -> list[dict[str, Any]]:
    """Returns every visible text inside a node.

    `text` names and quotes it, `size` is in CSS pixels, `colour` and `backgrounds` are as in `contrast`.
    """
    found: list[dict[str, Any]] = node.evaluate(_TEXTS)
    return found


def small_buttons(node: Locator, least: int) -> list[tuple[str, float, float]]:
    """Returns name, width and height of every visible button and switch inside a node that is smaller than so many CSS pixels."""
    found: list[tuple[str, float, float]] = node.evaluate(_SMALL_BUTTONS, least)
    return found


def faint_texts(texts: list[dict[str, Any]]) -> list[tuple[str, float]]:
    """Returns those of `texts_of` that don't stand out from their background, each with its contrast."""
    contrasts = [(text["text"], round(contrast(text["colour"], text["backgrounds"]), 2)) for text in texts]
    return [found for found in contrasts if found[1] < LEAST_CONTRAST]


def contrast(colour: list[float], backgrounds: list[list[float]]) -> float:
    """Returns the contrast ratio of text and what is behind it (WCAG 2.2, "contrast ratio").

    Args:
        colour: red, green, blue 0..255, alpha 0..1.
        backgrounds: the same, from the innermost element outwards.
    """
    behind = [255.0, 255.0, 255.0]
    for layer in reversed(backgrounds):
        behind = _over(layer, behind)
    low, high = sorted((_luminance(_over(colour, behind)), _luminance(behind)))
    return (high + 0.05) / (low + 0.05)


def _over(colour: list[float], behind: list[float]) -> list[float]:
    """Returns a colour with alpha on an opaque one."""
    *channels, alpha = colour
    return [alpha * above + (1 - alpha) * below for above, below in zip(channels, behind, strict=True)]


def _luminance(colour: list[float]) -> float:
    """Returns the relative luminance of an sRGB colour (WCAG 2.2)."""
    shares = [channel / 255 for channel in colour]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
