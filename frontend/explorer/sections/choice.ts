/** The choice: if several digits are on the paper, each is shown in a frame, and the user chooses one. */

import { paintInk } from "../../core/canvas";
import { button, element, setText } from "../../core/dom";
import { text } from "../../core/text";
import type { Part, Section } from "../section";
import type { Stage } from "../stage";
import type { State } from "../state";

type Box = readonly [left: number, top: number, right: number, bottom: number];

interface Header {
  /** The digit that is read; null: all of a drawing is. */
  readonly chosen: number | null;
  /** Fractions of the width and height. */
  readonly boxes: readonly Box[];
}

export class ChoiceSection implements Section {
  readonly name = "choice";
  private stage!: Stage;
  private readonly count = element("div", "mnistviz-choice-count");
  private readonly canvas = element("canvas", "mnistviz-paper");
  private readonly boxes = element("div", "mnistviz-choice-boxes");
  private readonly el = element("div", "mnistviz-choice", [
    this.count,
    element("div", "mnistviz-choice-picture", [this.canvas, this.boxes]),
  ]);

  build(stage: Stage): void {
    this.stage = stage;
    this.count.setAttribute("role", "status");
    this.boxes.setAttribute("role", "group");
    this.boxes.setAttribute("aria-label", text("digits-to-choose"));
    this.canvas.setAttribute("aria-hidden", "true"); // the buttons on it have names
    this.el.hidden = true;
    stage.layers.prepend(this.el);
  }

  compute(state: State): Part<Header> | null {
    return state.partOfKernel(this.name) as Part<Header> | null;
  }

  paint(part: Part<Header> | null): void {
    this.el.hidden = !part;
    if (!part) {
      setText(this.count, "");
      return;
    }
    const { chosen, boxes } = part.header;
    const { shape, data } = part.arrays.uint8("picture");
    const [height = 1, width = 1] = shape;
    paintInk(this.canvas, data, width, height);
    setText(
      this.count,
      text("several-digits", { count: String(boxes.length), number: chosen === null ? "none" : String(chosen + 1) }),
    );
    if (this.boxes.children.length !== boxes.length) this.frame(boxes.length);
    for (const [index, box] of boxes.entries()) this.place(index, box, index === chosen);
  }

  settle(part: Part<Header> | null, isCurrent: boolean): void {
    if (part && isCurrent) this.paint(part);
  }

  private frame(count: number): void {
    this.boxes.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const name = text("digit-of-several", { number: String(index + 1), count: String(count) });
        return button("", () => this.stage.send({ kind: "choose", index }), name);
      }),
    );
  }

  private place(index: number, [left, top, right, bottom]: Box, isChosen: boolean): void {
    const frame = this.boxes.children[index] as HTMLButtonElement;
    const share = (fraction: number): string => `${100 * fraction}%`;
    Object.assign(frame.style, {
      left: share(left),
      top: share(top),
      width: share(right - left),
      height: share(bottom - top),
    });
    frame.setAttribute("aria-pressed", String(isChosen));
  }
}
