/** Elements of the page. Whatever is written into them is text, never HTML. */

/** Makes an element with a class and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Makes an element of a drawing, with a class. */
export function svg<Name extends keyof SVGElementTagNameMap>(name: Name, className = ""): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  if (className) made.classList.add(className);
  return made;
}

/** Makes a button that looks like all others. */
export function button(label: string, onClick: () => void, spokenLabel = ""): HTMLButtonElement {
  const made = element("button", "mnistviz-button", [label]);
  made.type = "button";
  if (spokenLabel) made.setAttribute("aria-label", spokenLabel);
  made.addEventListener("click", onClick);
  return made;
}

/** Makes a line that screen readers announce when its text changes; unless `seen`, nobody sees it. */
export function announcer(className: string, role: "alert" | "polite"): HTMLDivElement {
  const made = element("div", className);
  if (role === "alert") made.setAttribute("role", "alert");
  else made.setAttribute("aria-live", "polite");
  return made;
}

/**
 * Shows what is read of a strip. By the keyboard (loud) it is spoken, too, and its place stays when a shorter text follows: or what lies
 * below would move away under a click on it, which takes the focus from the strip.
 */
export function showReading(readout: HTMLElement, words: string, isLoud: boolean): void {
  readout.setAttribute("aria-live", isLoud ? "polite" : "off");
  setText(readout, words);
  if (isLoud) readout.style.minHeight = `${readout.getBoundingClientRect().height}px`;
}

/** Lets screen readers read a text after the name of an element. */
export function describeBy(described: Element, words: Element): void {
  words.id ||= `mnistviz-${Math.random().toString(36).slice(2)}`; // explorers may be on the page several times
  described.setAttribute("aria-describedby", words.id);
}

/** Changes a text only if it differs, since every change costs a layout. Returns whether it did. */
export function setText(node: Node, text: string): boolean {
  if (node.textContent === text) return false;
  node.textContent = text;
  return true;
}

/** Adds or removes children at the end until there are `count`. */
export function fillUp(parent: Element, count: number, make: () => Element): void {
  while (parent.children.length > count) parent.lastElementChild?.remove();
  while (parent.children.length < count) parent.append(make());
}

/** Makes elements unusable for good. That the mouse leaves them then must not reach the notebook kernel, either. */
export function disable(elements: Iterable<HTMLElement>): void {
  for (const one of elements) {
    one.inert = true;
    for (const name of ["mouseout", "mouseup", "touchend", "touchcancel"]) {
      one.addEventListener(name, (event) => event.stopPropagation(), { capture: true });
    }
  }
}

/** Keeps a letter away from the notebook, for which it would be a command: "d d" deletes the notebook cell. */
export function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey;
}

/**
 * Keeps letters and Enter that are typed in an element away from the notebook: VS Code has commands on them as JupyterLab has, and
 * listens on the window. Returns what ends that.
 */
export function keepKeys(el: HTMLElement): () => void {
  const keep = (event: KeyboardEvent): void => {
    const isEnter = event.key === "Enter" && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
    if (isEnter || isLetter(event)) event.stopPropagation();
  };
  el.addEventListener("keydown", keep);
  return () => el.removeEventListener("keydown", keep);
}

/** Tells whether the reader's system asks for less motion. */
export function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
