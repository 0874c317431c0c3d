/**
 * Plays the notebook kernel for a page that has none: holds the paper, and answers the page as `mnistviz/jupyter/explorer` does.
 * So the exported page is the notebook's page, and nothing in that knows whether there is a kernel.
 */

import type { Arrays, Tensor } from "../core/codec";
import { pack } from "../core/pack";
import { shorten, text } from "../core/text";
import { looksLikeADigit } from "../explain/out_of_distribution";
import { exactly, imageOf } from "../explorer/ink_codes";
import { apply, type Paper, type PenEvent } from "../explorer/paper";
import { REST } from "../explorer/pen_post";
import { frame, wantedSteps } from "../explorer/state";
import { BLANK_UPDATE, type ExplorerModel, type ExplorerTraits, RENDERED } from "../explorer/traits";
import { blankDrawing, pointsOf } from "../ink/drawing";
import { frameInk } from "../ink/framing";
import { digitImage, digitOf, type Framing, givePicture } from "../ink/framing_steps";
import { PenPath } from "../ink/pen_path";
import { replaced, type Scene, shownIn } from "../ink/scene";
import { noteOf } from "../network/edit_words";
import { edited } from "../network/edits";
import { forwardOf } from "../network/forward";
import type { ChainLayer, Network } from "../network/network";
import { readPicture } from "../reading/read";
import { RefusedPicture } from "../reading/refused_picture";
import type { Words } from "./data_block";
import { type Content, PageModel } from "./page_model";

const LONGEST_NAME = 60; // characters of the name of a file or unit in a message, as in `page_hand.py`

/** What all explorers of a page share. */
export interface Shared {
  readonly layers: readonly ChainLayer[];
  /** Of the network, by `layer/part`. */
  readonly weights: Arrays;
  readonly network: Network;
  /** Of digits that the network knows; null: nothing is flagged. */
  readonly statistics: Arrays | null;
  /** uint8 (turn, sample, rows, columns), or with a channel: the samples, turn after turn. */
  readonly samples: Tensor<"uint8">;
}

export class LocalKernel {
  private readonly page: PageModel;
  private readonly path = new PenPath();
  private paper: Paper;
  private readonly heard: Record<string, number> = {};
  private number = 0; // of the newest update
  private turn = 0; // of the samples
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param words of the language that the page speaks at first */
  constructor(
    private readonly shared: Shared,
    private words: Words,
    traits: ExplorerTraits,
    scene: Scene,
  ) {
    this.paper = { scene, pen: null, hides: false };
    this.page = new PageModel(
      { ...traits, ...words.traits, samples: { ...traits.samples, names: words.names, ...this.shownSamples() } },
      (content, buffers) => this.hear(content, buffers),
      (name) => this.hearSetting(name),
    );
    this.showNote();
  }

  /** Says everything in the language that the page speaks from now on. The page must be built anew. */
  speak(words: Words): void {
    this.words = words;
    const { layers, digit, upload_kinds } = words.traits;
    this.page.set("layers", layers);
    this.page.set("digit", digit);
    this.page.set("upload_kinds", upload_kinds);
    this.page.set("samples", { ...this.model.get("samples"), names: words.names });
    this.showNote();
    this.clearMessage();
  }

  get model(): ExplorerModel {
    return this.page.model;
  }

  private hear(content: Content, buffers: readonly ArrayBuffer[]): void {
    switch (content.kind) {
      case "ready":
        this.giveNetwork();
        this.update();
        break;
      case "pen":
        this.hearPen(String(content.page), Number(content.first), content.events as readonly PenEvent[]);
        break;
      case "sample":
        this.show(this.sample(Number(content.index)));
        break;
      case "more":
        this.turn += 1;
        this.page.set("samples", { ...this.model.get("samples"), ...this.shownSamples() });
        break;
      case "feed":
        this.feed(String(content.name), buffers[0]);
        break;
      case "give":
        this.show(givePicture(digitImage(new Float32Array(buffers[0] ?? [])), String(content.given)));
        break;
      case "upload":
        void this.upload(String(content.name), buffers[0]);
        break;
      case "probe":
        if (!content.passed) this.page.receive([{ kind: "probe" }, buffers.map((buffer) => new DataView(buffer))]);
        break;
    }
  }

  private hearSetting(name: keyof ExplorerTraits): void {
    if (RENDERED.includes(name)) this.changed();
    if (name === "edits") this.showNote();
  }

  /** Says whose weights are shown. */
  private showNote(): void {
    const { origin, changes, traits } = this.words;
    const edits = this.model.get("edits");
    this.page.set("note", edits.length ? noteOf(origin, changes, edits, this.shared.network) : traits.note);
  }

  /** Applies a batch; see `mnistviz/jupyter/explorer/page_pens.py`. */
  private hearPen(page: string, first: number, events: readonly PenEvent[]): void {
    this.clearMessage();
    const fresh = events.slice((this.heard[page] ?? 0) - first);
    this.heard[page] = first + events.length;
    this.paper = fresh.reduce((paper, event) => apply(paper, page, event), this.paper);
    // The page shows the pen by itself; what an undo brings back may be known here alone.
    if (fresh.some(([kind]) => kind === "undo" || kind === "clear")) this.update();
    else this.changed();
  }

