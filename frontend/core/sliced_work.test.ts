import { afterEach, beforeEach, expect, test } from "vitest";
import { SlicedWork } from "./sliced_work";

let work: SlicedWork;
let errors: string[];
let slices: number;

beforeEach(() => {
  errors = [];
  slices = 0;
  work = new SlicedWork((action) => {
    slices += 1;
    try {
      action();
    } catch (error) {
      errors.push(String(error));
    }
  });
});

afterEach(() => work.close());

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function* steps<Result>(count: number, result: Result): Generator<void, Result> {
  for (let step = 0; step < count; step++) {
    const end = performance.now() + 2;
    while (performance.now() < end);
    yield;
  }
  return result;
}

const resultOf = <Result>(generator: Generator<unknown, Result>): Promise<Result> =>
  new Promise((resolve) => work.start(generator, resolve));

test("returns the result after a few slices", async () => {
  expect(await resultOf(steps(20, "done"))).toBe("done");
  expect(slices).toBeGreaterThan(2); // 40 ms of work
  expect(slices).toBeLessThan(20); // not a pause after each step
  expect(work.isRunning).toBe(false);
});

test("a newer computation takes the place of an older one", async () => {
  let result = "";
  work.start(steps(20, "old"), (old) => {
    result = old;
  });
  expect(await resultOf(steps(2, "new"))).toBe("new");
  await pause();
  expect(result).toBe("");
});

test("what is stopped never ends", async () => {
  let ended = false;
  work.start(steps(1, null), () => {
    ended = true;
  });
  work.stop();
  for (let turn = 0; turn < 5; turn++) await pause();
  expect(ended).toBe(false);
});

test("however often it is stopped and begun, one slice is to come", async () => {
  for (let turn = 0; turn < 5; turn++) {
    work.start(steps(1, null), () => {});
    work.stop();
  }
  for (let turn = 0; turn < 5; turn++) await pause();
  expect(slices).toBe(1);
});

test("another computation may begin when one is done", async () => {
  const second = await new Promise((resolve) => {
    work.start(steps(1, 1), () => work.start(steps(1, 2), resolve));
  });
  expect(second).toBe(2);
});

test("an error is reported, and the next computation works", async () => {
  // biome-ignore lint/correctness/useYield: it fails before it yields
  function* failing(): Generator<void, void> {
    throw new RangeError("no such layer");
  }
  work.start(failing(), () => {});
  while (!errors.length) await pause();
  expect(errors).toEqual(["RangeError: no such layer"]);
  expect(await resultOf(steps(1, "next"))).toBe("next");
});
