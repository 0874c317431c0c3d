// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { FakeModel } from "../testing/fake_model";
import { pack } from "../testing/pack";
import { LivePage, type LiveTraits, type UpdateHeader } from "./live_page";

let tellWidth: (width: number) => void;

beforeEach(() => {
  completeBrowser();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(action: (sizes: object[]) => void) {
        tellWidth = (width) => action([{ contentRect: { width } }]);
      }

      observe(): void {}

      disconnect(): void {}
    },
  );
});

/** A page that keeps the numbers of what it paints. */
function openPage() {
  const kernel = new FakeModel<LiveTraits>({ message: "", language: "en", language_chosen: true });
  const painted: number[] = [];
  const paint = ({ header }: { header: UpdateHeader }): unknown => painted.push(header.number);
  const resize = vi.fn();
  const page = new LivePage(kernel.model, document.createElement("div"), { paint, receive: () => undefined, resize });
  const update = (number: number): void => kernel.receive(pack({ kind: "update", number }, {}));
  return { kernel, painted, resize, page, update };
}

test("a page that is out of sight paints nothing, and the newest update once it is back", () => {
  const { painted, resize, update } = openPage();
  tellWidth(700);
  update(1);
  vi.advanceTimersToNextFrame();
  tellWidth(0); // the output is collapsed
  for (const number of [2, 3, 4]) update(number);
  vi.advanceTimersByTime(1000);
  expect(painted).toEqual([1]);
  tellWidth(700);
  vi.advanceTimersToNextFrame();
  expect(painted).toEqual([1, 4]);
  expect(resize).toHaveBeenCalledTimes(2);
  update(5);
  vi.advanceTimersToNextFrame();
  expect(painted).toEqual([1, 4, 5]);
});

test("a page that is not laid out yet paints", () => {
  const { painted, update } = openPage();
  update(1);
  vi.advanceTimersToNextFrame();
  expect(painted).toEqual([1]);
});

test("updates of one animation frame are painted once", () => {
  const { painted, update } = openPage();
  tellWidth(700);
  for (const number of [1, 2, 3]) update(number);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(1000);
  expect(painted).toEqual([3]);
});

test("the reader is told that the kernel does not answer, until it does", () => {
  const { kernel, page, update } = openPage();
  vi.advanceTimersByTime(4900);
  expect(page.message.textContent).toBe("");
  vi.advanceTimersByTime(200);
  expect(page.message.textContent).toContain("does not answer");
  expect(new Set(kernel.sent.map(({ kind }) => kind))).toEqual(new Set(["ready", "probe"]));
  update(1);
  expect(page.message.textContent).toBe("");
});
