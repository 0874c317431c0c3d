import type { RenderProps } from "@anywidget/types";
import { SMALL } from "../core/small_explorer";
import { ExplorerPage } from "./page";
import { makeSections } from "./sections";
import type { ExplorerTraits } from "./traits";

/** The traits that tell of the network: if they change, a live model has got other layers, and the page is built anew. */
const NETWORK = ["layers", "output", "classes", "independent"] as const;

/** Shows an explorer's view: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<ExplorerTraits>): () => void {
  const open = (): ExplorerPage => new ExplorerPage(model, el, el.classList.contains(SMALL) ? [] : makeSections());
  let page = open();
  let isStale = false;
  const renew = (): void => {
    if (!isStale) return; // it was closed meanwhile
    isStale = false;
    page.close();
    el.replaceChildren();
    page = open();
  };
  const noteChange = (): void => {
    if (!isStale) queueMicrotask(renew); // once for all that have changed together
    isStale = true;
  };
  for (const name of NETWORK) model.on(`change:${name}`, noteChange);
  return () => {
    isStale = false;
    for (const name of NETWORK) model.off(`change:${name}`, noteChange);
    page.close();
  };
}

export default { render };
