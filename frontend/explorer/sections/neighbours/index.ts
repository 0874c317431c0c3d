/**
 * Where it landed: the known digits that the network finds most like the one on the pad, and its place on the map of them all. The
 * notebook kernel has these digits, so it computes all of it; the digit that the rest belongs to is shown with it.
 */

import { paintInk, paintPicture } from "../../../core/canvas";
import type { Arrays } from "../../../core/codec";
import { announcer, element, setText } from "../../../core/dom";
import { save } from "../../../core/model";
import { percent, rounded } from "../../../core/numbers";
import { text } from "../../../core/text";
import { SELDOM } from "../../pen_post";
import type { Part, Section } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import { Drawer } from "../drawer";
import { DigitMap, legend, type Point } from "./digit_map";
import { type Neighbour, NeighbourButton } from "./neighbour_button";

const INTERVAL = 150; // milliseconds between two places on the map while the pen moves: it is seen to move
const NEAREST = 10;
const PIXELS = 28 * 28;

interface Unknown {
  /** Why the digits can't be compared; empty: they are being computed. */
  readonly problem: string;
  /** The share of that which is done. */
  readonly done: number;
  readonly map: null;
}

interface Known {
  readonly problem: "";
  readonly done: 1;
  /** The number of the map that belongs to it. */
  readonly map: number;
  /** The last wish for a map that was heard. */
  readonly heard: number;
  /** The layer that was compared, and how many units it has. */
  readonly layer: string;
  readonly units: number;
  /** How the map was made. */
  readonly method: "t-SNE" | "PCA";
  /** The share of true neighbours that are neighbours on the map. */
  readonly overlap: number;
  /** What the digit is read as; null: the paper is blank. */
  readonly label: string | null;
  readonly position: Point | null;
  readonly near: readonly Neighbour[];
  /** The nearest digit of the second most probable class. */
  readonly runnerUp: Neighbour | null;
}

type Header = Unknown | Known;

export class NeighboursSection implements Section {
  readonly name = "neighbours";
  private stage!: Stage;
  private header: Header | null = null; // of what is shown
  private mapNumber: number | null = null; // of the map that is here
  private asked = 0; // the last own wish for a map
  private readonly map = new DigitMap();
  private readonly state = element("div", "mnistviz-caption");
  private readonly content = element("div", "mnistviz-landed");
  private readonly digit = element("canvas", "mnistviz-paper");
  private readonly reading = element("div", "mnistviz-landed-reading");
  private readonly classes = element("div");
  private readonly near = element("div", "mnistviz-near");
  private readonly second = element("div", "mnistviz-near");
  private readonly secondTitle = element("div");
  private readonly overlap = element("div", "mnistviz-caption");
  private readonly buttons = Array.from({ length: NEAREST }, () => this.makeButton());
  private readonly runnerUp = this.makeButton();
  private readonly answers = element("div", "mnistviz-landed-answers");
  private readonly spoken = announcer("mnistviz-said", "polite");

  build(stage: Stage): void {
    this.stage = stage;
    const parts = [this.state, this.content, this.spoken];
    const { el } = new Drawer(stage, "neighbours_open", text("neighbours-title"), parts);
    el.classList.add("mnistviz-neighbours");
    stage.questions.append(el);
    this.fill(el);
  }

  compute(state: State): Part<Header> | null {
    return state.partOfKernel(this.name) as Part<Header> | null;
  }

  paint(part: Part<Header> | null): void {
    if (part && part.header === this.header) return; // nothing new from the kernel
    const header = part?.header ?? null;
    this.header = header;
    if (!part || header === null || header.map === null) {
      this.content.hidden = true;
      const share = Math.round(100 * (header?.done ?? 0));
      setText(this.state, header?.problem || text("neighbours-computing", { share }));
      return;
    }
    const wasHidden = this.content.hidden;
    this.content.hidden = false;
    setText(this.state, header.label === null ? text("neighbours-draw") : "");
    this.takeMap(header, part.arrays);
    if (wasHidden) this.map.resize(); // it had no size
    this.map.show(header.position, header.map === this.mapNumber ? header.near.map(({ number }) => number) : []);
    this.showDigits(header, part.arrays);
    const { units, layer, method } = header;
    const kept = rounded(NEAREST * header.overlap, 1);
    setText(this.overlap, text("neighbours-overlap", { units, layer, method, kept, share: percent(header.overlap) }));
  }

