import type { RenderProps } from "@anywidget/types";
import { showSpoken } from "../core/page_language";
import { SMALL } from "../core/small_explorer";
import { ExplorerPage } from "./page";
import { makeSections } from "./sections";
import type { ExplorerTraits } from "./traits";

/** The traits that tell of the network: if they change, a live model has got other layers, or they have other titles. */
const NETWORK = ["layers", "output", "classes", "independent"] as const;

/** Shows an explorer's view: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<ExplorerTraits>): () => void {
  const sections = () => (el.classList.contains(SMALL) ? [] : makeSections());
  return showSpoken(model, el, NETWORK, () => new ExplorerPage(model, el, sections()));
}

export default { render };
