import { expect, test } from "vitest";
import tokens from "../../mnistviz/assets/tokens.json";
import { tokenStyle } from "./tokens.ts";

test("every token is a property, for light, dark and forced colours", () => {
  const style = tokenStyle(tokens);
  for (const name of Object.keys(tokens.colours)) expect(style.split(`--mnistviz-${name}: `)).toHaveLength(6);
  for (const name of Object.keys(tokens.sizes)) expect(style).toContain(`--mnistviz-${name}-size: `);
  for (const name of Object.keys(tokens.type)) {
    for (const host of ["jp", "vscode"]) expect(style).toContain(`--mnistviz-font-${name}: var(--${host}-`);
  }
});

test("a token follows the theme of the host where it names a variable of it", () => {
  const style = tokenStyle(tokens);
  for (const [theme, text] of Object.entries({ "jupyter-light": "#1a1a1a", "jupyter-dark": "#e0e0e0" }))
    expect(ruleOf(style, theme)).toContain(`--mnistviz-text: var(--jp-ui-font-color1, ${text});`);
  expect(ruleOf(style, "dark")).toContain("--mnistviz-text: var(--vscode-editor-foreground, #e0e0e0);");
  expect(ruleOf(style, "dark")).not.toContain("--jp-"); // ipywidgets' own variables of these names are light
  expect(style).toContain("--mnistviz-mark: #e6007e;");
});

/** Returns what holds under a theme. */
function ruleOf(style: string, theme: string): string {
  return style.split(`[data-mnistviz-theme="${theme}"]`)[1]?.split("}")[0] ?? "";
}
