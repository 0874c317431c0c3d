/**
 * The theme of the place where a page is shown: light or dark, and whether JupyterLab's variables tell its colours. Elsewhere those
 * variables may be there as well, but they are ipywidgets' own, which are light in every theme.
 */

/** What each host writes on its page under a dark theme. */
const DARK = [
  'body[data-vscode-theme-kind="vscode-dark"], body[data-vscode-theme-kind="vscode-high-contrast"]', // VS Code
  'html[theme="dark"]', // Google Colab
  "body.dark", // marimo
].join();

/** The attributes of `html` and `body` that say so. */
const ATTRIBUTES = ["data-jp-theme-light", "data-vscode-theme-kind", "theme", "class"];

type Theme = "jupyter-light" | "jupyter-dark" | "light" | "dark";

function presentTheme(): Theme {
  const isLight = document.body.dataset.jpThemeLight;
  if (isLight) return isLight === "false" ? "jupyter-dark" : "jupyter-light";
  return document.querySelector(DARK) ? "dark" : "light";
}

/** Whether the present theme is dark. */
export function isDark(): boolean {
  return presentTheme().endsWith("dark");
}

/**
 * Writes the present theme on an element, where style sheets find it, also inside a shadow root.
 *
 * @param changed is called when there is another theme
 * @returns what ends that
 */
export function followTheme(el: HTMLElement, changed: () => void = () => undefined): () => void {
  const follow = (): void => {
    const theme = presentTheme();
    if (el.dataset.mnistvizTheme === theme) return;
    el.dataset.mnistvizTheme = theme;
    changed();
  };
  el.dataset.mnistvizTheme = presentTheme();
  const observer = new MutationObserver(follow);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributeFilter: ATTRIBUTES });
  }
  return () => observer.disconnect();
}
