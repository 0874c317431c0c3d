/** What the page inks on: ipycanvas' canvas in a notebook, an ordinary one elsewhere. */

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

/** ipycanvas' model of a canvas, as far as the page needs it. Neither name is in its documentation. */
interface CanvasModel {
  /** The context of the canvas that all views copy. */
  readonly ctx: CanvasRenderingContext2D;
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

/** Returns the canvas of the notebook, or an ordinary one if there is none: a host may lack ipycanvas, or views of other widgets. */
export async function surfaceOf(model: ExplorerModel): Promise<Surface> {
  const manager = model.widget_manager as unknown as Partial<ViewMaker> | undefined;
  if (!model.get("canvas") || !manager?.create_view) return plainSurface();
  const canvasModel = await modelOf<CanvasModel>(model, model.get("canvas"));
  const view = canvasModel && (await viewOf(manager as ViewMaker, canvasModel));
  const canvas = view && (view.el instanceof HTMLCanvasElement ? view.el : view.el.querySelector("canvas"));
  if (!canvasModel?.ctx || !view || !canvas) return plainSurface();
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
