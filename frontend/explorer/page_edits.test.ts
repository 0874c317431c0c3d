// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { completeBrowser } from "../testing/browser";
import { openComputing, playFrame, settled, update } from "../testing/computing_page";
import { contract } from "../testing/explorer";

beforeEach(completeBrowser);

test("values at rest with other edits or steps of framing are not compared with what is shown", async () => {
  const { el, kernel } = await openComputing();
  kernel.receive(update(2, [80, 60]));
  playFrame();
  const settings = [
    ["edits", [{ do: "bias", layer: "logits", index: 3, value: 50 }]],
    ["steps_off", ["centre"]],
  ] as const;
  for (const [name, value] of settings) {
    kernel.model.set(name, value);
    playFrame();
    kernel.receive(settled(2, Float32Array.from({ length: 10 }, Math.sqrt), new Float32Array(784)));
    playFrame();
    expect(el.dataset.truth).toBe("page");
    kernel.model.set(name, []);
  }
  expect(kernel.sent.filter(({ kind }) => kind === "differs")).toEqual([]);
});

test("edits are painted in the next animation frame, and taken back", async () => {
  const { el, kernel, pointer } = await openComputing();
  pointer("pointerdown", 80, 60);
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "7" });
  const confidence = el.dataset.confidence;
  kernel.model.set("edits", [{ do: "bias", layer: "logits", index: 3, value: 50 }]);
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "3" });
  kernel.model.set("edits", []);
  playFrame();
  expect(contract(el)).toMatchObject({ prediction: "7", confidence });
});
