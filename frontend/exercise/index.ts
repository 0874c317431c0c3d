import type { RenderProps } from "@anywidget/types";
import { ExerciseCard } from "./card";
import type { ExerciseTraits } from "./traits";

/** Shows an exercise: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<ExerciseTraits>): () => void {
  const card = new ExerciseCard(model, el);
  return () => card.close();
}

export default { render };
