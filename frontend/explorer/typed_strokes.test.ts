// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { completeBrowser } from "../testing/browser";
import { openComputing, playFrame } from "../testing/computing_page";
import { contract } from "../testing/explorer";
import { strokesIn } from "./typed_strokes";

beforeEach(completeBrowser);

test.each([
  ["60,70", [[[60, 70]]]],
  [
    " 60,70  200.5,70 ; 130, 70 110 ,230; ",
    [
      [
        [60, 70],
        [200.5, 70],
      ],
      [
        [130, 70],
        [110, 230],
      ],
    ],
  ],
  [
    "0,0 280,280",
    [
      [
        [0, 0],
        [280, 280],
      ],
    ],
  ],
])("%j is read as strokes", (typed, strokes) => expect(strokesIn(typed)).toEqual(strokes));

test.each([
  ["", "There is no point to draw."],
  [" ; ;", "There is no point to draw."],
  ["10,10 20,30; 40,50 60", "Stroke 2, point 2: “60” is no point on the pad."],
  ["10,281", "Stroke 1, point 1: “10,281” is no point on the pad."],
  ["10,10 -5,10", "Stroke 1, point 2: “-5,10” is no point on the pad."],
  ["1,2,3", "Stroke 1, point 1: “1,2,3” is no point on the pad."],
  ["<b>,1", "Stroke 1, point 1: “<b>,1” is no point on the pad."],
])("%j is refused with a sentence", (typed, sentence) => {
  expect(strokesIn(typed)).toContain(sentence);
  expect(strokesIn(typed)).toContain("for example 60,70 200,70; 130,70 110,230.");
});

async function openField() {
  const explorer = await openComputing();
  const field = explorer.el.querySelector(".mnistviz-typed input") as HTMLInputElement;
  const type = (typed: string): void => {
    field.value = typed;
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  };
  return { ...explorer, field, type };
}

test("typed strokes are events of the pen, and are undone one by one", async () => {
  const { el, type, pen } = await openField();
  type("60,70 200,70; 130,70 110,230");
  playFrame();
  expect(contract(el)).toMatchObject({ points: "4", prediction: "7" });
  expect(pen().flatMap(({ events }) => events)).toEqual([["down", 60, 70]]); // the others follow, five batches a second
  const undo = [...el.querySelectorAll<HTMLElement>("button")].find(({ textContent }) => textContent === "Undo");
  undo?.click();
  playFrame();
  expect(contract(el)).toMatchObject({ points: "2" });
  undo?.click();
  playFrame();
  expect(contract(el)).toMatchObject({ points: "0", prediction: "" });
});

test("of strokes with a mistake none is drawn, and the mistake is named until it is put right", async () => {
  const { el, field, type, kernel } = await openField();
  type("60,70 200,70; 130");
  playFrame();
  expect(kernel.sent).toEqual([]);
  const problem = el.querySelector(".mnistviz-typed [role=alert]");
  expect(problem?.textContent).toContain("Stroke 2, point 1");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(field.value).toBe("60,70 200,70; 130");
  type("60,70 200,70; 130,90");
  playFrame();
  expect(problem?.textContent).toBe("");
  expect(field.getAttribute("aria-invalid")).toBe("false");
  expect(contract(el)).toMatchObject({ points: "3" });
});
