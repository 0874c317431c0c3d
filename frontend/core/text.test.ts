import catalogues from "catalogues";
import { afterEach, expect, test } from "vitest";
import { exportedMessages, pageMessages } from "../bundler/catalogue.ts";
import { asPercent, LANGUAGES, language, shorten, text, useLanguage, withDecimalSign } from "./text";

afterEach(() => useLanguage("en"));

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

test("the page speaks another language, and English instead of one that there is not", () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining(["de", "en"]));
  useLanguage("de");
  expect(language()).toEqual({ lang: "de", dir: "ltr" });
  expect(text("undo")).toBe("Rückgängig");
  expect(text("others-together", { count: 1234, share: "" })).toMatch(/^1\.234 /);
  useLanguage("xx");
  expect([language().lang, text("undo")]).toEqual(["en", "Undo"]);
});

test("numbers get the signs of the language", () => {
  expect([withDecimalSign("0.5"), asPercent("97.1")]).toEqual(["0.5", "97.1 %"]);
  useLanguage("de");
  expect([withDecimalSign("0.5"), withDecimalSign("-1"), asPercent("97.1")]).toEqual(["0,5", "-1", "97,1\u00a0%"]);
});

test.each(LANGUAGES)("every catalogue has the same texts: %s", (code) => {
  const keys = (one: string): string[] => [...(catalogues[one] ?? "").matchAll(/^[a-z][a-z0-9-]*(?= =)/gm)].map(String);
  expect(keys(code)).toEqual(keys("en"));
});
