/** A layer in the list: a line with its name, and below it its maps or units, which the reader can fold away. */

import { element } from "../../core/dom";
import { boxOf } from "../../core/strip/geometry";
import { Strip, type StripListener } from "../../core/strip/strip";
import { text } from "../../core/text";
import type { ListedLayer } from "../traits";

const MANY_MAPS = 64; // more of them would be specks, or push all other layers out of sight
const MANY_UNITS = 512;

/** Whether a layer lies in a window of its own in which one scrolls. */
export function isScrolled({ sizes, layer }: Strip): boolean {
  return isSequence(layer) || sizes.channels > (sizes.isMaps ? MANY_MAPS : MANY_UNITS);
}

/** Whether a layer is a sequence, one map of steps and features. */
export function isSequence({ shape }: { readonly shape: readonly number[] }): boolean {
  return shape.length === 2;
}

export class Fold {
  readonly el: HTMLDetailsElement;
  readonly range = element("span", "mnistviz-range");
  readonly strip: Strip;
  /** In which the maps are scrolled; null: all are in sight. */
  readonly scroller: HTMLElement | null;

  constructor(layer: ListedLayer, listener: StripListener) {
    const strip = new Strip(layer, {
      ...listener,
      point: (pointed, loud) => {
        if (loud) this.scrollToCursor();
        listener.point(pointed, loud);
      },
    });
    this.strip = strip;
    strip.canvas.setAttribute("aria-label", text("layer-keys", { layer: layer.title }));
    this.scroller = isScrolled(strip) ? element("div", "mnistviz-scroller", [strip.canvas]) : null;
    // That a map is a sequence is said even where there is little room.
    const title = titleOf(layer, isSequence(layer) ? "" : "mnistviz-detail");
    const summary = element("summary", "", [title, this.range]);
    this.el = element("details", "mnistviz-layer", [summary, this.scroller ?? strip.canvas]);
    this.el.dataset.layer = layer.name;
    this.el.classList.toggle("mnistviz-sequence", isSequence(layer));
  }

  /** Brings the value under the keyboard's cursor into sight. */
  private scrollToCursor(): void {
    const { scroller, strip } = this;
    const { cursor, layout, sizes } = strip;
    if (!scroller || !cursor || !layout) return;
    const { channel, row, column } = cursor;
    const [, top, , height] = boxOf(sizes, layout, channel, [row, row + 1], [column, column + 1]);
    const end = top + height - scroller.clientHeight;
    scroller.scrollTop = Math.max(end, Math.min(scroller.scrollTop, top));
  }
}

/** Makes the line of a layer of which there is no picture. */
export function nameOnly(layer: ListedLayer): HTMLElement {
  const made = element("div", "mnistviz-layer mnistviz-name-only", [titleOf(layer, "")]);
  made.dataset.layer = layer.name;
  return made;
}

function titleOf(layer: ListedLayer, detail: string): HTMLElement {
  const name = layer.title.startsWith(layer.name) ? layer.name : "";
  const title = element("span", "mnistviz-title", [
    element("b", "", [name]),
    element("span", detail, [layer.title.slice(name.length)]),
  ]);
  title.title = layer.title;
  return title;
}
