import type { RenderProps } from "@anywidget/types";
import { Gallery, type GalleryTraits } from "./gallery";

/** Shows the sample digits: anywidget calls this for each place where the widget is displayed. */
function render({ model, el }: RenderProps<GalleryTraits>): () => void {
  const gallery = new Gallery(model, el);
  return () => gallery.close();
}

export default { render };
