// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { csvOf, type Guess, GuessRecord, KEY, MOST, storageOf } from "./record";

const guess = (name: string, agreed = false): Guess => ({
  time: "2026-03-01T10:00:00.000Z",
  question: "digit",
  guess: name,
  result: "7",
  confidence: 0.64,
  agreed,
});
const names = (record: GuessRecord): string[] => record.all.map((one) => one.guess);

beforeEach(() => localStorage.clear());

test("guesses are kept in the browser, and all pages of a site share them", () => {
  const [one, other] = [new GuessRecord(localStorage), new GuessRecord(localStorage)];
  one.add(guess("3"));
  other.add(guess("4"));
  expect(names(one)).toEqual(["3", "4"]);
  expect(names(new GuessRecord(localStorage))).toEqual(["3", "4"]);
  expect(one.isKept).toBe(true);
  other.clear();
  expect(names(one)).toEqual([]);
});

test("only the newest are kept", () => {
  const record = new GuessRecord(localStorage);
  localStorage.setItem(KEY, JSON.stringify(Array.from({ length: MOST }, (_, i) => guess(String(i)))));
  record.add(guess("new"));
  expect(record.all).toHaveLength(MOST);
  expect(record.all[0]?.guess).toBe("1");
  expect(record.all.at(-1)?.guess).toBe("new");
  expect(localStorage.getItem(KEY)?.length).toBeLessThan(100_000);
});

test("where the browser keeps nothing, the page does until it is closed", () => {
  const alone = new GuessRecord(null);
  alone.add(guess("3"));
  expect([names(alone), alone.isKept]).toEqual([["3"], false]);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  } as unknown as Storage;
  const record = new GuessRecord(full);
  record.add(guess("3"));
  record.add(guess("4"));
  expect([names(record), record.isKept]).toEqual([["3", "4"], false]);
  const forbidden = {
    get localStorage(): Storage {
      throw new DOMException("no", "SecurityError");
    },
  };
  expect(storageOf(forbidden)).toBeNull();
});

test.each(["no JSON", "{}", "null", '[1, {"guess": 3}]'])("what is damaged is left out: %s", (stored) => {
  localStorage.setItem(KEY, stored);
  const record = new GuessRecord(localStorage);
  expect(record.all).toEqual([]);
  record.add(guess("3"));
  expect(names(record)).toEqual(["3"]);
});

test("the file is a table, in which no name of a class becomes a formula or a further cell", () => {
  const lines = csvOf([guess("3", true), guess('a "b", c'), guess("=1+1"), guess("-1")]).split("\r\n");
  expect(lines).toEqual([
    "time,question,guess,result,confidence,agreed",
    '"2026-03-01T10:00:00.000Z","digit","3","7","0.64","true"',
    '"2026-03-01T10:00:00.000Z","digit","a ""b"", c","7","0.64","false"',
    '"2026-03-01T10:00:00.000Z","digit","\'=1+1","7","0.64","false"',
    '"2026-03-01T10:00:00.000Z","digit","-1","7","0.64","false"',
    "",
  ]);
});
