/**
 * A curve of a training: its batches as a line, the validation digits as dots. Texts are HTML, so that they keep their size and
 * are read aloud; only the lines are drawn.
 */

import { element, setText, svg } from "../core/dom";
import { text } from "../core/text";
import { dotsPath, gridPath, linePath, markPath, type Point, SIDE, topOf, withoutZeros } from "./curve_geometry";

const NONE = "none"; // selects the variant of a text without a value

export class Curve {
  readonly el: HTMLElement;
  private readonly svg = shape("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, preserveAspectRatio: "none", role: "img" });
  private readonly line = shape("path", { class: "mnistviz-training-line" });
  private readonly dots = shape("path", { class: "mnistviz-validation-dots" });
  private readonly marked = shape("path", { class: "mnistviz-replay-mark" });
  private readonly kind = element("span");
  private readonly training = element("span", "mnistviz-training-key");
  private readonly validation = element("span", "mnistviz-validation-key");
  private readonly top = element("span", "mnistviz-top");
  private readonly end = element("span", "mnistviz-end");

  /**
   * @param name of what is drawn
   * @param words returns a value as text
   * @param fixedTop upper end of the scale; null if it follows the values
   */
  constructor(
    private readonly name: string,
    private readonly words: (value: number) => string,
    private readonly fixedTop: number | null,
  ) {
    this.svg.append(shape("path", { class: "mnistviz-grid", d: gridPath() }), this.marked, this.line, this.dots);
    const plot = element("div", "mnistviz-plot", [
      this.top,
      element("span", "mnistviz-bottom", [withoutZeros(words(0))]),
      this.svg,
      element("span", "mnistviz-begin", [text("first-batch")]),
      this.end,
    ]);
    const keys = element("span", "mnistviz-keys", [this.training, this.validation]);
    const caption = element("figcaption", "", [element("b", "", [name]), this.kind, keys]);
    this.el = element("figure", "mnistviz-curve", [caption, plot]);
  }

  /** Says what exactly is drawn. */
  describe(kind: string): void {
    setText(this.kind, kind);
  }

  /** Marks the batch after which the network had the weights that are shown; null: it has them now. */
  mark(batch: number | null, end: number): void {
    this.marked.setAttribute("d", markPath(batch, end));
  }

  /**
   * @param points of the training
   * @param validations of the validation digits
   * @param trained batches so far
   * @param end batches at the end
   */
  show(points: readonly Point[], validations: readonly Point[], trained: number, end: number): void {
    const values = points.map(([, value]) => value);
    const top = this.fixedTop ?? topOf(values, validations);
    this.line.setAttribute("d", linePath(points, end, top));
    this.dots.setAttribute("d", dotsPath(validations, end, top));
    const training = this.wordsOf(values.at(-1));
    const validation = this.wordsOf(validations.at(-1)?.[1]);
    setText(this.training, text("training-value", { value: training }));
    setText(this.validation, text("validation-value", { value: validation }));
    setText(this.top, withoutZeros(this.words(top)));
    setText(this.end, String(end));
    const aloud = (words: string): string => (words === NONE ? text("not-known-yet") : words);
    const spoken = { name: this.name, batches: trained, training: aloud(training), validation: aloud(validation) };
    this.svg.setAttribute("aria-label", text("curve-aloud", spoken));
  }

  private wordsOf(value: number | undefined): string {
    return value === undefined ? NONE : this.words(value);
  }
}

function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = svg(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
