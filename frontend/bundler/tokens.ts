// Turns mnistviz/assets/tokens.json into CSS custom properties, `--mnistviz-NAME`.
//
// A token with a `jupyter` name follows JupyterLab's theme; its own values hold where there is no JupyterLab. The dark ones
// count under JupyterLab's dark themes, the forced ones where the system enforces its own colours.

const WIDGETS = ":is(.mnistviz-explorer, .mnistviz-training, .mnistviz-exercise, .mnistviz-samples)";

interface Colour {
  readonly jupyter?: string;
  readonly light: string;
  readonly dark: string;
  readonly forced: string;
}

export interface Tokens {
  readonly colours: Readonly<Record<string, Colour>>;
  /** CSS pixels. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly type: Readonly<Record<string, { readonly jupyter: string; readonly fallback: string }>>;
}

/** Returns the style sheet that defines all tokens. */
export function tokenStyle({ colours, sizes, type }: Tokens): string {
  const property = (name: string, value: string): string => `  --mnistviz-${name}: ${value};`;
  const follow = (jupyter: string | undefined, value: string): string =>
    jupyter ? `var(${jupyter}, ${value})` : value;
  const block = (selector: string, lines: string[]): string => `${selector} {\n${lines.join("\n")}\n}\n`;
  const coloured = (mode: "light" | "dark"): string[] =>
    Object.entries(colours).map(([name, c]) => property(name, follow(c.jupyter, c[mode])));
  const forced = Object.entries(colours).map(([name, c]) => property(name, c.forced));
  const lengths = Object.entries(sizes).map(([name, size]) => property(`${name}-size`, `${size}px`));
  const fonts = Object.entries(type).map(([name, t]) => property(`font-${name}`, follow(t.jupyter, t.fallback)));
  return [
    block(WIDGETS, [...coloured("light"), ...lengths, ...fonts]),
    block(`:where(body[data-jp-theme-light="false"]) ${WIDGETS}`, coloured("dark")),
    `@media (forced-colors: active) {\n${block(WIDGETS, forced)}}\n`,
  ].join("");
}
