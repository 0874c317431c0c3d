/** An explorer's page that computes by itself, with a network by hand and a notebook kernel that the test plays. */

import { vi } from "vitest";
import type { PenEvent } from "../explorer/paper";
import type { ChainLayer } from "../network/chain";
import { openExplorer } from "./explorer";
import { pack, type Sample } from "./pack";

const PLAIN = { window: null, strides: null, dilation: [1, 1], padding: "valid", groups: 1, constants: {} } as const;

/** Reads a digit 7 whenever there is ink, and the surer the more: the logit of 7 is a tenth of all ink. */
const CHAIN: readonly ChainLayer[] = [
  { ...PLAIN, name: "flat", kind: "Flatten", shape: [784], activation: "linear", function: "linear", signed: false },
  { ...PLAIN, name: "logits", kind: "Dense", shape: [10], activation: "linear", function: "linear", signed: true },
  {
    ...PLAIN,
    name: "probabilities",
    kind: "Softmax",
    shape: [10],
    activation: "softmax",
    function: "softmax",
    signed: false,
  },
];
const KERNEL = Float32Array.from({ length: 7840 }, (_, i) => (i % 10 === 7 ? 0.1 : 0));
const SHOWN = [{ name: "logits", title: "logits: 10 units", shape: [10], signed: true, drawn: true, starts: true }];
const BLANK = { base: 0, strokes: 0, points: 0, brush: 22, picture: false, hides: false, pen: null };

export const network = () =>
  pack(
    { kind: "network", layers: CHAIN },
    { "logits/kernel": [KERNEL, 784, 10], "logits/bias": [new Float32Array(10), 10] },
  );

/** What the kernel says is on the paper: one stroke at most. */
export function update(number: number, points: readonly number[] = [], heard: object = {}, pen: string | null = null) {
  const arrays: Record<string, Sample> = {
    "scene/points": [Float64Array.from(points), points.length / 2, 2],
    "scene/lengths": [Int32Array.from(points.length ? [points.length / 2] : []), points.length ? 1 : 0],
  };
  const header = { kind: "update", number, scene: { ...BLANK, pen }, points: points.length / 2, heard, sections: {} };
  const answer = { prediction: null, confidence: 0, probabilities: [], steps: [], centring: "" };
  return pack({ ...header, ...answer }, arrays);
}

export function settled(
  number: number,
  logits: Float32Array,
  digit: Float32Array,
  boxes: readonly number[][] | null = null,
) {
  const exponentials = logits.map((value) => Math.exp(value - Math.max(...logits)));
  const total = exponentials.reduce((sum, value) => sum + value);
  return pack(
    { kind: "settled", number, familiar: true, sections: boxes ? { choice: { chosen: null, boxes } } : {} },
    {
      ...(boxes ? { "choice/picture": [new Uint8Array(6), 2, 3] as Sample } : {}),
      "input/digit": [digit, 28, 28],
      "layers/flat": [digit, 784],
      "layers/logits": [logits, 10],
      "layers/probabilities": [exponentials.map((value) => value / total), 10],
    },
  );
}

export async function open() {
  const explorer = openExplorer(undefined, { layers: SHOWN });
  const { kernel, el } = explorer;
  kernel.receive(network());
  kernel.receive(update(1));
  await vi.advanceTimersByTimeAsync(20); // the pad gets its canvas, and the first update is painted
  kernel.sent.length = 0;
  const pad = el.querySelector<HTMLElement>(".mnistviz-pad canvas") as HTMLElement;
  pad.getBoundingClientRect = () => ({ left: 0, top: 0, width: 280, height: 280 }) as DOMRect;
  const pointer = (type: string, x: number, y: number, more: PointerEventInit = {}): boolean =>
    pad.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, pointerId: 1, ...more }));
  const pen = (): { first: number; events: PenEvent[]; page: string }[] =>
    kernel.sent.filter(({ kind }) => kind === "pen") as never;
  return { ...explorer, pad, pointer, pen };
}
