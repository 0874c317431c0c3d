/** The plot of an answer's history: areas with names, flips, ends of strokes, and the moment that is shown. Texts are HTML. */

import tokens from "../../../../mnistviz/assets/tokens.json";
import { classColour, inkOn } from "../../../core/colours";
import { element, svg } from "../../../core/dom";
import type { Flip, Reading } from "../../../explain/answer_history";
import { type Area, areasOf } from "./areas";

const LABEL = 14; // percent of the width that the label of a flip takes
const TICK = 10; // percent of the height

/** What is drawn. */
export interface Plotted {
  readonly readings: readonly Reading[];
  readonly flips: readonly Flip[];
  /** Points of the drawing. */
  readonly total: number;
  /** The points at which its strokes end. */
  readonly strokes: readonly number[];
  /** The moment that is shown; null: now. */
  readonly moment: number | null;
  /** The names of the classes. */
  readonly classes: readonly string[];
}

export class Plot {
  readonly el: HTMLElement;
  private readonly areas = svg("g");
  private readonly ends = svg("path", "mnistviz-history-ends");
  private readonly flips = svg("path", "mnistviz-history-flips");
  private readonly moment = svg("path", "mnistviz-history-moment");
  private readonly names = element("div");

  constructor() {
    const drawn = svg("svg");
    drawn.setAttribute("viewBox", "0 0 100 100");
    drawn.setAttribute("preserveAspectRatio", "none");
    drawn.setAttribute("aria-hidden", "true"); // what is around it says all
    drawn.append(this.areas, this.ends, this.flips, this.moment);
    this.el = element("div", "mnistviz-history-plot", [drawn, this.names]);
    this.el.setAttribute("role", "img");
  }

  /** @param label says what is drawn, for those who don't see it */
  show({ readings, flips, total, strokes, moment, classes }: Plotted, label: string): void {
    const across = (points: number): number => (100 * points) / Math.max(total, 1);
    const lines = (places: readonly number[], top: number): string =>
      places.map((points) => `M${across(points)} ${top}V100`).join("");
    const areas = areasOf(readings, total);
    this.areas.replaceChildren(...areas.map(({ path, which }) => shape(path, which)));
    this.ends.setAttribute("d", lines(strokes, 100 - TICK));
    this.flips.setAttribute(
      "d",
      lines(
        flips.map(({ points }) => points),
        0,
      ),
    );
    this.moment.setAttribute("d", lines(moment === null ? [] : [moment], 0));
    this.names.replaceChildren(...areas.flatMap((area) => nameOf(area, classes)), ...labelsOf(flips, across, classes));
    this.el.setAttribute("aria-label", label);
  }
}

function shape(path: string, which: number | null): SVGPathElement {
  const made = svg("path");
  made.setAttribute("d", path);
  made.setAttribute("fill", colourOf(which));
  return made;
}

function colourOf(which: number | null): string {
  return which === null ? tokens.colours.neutral.light : classColour(which);
}

/** Writes the class on its area, if that is large enough. */
function nameOf({ which, middle }: Area, classes: readonly string[]): HTMLElement[] {
  if (which === null || !middle) return [];
  const made = element("span", "mnistviz-history-class", [classes[which] ?? String(which)]);
  const [red = 0, green = 0, blue = 0] = (colourOf(which).match(/\w\w/g) ?? []).map((byte) =>
    Number.parseInt(byte, 16),
  );
  Object.assign(made.style, {
    left: `${middle[0]}%`,
    top: `${middle[1]}%`,
    background: colourOf(which), // also where a neighbour begins
    color: inkOn(red | (green << 8) | (blue << 16)),
  });
  return [made];
}

/** Writes both classes beside the line of a flip, unless the label would cover the one before. */
function labelsOf(
  flips: readonly Flip[],
  across: (points: number) => number,
  classes: readonly string[],
): HTMLElement[] {
  const labels: HTMLElement[] = [];
  let end = 0;
  for (const { points, before, after } of flips) {
    const left = Math.min(across(points), 100 - LABEL);
    if (left < end) continue;
    end = left + LABEL;
    const name = (which: number): string => classes[which] ?? String(which);
    const label = element("span", "mnistviz-history-flip", [`${name(before)}\u2192${name(after)}`]);
    label.style.left = `${left}%`;
    labels.push(label);
  }
  return labels;
}
