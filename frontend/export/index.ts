/** The script of an exported page: puts a live explorer in the place of each still picture. */

import type { Message } from "../core/codec";
import { element } from "../core/dom";
import { language, useLanguage } from "../core/text";
import { imageOf } from "../explorer/ink_codes";
import { framedAs } from "../explorer/kernel_scene";
import { ExplorerPage } from "../explorer/page";
import type { ExplorerTraits } from "../explorer/traits";
import { type Framing, givePicture, imageOfShape } from "../ink/framing_steps";
import { rewound, sceneOf } from "../ink/scene";
import { Network } from "../network/network";
import { type PadHeader, type PageHeader, readData, type Words } from "./data_block";
import { languageOfPage, offerLanguages } from "./languages";
import { LocalKernel, type Shared } from "./local_kernel";
import { makeSections } from "./sections";
import { followSystemTheme } from "./theme";

/** Settings of a new explorer's sections, apart from the colours. */
const SETTINGS = {
  predict_first: false,
  scale: "layer",
  folded: [],
  framing_open: false,
  history_open: false,
  steps_off: [],
  inspected: null,
  tracing: false,
  maximise_open: false,
  maximise_unit: null,
  maximise_start: "noise",
  maximise_asked: 0,
  maximise_stopped: 0,
  neighbours_open: false,
  surgery_open: false,
  edits: [],
  change_open: false,
  change_kind: "add",
  change_target: null,
  attribution_open: false,
  attribution_method: "integrated_gradients",
  attribution_target: -1,
  attribution_other: -1,
  attribution_check: false,
} as const;

/** What needs the notebook kernel, whatever the explorer has shown. */
const WITHOUT_KERNEL = { has_kernel: false, ranking: null } as const;

function traitsOf({ header, arrays }: Message<PageHeader>, { settings }: PadHeader): ExplorerTraits {
  const { traits } = header;
  const tables = arrays.of("palettes");
  const palettes = Object.fromEntries(tables.names.map((name) => [name, viewOf(tables.uint8(name).data)]));
  const sequential = traits.sequentials[0] ?? "";
  return {
    ...SETTINGS,
    ...traits,
    palettes,
    message: "",
    language: language().lang,
    language_chosen: true,
    canvas: "",
    sequential,
    ...settings,
    ...WITHOUT_KERNEL,
  } as ExplorerTraits;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function pictureOf({ arrays }: Message<PageHeader>, { picture, given }: PadHeader, number: number): Framing | null {
  if (!picture) return null;
  const own = arrays.of(`pads/${number}`);
  if (given !== null) {
    const { shape, data } = own.float32("digit");
    return givePicture(imageOfShape(shape, data), given);
  }
  return framedAs(imageOf(own.uint8("ink")), own.float32("digit").data);
}

async function start(): Promise<void> {
  const data = await readData(document.getElementById("mnistviz-data")?.textContent ?? "");
  const { header, arrays } = data;
  const statistics = arrays.of("statistics");
  const weights = arrays.of("network");
  const shared: Shared = {
    layers: header.network.layers,
    weights,
    network: new Network(header.network.layers, weights),
    statistics: statistics.names.length ? statistics : null,
    samples: arrays.uint8("samples"),
  };
  useLanguage(languageOfPage());
  const wordsNow = (): Words => header.words[language().lang] as Words;
  const revivals: (() => void)[] = [];
  followSystemTheme();
  for (const still of document.querySelectorAll<HTMLElement>("[data-mnistviz]")) {
    const number = Number(still.dataset.mnistviz);
    const pad = header.pads[number];
    if (!pad) continue;
    const scene = sceneOf({ strokes: pad.strokes, brush: pad.brush }, pictureOf(data, pad, number));
    const kernel = new LocalKernel(shared, wordsNow(), traitsOf(data, pad), rewound(scene, pad.moment));
    const el = element("div");
    const open = (): ExplorerPage => new ExplorerPage(kernel.model, el, makeSections(shared.statistics));
    let page = open();
    revivals.push(() => {
      page.close();
      kernel.speak(wordsNow());
      el.replaceChildren();
      page = open();
    });
    still.replaceWith(element("div", "mnistviz-explorer", [el])); // last: if anything above fails, the picture stays
  }
  offerLanguages(() => {
    for (const revive of revivals) revive();
  });
}

start().catch((error) => console.error(error)); // the still pictures stay
