// @vitest-environment happy-dom

import { afterEach, expect, test, vi } from "vitest";
import { followTheme, isDark } from "./theme";

const { body, documentElement } = document;

afterEach(() => {
  for (const one of [body, documentElement]) for (const { name } of [...one.attributes]) one.removeAttribute(name);
});

test.each([
  ["nobody says anything", () => undefined, "light"],
  ["JupyterLab is light", () => body.setAttribute("data-jp-theme-light", "true"), "jupyter-light"],
  ["JupyterLab is dark", () => body.setAttribute("data-jp-theme-light", "false"), "jupyter-dark"],
  ["VS Code is light", () => body.setAttribute("data-vscode-theme-kind", "vscode-light"), "light"],
  ["VS Code is dark", () => body.setAttribute("data-vscode-theme-kind", "vscode-dark"), "dark"],
  ["its contrast is high", () => body.setAttribute("data-vscode-theme-kind", "vscode-high-contrast"), "dark"],
  ["and light", () => body.setAttribute("data-vscode-theme-kind", "vscode-high-contrast-light"), "light"],
  ["Colab is dark", () => documentElement.setAttribute("theme", "dark"), "dark"],
  ["marimo is dark", () => body.classList.add("dark"), "dark"],
])("where %s, that is the theme", (_, show, theme) => {
  show();
  const el = document.createElement("div");
  followTheme(el)();
  expect(el.dataset.mnistvizTheme).toBe(theme);
  expect(isDark()).toBe(theme.endsWith("dark"));
});

test("another theme is told once, until that is ended", async () => {
  const el = document.createElement("div");
  const changed = vi.fn();
  const end = followTheme(el, changed);
  body.setAttribute("data-vscode-theme-kind", "vscode-dark");
  body.classList.add("vscode-dark");
  await vi.waitFor(() => expect(el.dataset.mnistvizTheme).toBe("dark"));
  expect(changed).toHaveBeenCalledTimes(1);
  end();
  body.setAttribute("data-vscode-theme-kind", "vscode-light");
  await new Promise((resolve) => setTimeout(resolve));
  expect(el.dataset.mnistvizTheme).toBe("dark");
});
