/**
 * What the page inks on: ipycanvas' canvas in a notebook, an ordinary one elsewhere.
 *
 * All views of ipycanvas' canvas show the same pixels. A second view of the explorer in the same browser page would ink what it
 * knows, which is late, over what the pen has drawn in the first one. So it gets an ordinary canvas.
 */

import { contextOf } from "../core/canvas";
import { element } from "../core/dom";
import { modelOf } from "../core/model";
import { PAPER_SIDE } from "../ink/framing_steps";
import type { ExplorerModel } from "./traits";

const DENSITY = 2; // canvas pixels per pad pixel, so that ink is sharp on dense displays

export interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  /** Shows what was inked. */
  show(): void;
  close(): void;
}

/** ipycanvas' model of a canvas, as far as the page needs it. The first and the last name are not in its documentation. */
interface CanvasModel {
  /** The context of the canvas that all views copy. */
  readonly ctx: CanvasRenderingContext2D;
  /** Its views on this page. */
  readonly views?: Readonly<Record<string, unknown>>;
  /** Copies the canvas to all views. */
  syncViews(): void;
}

interface CanvasView {
  readonly el: HTMLElement;
  remove(): void;
}

interface ViewMaker {
  create_view(model: CanvasModel): Promise<CanvasView>;
}

/**
 * Returns the canvas of the notebook, or an ordinary one if there is none, or another view has it: a host may lack ipycanvas, or
 * views of other widgets.
 */
export async function surfaceOf(model: ExplorerModel): Promise<Surface> {
  const manager = model.widget_manager as unknown as Partial<ViewMaker> | undefined;
  if (!model.get("canvas") || !manager?.create_view) return plainSurface();
  const canvasModel = await modelOf<CanvasModel>(model, model.get("canvas"));
  if (!canvasModel || Object.keys(canvasModel.views ?? {}).length) return plainSurface();
  const view = await viewOf(manager as ViewMaker, canvasModel);
  const canvas = view && (view.el instanceof HTMLCanvasElement ? view.el : view.el.querySelector("canvas"));
  if (!canvasModel.ctx || !view || !canvas) return plainSurface();
  return {
    canvas,
    context: canvasModel.ctx,
    show: () => canvasModel.syncViews(),
    close: () => view.remove(),
  };
}

async function viewOf(manager: ViewMaker, model: CanvasModel): Promise<CanvasView | null> {
  try {
    return await manager.create_view(model);
  } catch {
    return null;
  }
}

function plainSurface(): Surface {
  const canvas = element("canvas");
  canvas.width = canvas.height = PAPER_SIDE * DENSITY;
  return { canvas, context: contextOf(canvas), show: () => undefined, close: () => canvas.remove() };
}
