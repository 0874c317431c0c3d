/** Light and dark as the system wants it. Style sheets look for what JupyterLab, and nbconvert, write on the body. */
export function followSystemTheme(): void {
  if (document.body.dataset.jpThemeLight) return; // a page of nbconvert has its own theme
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    document.body.dataset.jpThemeLight = String(!dark.matches);
  };
  dark.addEventListener("change", follow);
  follow();
}
