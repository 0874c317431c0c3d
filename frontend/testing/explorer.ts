/** An explorer's page with a kernel that the test plays. */

import { ExplorerPage } from "../explorer/page";
import type { Section } from "../explorer/section";
import { makeSections } from "../explorer/sections";
import type { ExplorerTraits } from "../explorer/traits";
import { FakeModel } from "./fake_model";

const PALETTE = new DataView(new ArrayBuffer(768));

export const LAYERS = [
  { name: "conv", title: "conv: 2 filters", shape: [4, 4, 2], signed: true, drawn: true, starts: true },
  { name: "logits", title: "logits: 10 units", shape: [10], signed: true, drawn: true, starts: true },
];

/** What a page knows before the first update. */
export function traits(): ExplorerTraits {
  return {
    message: "",
    language: "en",
    language_chosen: true,
    layers: LAYERS,
    digit: { name: "digit", title: "The digit", shape: [28, 28], signed: false },
    output: "probabilities",
    classes: [..."0123456789"],
    independent: false,
    palettes: { viridis: PALETTE, PuOr_r: PALETTE },
    sequentials: ["viridis"],
    diverging: "PuOr_r",
    sequential: "viridis",
    scale: "layer",
    folded: [],
    note: "shipped weights",
    upload_limit: 10,
    upload_kinds: "PNG",
    has_kernel: true,
    predict_first: false,
    canvas: "",
    samples: {
      pictures: new DataView(new ArrayBuffer(7840)),
      shape: [28, 28],
      names: [..."0123456789"],
      given: false,
      more: true,
    },
    framing_open: false,
    step_names: ["crop", "scale", "line", "centre"],
    steps_off: [],
    inspected: null,
    tracing: false,
    beside: "drawing",
    beside_open: false,
    beside_layer: "",
    kept: 0,
    maximise_open: false,
    maximise_unit: null,
    maximise_start: "noise",
    maximise_asked: 0,
    maximise_stopped: 0,
    neighbours_open: false,
    neighbours_asked: 0,
    surgery_open: false,
    edits: [],
    ranking: null,
    change_open: false,
    change_kind: "add",
    change_target: null,
    attribution_open: false,
    attribution_method: "integrated_gradients",
    attribution_target: -1,
    attribution_other: -1,
    attribution_check: false,
    history_open: false,
  };
}

export function openExplorer(sections: readonly Section[] = makeSections(), changes: Partial<ExplorerTraits> = {}) {
  const kernel = new FakeModel<ExplorerTraits>({ ...traits(), ...changes });
  const el = document.createElement("div");
  document.body.replaceChildren(el);
  const page = new ExplorerPage(kernel.model, el, sections);
  return { kernel, el, page };
}

/** The attributes on which tests and benchmarks wait. */
export function contract(el: HTMLElement): Record<string, string | null> {
  const names = ["frame", "points", "prediction", "confidence"];
  return Object.fromEntries(names.map((name) => [name, el.getAttribute(`data-${name}`)]));
}
