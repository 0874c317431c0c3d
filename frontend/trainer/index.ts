import type { RenderProps } from "@anywidget/types";
import { TrainerPage } from "./page";
import type { TrainerTraits } from "./traits";

/** Shows a trainer: anywidget calls this for each place where the widget is displayed. */
function render({ model, el, host }: RenderProps<TrainerTraits>): () => void {
  const page = new TrainerPage(model, el, host);
  return () => page.close();
}

export default { render };
