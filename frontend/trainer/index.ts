import type { RenderProps } from "@anywidget/types";
import { showSpoken } from "../core/page_language";
import { TrainerPage } from "./page";
import type { TrainerTraits } from "./traits";

/** Shows a trainer: anywidget calls this for each place where the widget is displayed. */
function render({ model, el, host }: RenderProps<TrainerTraits>): () => void {
  return showSpoken(model, el, ["strips", "remark"], () => new TrainerPage(model, el, host));
}

export default { render };
