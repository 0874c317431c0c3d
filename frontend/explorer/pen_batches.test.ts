import { expect, test } from "vitest";
import { PenBatches, type PenEvent } from "./pen_batches";

const event = (x: number): PenEvent => ({ message: ["move", x, 0], line: [[x, 0]] });

/** Batches with events 0 to `count` - 1, whose x is their number. */
function drawn(count: number): PenBatches {
  const batches = new PenBatches();
  for (let x = 0; x < count; x++) batches.add(event(x));
  return batches;
}

const numbers = (batches: PenBatches): (string | number | undefined)[] | undefined =>
  batches.next()?.events.map(([, x]) => x);

test("a batch holds all events since the last one, and says where it begins", () => {
  const batches = drawn(2);
  expect(batches.next()).toEqual({
    first: 0,
    events: [
      ["move", 0, 0],
      ["move", 1, 0],
    ],
  });
  expect(batches.next()).toBeNull();
  batches.add(event(2));
  expect(batches.next()).toEqual({ first: 2, events: [["move", 2, 0]] });
});

test("two batches are under way, and a painted update makes room for the next", () => {
  const batches = drawn(1);
  batches.next();
  expect(batches.hasRoom).toBe(true);
  batches.add(event(1));
  batches.next();
  expect(batches.hasRoom).toBe(false);
  batches.paint(1);
  expect(batches.hasRoom).toBe(true);
});

test("events stay until a painted update contains them", () => {
  const batches = drawn(3);
  batches.next();
  batches.paint(2);
  expect(batches.unpainted.map(({ line }) => line[0]?.[0])).toEqual([2]);
  batches.paint(1); // an older page's count, or the same again
  expect(batches.unpainted).toHaveLength(1);
  batches.paint(3);
  expect(batches.unpainted).toHaveLength(0);
});

test("after a pause nothing is sent twice", () => {
  const batches = drawn(1);
  batches.next();
  batches.add(event(1));
  batches.next();
  batches.forget();
  expect(batches.hasRoom).toBe(true);
  expect(batches.next()).toBeNull();
});

test("after a loss everything is sent again that no painted update contains", () => {
  const batches = drawn(4);
  batches.next();
  batches.paint(1);
  batches.add(event(4));
  batches.rewind();
  expect(numbers(batches)).toEqual([1, 2, 3, 4]);
});

test("no event is lost and none comes twice, whatever is painted when", () => {
  const batches = new PenBatches();
  const received: unknown[] = [];
  for (let x = 0; x < 200; x++) {
    batches.add(event(x));
    if (batches.hasRoom) received.push(...(numbers(batches) ?? []));
    if (x % 7 === 3) batches.paint(received.length);
    if (x % 50 === 49) batches.forget();
  }
  received.push(...(numbers(batches) ?? []));
  expect(received).toEqual(Array.from({ length: 200 }, (_, x) => x));
});
