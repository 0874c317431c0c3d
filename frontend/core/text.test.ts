import { expect, test } from "vitest";
import { exportedMessages, pageMessages } from "../bundler/catalogue.ts";
import { shorten, text } from "./text";

test("a text has its values, without marks around them", () => {
  expect(text("value-of-unit", { layer: "dense", unit: 3, value: "0.5" })).toBe("dense, unit 3: 0.5");
});

test("a long text loses its middle, and no half of a character stays", () => {
  expect(shorten("seven.png", 9)).toBe("seven.png");
  expect(shorten("0123456789.png", 13)).toBe("0123 ... .png");
  expect(shorten("\u{1f58a}".repeat(20), 10)).toBe("\u{1f58a}\u{1f58a} ... \u{1f58a}\u{1f58a}\u{1f58a}");
});

test("a missing key and a missing value are errors", () => {
  expect(() => text("no-such-key")).toThrow("no-such-key");
  expect(() => text("value-of-unit", { layer: "dense" })).toThrow();
});

test("the page gets the groups of the page alone", () => {
  const catalogue = "## reading\na = A\n## page\nb = B\n## network\nc = C\n## page in a notebook: trainer\nd = D\n";
  expect(pageMessages(catalogue)).toBe("## page\nb = B\n## page in a notebook: trainer\nd = D\n");
  expect(exportedMessages(catalogue)).toBe("b=B\n");
});