  /** Puts a picture on the paper, in place of what was there. */
  private show(picture: Framing): void {
    this.clearMessage();
    const { scene } = this.paper;
    this.paper = { ...this.paper, scene: replaced(scene, blankDrawing(scene.drawing.brush), picture), pen: null };
    this.update();
  }

  /** Puts a digit that the page shows onto the pad: 784 values, fed as they are. */
  private feed(name: string, values: ArrayBuffer | undefined): void {
    const image = digitImage(new Float32Array(values ?? new ArrayBuffer(0)));
    this.show(givePicture(image, text("maximise-given", { name: shorten(name, LONGEST_NAME) })));
  }

  private async upload(name: string, content: ArrayBuffer | undefined): Promise<void> {
    try {
      this.show(frameInk(await readPicture(content ?? new ArrayBuffer(0))));
    } catch (error) {
      const reason = error instanceof RefusedPicture ? error.message : text("upload-not-a-picture");
      this.page.set("message", text("upload-failed", { name: shorten(name, LONGEST_NAME), reason }));
    }
  }

  private clearMessage(): void {
    if (this.page.get("message")) this.page.set("message", "");
  }

  private giveNetwork(): void {
    const { layers, weights } = this.shared;
    const tensors = Object.fromEntries(weights.names.map((name) => [name, weights.tensor(name)]));
    this.page.receive(pack({ kind: "network", layers }, tensors));
  }

  /** Tells the page what is on the paper, and soon whether it looks like a digit. */
  private update(): void {
    clearTimeout(this.timer);
    this.number += 1;
    const { scene, pen } = this.paper;
    const { drawing, picture, before, moment } = scene;
    const tensors: Record<string, Tensor> = {
      "scene/points": float64(drawing.strokes.flat(2), [pointsOf(drawing), 2]),
      "scene/lengths": int32(drawing.strokes.map((stroke) => stroke.length)),
    };
    if (picture?.ink) tensors["scene/ink"] = exactly(picture.ink);
    const digit = picture?.steps.at(-1)?.image;
    if (digit) tensors["scene/digit"] = exactly(digit);
    this.page.receive(
      pack(
        {
          ...BLANK_UPDATE,
          number: this.number,
          scene: {
            ...BLANK_UPDATE.scene,
            brush: drawing.brush,
            picture: picture !== null,
            given: picture?.given ?? null,
            hides: before !== null,
            pen,
            moment,
          },
          points: pointsOf(shownIn(scene).drawing),
          heard: { ...this.heard },
        },
        tensors,
      ),
    );
    this.timer = setTimeout(() => this.settle(), REST);
  }

  /** The state has changed in a way that the page has painted already: says so once it rests. */
  private changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), REST);
  }

  /** Computes the newest state, and says whether it looks like a digit that the network knows. */
  private settle(): void {
    const { statistics } = this.shared;
    const scene = shownIn(this.paper.scene);
    const made_with = { steps_off: this.model.get("steps_off"), edits: this.model.get("edits") };
    const network = edited(this.shared.network, made_with.edits);
    const digit = digitOf(frame(this.path.update(scene.drawing), scene, wantedSteps(this.model)));
    const forward = forwardOf(digit, network.run(digit));
    const tensors: Record<string, Tensor> = { "input/digit": exactly(digitImage(digit)) };
    for (const { name, shape } of network.layers) {
      const data = forward.activations.get(name);
      if (data) tensors[`layers/${name}`] = { dtype: "float32", shape, data };
    }
    const isKnown = statistics !== null && network === this.shared.network;
    const familiar = !isKnown || looksLikeADigit(forward, statistics);
    this.page.receive(pack({ kind: "settled", number: this.number, familiar, made_with, sections: {} }, tensors));
  }

  private shownSamples(): { pictures: DataView; shape: readonly number[] } {
    const { shape: sizes, data } = this.shared.samples;
    const [turns = 1, count = 1, ...shape] = sizes;
    const length = shape.reduce((product, size) => product * size, count);
    const start = (this.turn % turns) * length;
    return { pictures: new DataView(data.slice(start, start + length).buffer), shape };
  }

  private sample(index: number): Framing {
    const { pictures, shape } = this.shownSamples();
    const size = shape.reduce((product, side) => product * side, 1);
    const image = imageOf({
      dtype: "uint8",
      shape,
      data: new Uint8Array(pictures.buffer).subarray(index * size, (index + 1) * size),
    });
    const given = this.words.sentences[index];
    return given === undefined ? frameInk(image) : givePicture(image, given);
  }
}

function float64(values: readonly number[], shape: readonly number[]): Tensor {
  return { dtype: "float64", shape, data: Float64Array.from(values) };
}

function int32(values: readonly number[]): Tensor {
  return { dtype: "int32", shape: [values.length], data: Int32Array.from(values) };
}
