import type { RenderProps } from "@anywidget/types";
import { SMALL } from "../core/small_explorer";
import { ExplorerPage } from "./page";
import { makeSections } from "./sections";
import type { ExplorerTraits } from "./traits";

/** Shows an explorer's view: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<ExplorerTraits>): () => void {
  const page = new ExplorerPage(model, el, el.classList.contains(SMALL) ? [] : makeSections());
  return () => page.close();
}

export default { render };
