/** What Voila leaves out of JupyterLab's page. */

/**
 * Says the theme where JupyterLab says it. Voila does so for themes of extensions, but of its own two themes a class of the body
 * tells alone.
 */
export function tellTheme(): void {
  const { classList, dataset } = document.body;
  const isLight = classList.contains("theme-light");
  if (dataset.jpThemeLight === undefined && (isLight || classList.contains("theme-dark"))) {
    dataset.jpThemeLight = String(isLight);
  }
}
