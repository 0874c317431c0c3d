// Turns mnistviz/assets/tokens.json into CSS custom properties, `--mnistviz-NAME`.
//
// A token with a `jupyter` name follows JupyterLab's theme, one with a `vscode` name VS Code's. Its own values hold elsewhere. The
// dark ones count under dark themes (see `core/theme.ts`), the forced ones where the system enforces its own colours.

const WIDGETS = ":is(.mnistviz-view, .mnistviz-training, .mnistviz-exercise)";

interface Colour {
  readonly jupyter?: string;
  readonly vscode?: string;
  readonly light: string;
  readonly dark: string;
  readonly forced: string;
}

export interface Tokens {
  readonly colours: Readonly<Record<string, Colour>>;
  /** CSS pixels. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly type: Readonly<
    Record<string, { readonly jupyter: string; readonly vscode: string; readonly fallback: string }>
  >;
}

/** Returns the style sheet that defines all tokens. */
export function tokenStyle({ colours, sizes, type }: Tokens): string {
  const property = (name: string, value: string): string => `  --mnistviz-${name}: ${value};`;
  const follow = (variable: string | undefined, value: string): string =>
    variable ? `var(${variable}, ${value})` : value;
  const block = (selector: string, lines: string[]): string => `${selector} {\n${lines.join("\n")}\n}\n`;
  const coloured = (host: "jupyter" | "vscode", mode: "light" | "dark"): string[] =>
    Object.entries(colours).map(([name, c]) => property(name, follow(c[host], c[mode])));
  const forced = Object.entries(colours).map(([name, c]) => property(name, c.forced));
  const lengths = Object.entries(sizes).map(([name, size]) => property(`${name}-size`, `${size}px`));
  const fonts = (host: "jupyter" | "vscode"): string[] =>
    Object.entries(type).map(([name, t]) => property(`font-${name}`, follow(t[host], t.fallback)));
  const under = (theme: string): string => `${WIDGETS}:where([data-mnistviz-theme="${theme}"])`;
  return [
    block(WIDGETS, [...coloured("vscode", "light"), ...lengths, ...fonts("vscode")]),
    block(under("dark"), coloured("vscode", "dark")),
    block(under("jupyter-light"), [...coloured("jupyter", "light"), ...fonts("jupyter")]),
    block(under("jupyter-dark"), [...coloured("jupyter", "dark"), ...fonts("jupyter")]),
    `@media (forced-colors: active) {\n${block(WIDGETS, forced)}}\n`,
  ].join("");
}
