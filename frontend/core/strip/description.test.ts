// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { completeBrowser } from "../../testing/browser";
import { describeMaps, describeUnits } from "./description";
import { sizesOf } from "./geometry";
import { PictureStrip } from "./picture_strip";
import { Strip, type StripListener } from "./strip";

beforeEach(completeBrowser);

const RANGE = { low: [0], high: [2] };
const TABLE = new Uint32Array(256);

/** Two maps of 6x6: nothing, and a line at the top with a faint spot at the lower right. */
function twoMaps(): Float32Array {
  const values = new Float32Array(72);
  for (let column = 1; column <= 4; column++) values[36 + 6 + column] = column === 2 ? 2 : 1.5;
  values[36 + 35] = 1;
  values[36 + 30] = 0.99;
  return values;
}

const described = (values: Float32Array, shape: readonly number[], isRough = false) => {
  return { name: "conv1", sizes: sizesOf(shape), values, isRough };
};

test("a map is told by its strongest line, and by where values nearly as strong lie", () => {
  const maps = described(twoMaps(), [6, 6, 2]);
  expect(describeMaps(maps, 1)).toBe(
    "conv1, channel 1: strongest (2) in the upper centre, along row 1, columns 1 to 4. " +
      "Values of its sign, at least half as large, lie in rows 1 to 5, columns 1 to 5: 13.9 % of all.",
  );
  expect(describeMaps(maps, 0)).toBe("conv1, channel 0: 0 everywhere.");
  expect(describeMaps(maps, null)).toContain("2 maps, 1 of them 0 everywhere. The strongest: conv1, channel 1: ");
});

test("values of both signs are told by the sign of the strongest", () => {
  const values = Float32Array.of(0, 1, 0, 0, -3, 0, 0, -2, 0);
  expect(describeMaps(described(values, [3, 3]), null)).toBe(
    "conv1: strongest (-3) in the middle centre, along column 1, rows 1 to 2. " +
      "Values of its sign, at least half as large, lie in rows 1 to 2, columns 1 to 1: 22.2 % of all.",
  );
});

test("values that are known to 8 bits are called rough, and what is no number is said", () => {
  expect(describeMaps(described(twoMaps(), [6, 6, 2], true), 1)).toContain("strongest (about 2.0)");
  const broken = described(Float32Array.of(1, Number.NaN, 0, 0), [2, 2]);
  expect(describeMaps(broken, null)).toContain("not numbers");
  expect(describeUnits({ ...broken, sizes: sizesOf([4]) })).toContain("not numbers");
});

test("units are told by the largest and the smallest", () => {
  const units = described(Float32Array.of(0, 3, -1, 0, 5, 4), [6]);
  expect(describeUnits(units)).toBe(
    "conv1: largest are unit 4 (5), unit 5 (4), unit 1 (3); the smallest is unit 2 (-1); 2 of 6 are 0.",
  );
});

function open(listener: StripListener = { point: () => undefined }): Strip {
  const layer = { name: "conv1", title: "conv1", shape: [6, 6, 2], signed: false };
  const strip = new Strip(layer, listener);
  document.body.replaceChildren(strip.canvas);
  strip.resize(120);
  return strip;
}

test("a strip has a description while it has the focus, and it follows the values", () => {
  const strip = open();
  strip.show(new Uint8Array(72), RANGE, TABLE);
  expect(strip.canvas.hasAttribute("aria-describedby")).toBe(false);
  strip.canvas.dispatchEvent(new FocusEvent("focus"));
  const words = (): string | null | undefined =>
    document.getElementById(strip.canvas.getAttribute("aria-describedby") ?? "")?.textContent;
  expect(words()).toBe("conv1: 0 everywhere.");
  strip.values = twoMaps();
  expect(words()).toContain("channel 1: strongest (2)");
  strip.canvas.dispatchEvent(new FocusEvent("blur"));
  expect(strip.canvas.hasAttribute("aria-describedby")).toBe(false);
  expect(document.body.textContent).toBe("");
});

test("D reads what matters in the map under the cursor, and an arrow key reads values again", () => {
  const said: [string, boolean][] = [];
  const strip = open({ point: (one, isLoud) => said.push([one?.read() ?? "", isLoud]) });
  strip.show(new Uint8Array(72), RANGE, TABLE);
  strip.values = twoMaps();
  const press = (key: string, shiftKey = false): boolean =>
    strip.canvas.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
  press("d");
  expect(said.at(-1)?.[0]).toContain("2 maps, 1 of them 0 everywhere.");
  press("ArrowRight");
  press("D");
  expect(said.at(-1)).toEqual(["conv1, channel 0: 0 everywhere.", true]);
  press("ArrowRight");
  expect(said.at(-1)?.[0]).toBe("conv1, channel 0, row 0, column 1: 0");
});

test("a picture in colours is told by its brightness", () => {
  const picture = new PictureStrip("picture", [2, 2, 3], { point: () => undefined });
  picture.show(Uint8Array.of(0, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 0), RANGE, TABLE);
  expect(picture.describe()).toContain("picture: brightest (about 1.0) in the lower left, at row 1, column 0.");
});
