import type { RenderProps } from "@anywidget/types";
import { ExerciseCard } from "./card";
import type { ExerciseTraits } from "./traits";

/** Shows an exercise: anywidget calls this for each place where the widget is displayed. */
function render({ model, el, host }: RenderProps<ExerciseTraits>): () => void {
  const card = new ExerciseCard(model, el, host);
  return () => card.close();
}

export default { render };
