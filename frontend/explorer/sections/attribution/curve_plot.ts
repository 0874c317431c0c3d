/** The deletion curve: in the order of the map, before the band of random orders. Texts are HTML; only the lines are drawn. */

import { element, setText, svg } from "../../../core/dom";
import { compact } from "../../../core/numbers";
import { text } from "../../../core/text";
import type { DeletionCurve } from "../../../explain/attribution/checks";

const SIDE = 100; // of the drawing, which the page stretches

export class CurvePlot {
  readonly el: HTMLElement;
  private readonly svg = svg("svg");
  private readonly band = svg("path", "mnistviz-random-band");
  private readonly mean = svg("path", "mnistviz-random-line");
  private readonly line = svg("path", "mnistviz-map-line");
  private readonly title = element("div", "mnistviz-caption");
  private readonly areas = element("div");
  private readonly plot: HTMLElement;

  constructor() {
    this.svg.setAttribute("viewBox", `0 0 ${SIDE} ${SIDE}`);
    this.svg.setAttribute("preserveAspectRatio", "none");
    this.svg.setAttribute("aria-hidden", "true"); // the sentence below says what it shows
    this.svg.append(this.band, this.mean, this.line);
    const scale = (words: string, place: string): HTMLElement => element("span", `mnistviz-curve-${place}`, [words]);
    const ends = [
      scale("1", "top"),
      scale("0", "bottom"),
      scale("0 %", "begin"),
      scale(text("attribution-curve-end"), "end"),
    ];
    this.plot = element("div", "mnistviz-deletion-plot", [this.svg, ...ends]);
    const keys = element("div", "mnistviz-caption", [
      element("span", "mnistviz-map-key", [text("attribution-curve-map")]),
      element("span", "mnistviz-random-key", [text("attribution-curve-random")]),
    ]);
    this.el = element("div", "mnistviz-deletion", [this.title, this.plot, keys, this.areas]);
  }

  /** @param curve null: it is still being computed */
  show(question: string, curve: DeletionCurve | null): void {
    setText(this.title, text("attribution-curve", { question }));
    this.svg.toggleAttribute("hidden", !curve);
    if (!curve) {
      setText(this.areas, text("attribution-deletion-waiting"));
      return;
    }
    const { probabilities, random, area, randomArea } = curve;
    const across = (reduce: (values: number[]) => number): number[] =>
      Array.from(probabilities, (_, at) => reduce(random.map((one) => one[at] as number)));
    const low = across((values) => Math.min(...values));
    const high = across((values) => Math.max(...values));
    const mean = across((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
    const back = pointsOf(low).reverse();
    this.band.setAttribute("d", `M${[...pointsOf(high), ...back].join("L")}Z`);
    this.mean.setAttribute("d", `M${pointsOf(mean).join("L")}`);
    this.line.setAttribute("d", `M${pointsOf(probabilities).join("L")}`);
    const better = area < randomArea ? "yes" : "no";
    setText(this.areas, text("attribution-deletion", { better, area: compact(area), random: compact(randomArea) }));
  }
}

function pointsOf(values: ArrayLike<number>): string[] {
  return Array.from(
    values,
    (value, at) => `${((SIDE * at) / (values.length - 1)).toFixed(1)} ${(SIDE * (1 - value)).toFixed(2)}`,
  );
}
