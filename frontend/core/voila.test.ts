// @vitest-environment happy-dom

import { beforeEach, expect, test } from "vitest";
import { tellTheme } from "./voila";

beforeEach(() => {
  document.body.className = "";
  delete document.body.dataset.jpThemeLight;
});

test.each([
  ["jp-Notebook theme-dark", "false"],
  ["jp-Notebook theme-light", "true"],
  ["jp-Notebook", undefined],
])("with %j on the body, JupyterLab would say that light is %s", (name, isLight) => {
  document.body.className = name;
  tellTheme();
  expect(document.body.dataset.jpThemeLight).toBe(isLight);
});

test("what the host says itself stays", () => {
  document.body.className = "theme-light";
  document.body.dataset.jpThemeLight = "false";
  tellTheme();
  expect(document.body.dataset.jpThemeLight).toBe("false");
});
