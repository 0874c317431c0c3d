// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model";
import { firstKnown, languageOfReader, type SpokenTraits, showSpoken } from "./page_language";
import { language, text, useLanguage } from "./text";

beforeEach(() => useLanguage("en"));
afterEach(() => {
  vi.unstubAllGlobals();
  document.documentElement.lang = "";
});

function read(...languages: string[]): void {
  vi.stubGlobal("navigator", { languages });
}

test("the first known language counts, with or without a country", () => {
  expect(firstKnown(["de-AT"])).toBe("de");
  expect(firstKnown(["DE", "en"])).toBe("de");
  expect(firstKnown(["xx", "de", "en"])).toBe("de");
  expect(firstKnown(["xx", ""])).toBe("en");
  expect(firstKnown([])).toBe("en");
});

test("JupyterLab's language counts before the browser's, unless it is the English that nobody has chosen", () => {
  read("en-US");
  expect(languageOfReader()).toBe("en");
  document.documentElement.lang = "de-DE";
  expect(languageOfReader()).toBe("de");
  read("de-CH", "en");
  document.documentElement.lang = "en";
  expect(languageOfReader()).toBe("de");
  document.documentElement.lang = "xx";
  expect(languageOfReader()).toBe("de");
});

/** Shows a widget of one word; returns its model, its element, and how often it was opened and closed. */
function show(traits: SpokenTraits) {
  const kernel = new FakeModel<SpokenTraits & { layers: number }>({ ...traits, layers: 1 });
  const el = document.createElement("div");
  const counts = { opened: 0, closed: 0 };
  const open = () => {
    counts.opened += 1;
    el.append(text("undo"));
    return { close: () => (counts.closed += 1) };
  };
  const end = showSpoken(kernel.model, el, ["layers"], open);
  return { kernel, el, counts, end };
}

test("a page speaks as its reader, and tells the kernel", () => {
  read("de");
  const { kernel, el } = show({ language: "en", language_chosen: false });
  expect(kernel.get("language")).toBe("de");
  expect(el.textContent).toBe("Rückgängig");
  expect(language()).toEqual({ lang: "de", dir: "ltr" });
});

test("a language that was chosen in code is spoken, whatever the reader speaks", () => {
  read("de");
  const { kernel, el } = show({ language: "en", language_chosen: true });
  expect(kernel.get("language")).toBe("en");
  expect(el.textContent).toBe("Undo");
});

test("a page is built anew, once, when the kernel speaks another language or has other layers", async () => {
  read("en");
  const { kernel, el, counts, end } = show({ language: "en", language_chosen: false });
  kernel.set("language", "de");
  kernel.set("layers", 2);
  await Promise.resolve();
  expect(el.textContent).toBe("Rückgängig");
  expect(kernel.get("language")).toBe("de"); // the page does not ask for its own again: two readers would go on for ever
  expect(counts).toEqual({ opened: 2, closed: 1 });
  end();
  kernel.set("language", "en");
  await Promise.resolve();
  expect(counts).toEqual({ opened: 2, closed: 2 });
  expect(kernel.listening).toBe(0);
});
