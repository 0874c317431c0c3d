import type { RenderProps } from "@anywidget/types";
import { showSpoken } from "../core/page_language";
import { ExerciseCard } from "./card";
import type { ExerciseTraits } from "./traits";

/** Shows an exercise: anywidget calls this for each place where the widget is displayed. */
function render({ model, el, host }: RenderProps<ExerciseTraits>): () => void {
  return showSpoken(model, el, ["paragraphs", "tables"], () => new ExerciseCard(model, el, host));
}

export default { render };
