import { expect, test } from "vitest";
import type { PenEvent } from "./paper";
import { PenLog } from "./pen_log";

const event = (x: number): PenEvent => ["move", x, 0];

/** A log with events 0 to `count` - 1, whose x is their number. */
function drawn(count: number): PenLog {
  const log = new PenLog("here");
  for (let x = 0; x < count; x++) log.add(event(x));
  return log;
}

const numbers = (events: readonly PenEvent[] | undefined): unknown[] | undefined => events?.map(([, x]) => x);

test("a batch holds all events since the last one, and says where it begins", () => {
  const log = drawn(2);
  expect(log.next()).toEqual({ kind: "pen", page: "here", first: 0, events: [event(0), event(1)] });
  expect(log.next()).toBeNull();
  log.add(event(2));
  expect(log.isWaiting).toBe(true);
  expect(log.next()).toMatchObject({ first: 2, events: [event(2)] });
  expect(log.isWaiting).toBe(false);
});

test("two batches are under way, and an answer makes room for the next", () => {
  const log = drawn(1);
  log.next();
  expect(log.hasRoom).toBe(true);
  log.add(event(1));
  log.next();
  expect(log.hasRoom).toBe(false);
  log.hear(1);
  expect(log.hasRoom).toBe(true);
});

test("events are kept until the kernel has heard them", () => {
  const log = drawn(4);
  log.next();
  log.hear(3);
  expect(numbers(log.unheard)).toEqual([3]);
  log.hear(1); // an older answer
  expect(numbers(log.unheard)).toEqual([3]);
});

test("after a broken connection everything unheard is sent again", () => {
  const log = drawn(3);
  log.next();
  log.hear(1);
  log.add(event(3));
  log.rewind();
  expect(log.next()).toMatchObject({ first: 1, events: [event(1), event(2), event(3)] });
});

test("batches that are not answered may be waited for no longer", () => {
  const log = drawn(1);
  log.next();
  log.add(event(1));
  log.next();
  log.forget();
  expect(log.hasRoom).toBe(true);
  log.add(event(2));
  expect(log.next()).toMatchObject({ first: 2 });
});
