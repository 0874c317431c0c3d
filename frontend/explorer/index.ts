import type { RenderProps } from "@anywidget/types";
import { showSpoken } from "../core/page_language";
import { SMALL } from "../core/small_explorer";
import { ExplorerPage } from "./page";
import { makeSections } from "./sections";
import type { ExplorerTraits } from "./traits";

/** The traits that the page is built of: they change if a live model has got other layers, and in another language. */
const BUILT_OF = ["layers", "output", "classes", "independent", "digit", "upload_kinds"] as const;

/** Shows an explorer's view: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<ExplorerTraits>): () => void {
  const sections = () => (el.classList.contains(SMALL) ? [] : makeSections());
  return showSpoken(model, el, BUILT_OF, () => new ExplorerPage(model, el, sections()));
}

export default { render };
