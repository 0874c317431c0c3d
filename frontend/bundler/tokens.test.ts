import { expect, test } from "vitest";
import tokens from "../../mnistviz/assets/tokens.json";
import { tokenStyle } from "./tokens.ts";

test("every token is a property, for light, dark and forced colours", () => {
  const style = tokenStyle(tokens);
  for (const name of Object.keys(tokens.colours)) expect(style.split(`--mnistviz-${name}: `)).toHaveLength(4);
  for (const name of Object.keys(tokens.sizes)) expect(style).toContain(`--mnistviz-${name}-size: `);
  for (const name of Object.keys(tokens.type)) expect(style).toContain(`--mnistviz-font-${name}: var(--jp-`);
});

test("a token follows JupyterLab's theme where it names a variable of it", () => {
  const style = tokenStyle(tokens);
  expect(style).toContain("--mnistviz-text: var(--jp-ui-font-color1, #1a1a1a);");
  expect(style).toContain("--mnistviz-mark: #e6007e;");
});