  describe(): void {
    if (this.header === null || this.header.map === null) {
      if (this.header) setText(this.spoken, this.state.textContent ?? "");
      return;
    }
    const { label } = this.header;
    const region = this.map.region;
    const words = [this.classes.textContent ?? "", region === null ? "" : text("neighbours-region", { label: region })];
    setText(this.spoken, label === null ? "" : words.join(" "));
    this.map.canvas.setAttribute("aria-label", `${text("neighbours-map")} ${words[1] ?? ""}`.trim());
  }

  kernelInterval(): number {
    return this.stage.model.get("neighbours_open") ? INTERVAL : SELDOM;
  }

  resize(): void {
    this.map.resize();
  }

  private fill(el: HTMLDetailsElement): void {
    el.addEventListener("toggle", () => this.map.resize()); // folded, it has no size
    this.map.canvas.setAttribute("aria-label", text("neighbours-map"));
    this.digit.setAttribute("aria-hidden", "true"); // what is read in it says enough
    this.near.append(...this.buttons.map((one) => one.el));
    this.near.setAttribute("role", "group");
    this.near.setAttribute("aria-label", text("neighbours-nearest"));
    this.second.append(this.runnerUp.el, this.secondTitle);
    const frame = element("div", "mnistviz-landed-frame", [this.digit]);
    const own = element("div", "mnistviz-landed-digit", [frame, element("div", "", [this.reading, this.classes])]);
    this.answers.append(own, this.near, this.second);
    const limits = element("div", "mnistviz-caption", [text("neighbours-limits")]);
    const figure = element("div", "mnistviz-landed-map", [this.map.canvas, legend()]);
    this.content.append(figure, element("div", "mnistviz-landed-words", [this.answers, this.overlap, limits]));
    this.content.hidden = true;
  }

  /** Takes the map that a part brings. Without it, and without an earlier copy, asks for it; it may have been passed over. */
  private takeMap({ map, heard }: Known, arrays: Arrays): void {
    if (arrays.has("places")) {
      this.map.use({
        points: arrays.float32("places").data.slice(),
        labels: arrays.uint8("labels").data.slice(),
        centres: arrays.float32("centres").data.slice(),
      });
      this.mapNumber = map;
    } else if (map !== this.mapNumber && heard >= this.asked) {
      const { model } = this.stage;
      this.asked = model.get("neighbours_asked") + 1;
      save(model, "neighbours_asked", this.asked);
    }
  }

  private showDigits({ label, near, runnerUp }: Known, arrays: Arrays): void {
    const [height = 1, width = 1, channels] = arrays.uint8("digit").shape;
    (channels ? paintPicture : paintInk)(this.digit, arrays.uint8("digit").data, width, height);
    this.digit.classList.toggle("mnistviz-paper", !channels);
    this.answers.hidden = label === null;
    if (label === null) return;
    setText(this.reading, text("neighbours-reading", { label }));
    setText(this.classes, classesOf(near));
    const images = arrays.uint8("images").data;
    this.buttons.forEach((one, i) => {
      const neighbour = near[i];
      one.el.hidden = !neighbour;
      if (neighbour) one.show(neighbour, images.subarray(PIXELS * i, PIXELS * (i + 1)));
    });
    this.second.hidden = !runnerUp;
    if (!runnerUp) return;
    this.runnerUp.show(runnerUp, arrays.uint8("runner_up").data);
    setText(this.secondTitle, text("neighbours-runner-up", { label: runnerUp.label }));
  }

  private makeButton(): NeighbourButton {
    return new NeighbourButton((number) => this.stage.send({ kind: "bundled", number }));
  }
}

/** Says which classes the nearest digits have, the most frequent first. */
function classesOf(near: readonly Neighbour[]): string {
  const counts = new Map<string, number>();
  for (const { label } of near) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].sort((one, other) => other[1] - one[1]);
  const classes = parts.map(([label, count]) => text("neighbours-of-class", { count, label })).join(", ");
  return text("neighbours-classes", { count: near.length, classes });
}
