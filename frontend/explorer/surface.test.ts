// @vitest-environment happy-dom

import { expect, test, vi } from "vitest";
import { completeBrowser } from "../testing/browser";
import { surfaceOf } from "./surface";
import type { ExplorerModel } from "./traits";

completeBrowser();

const CONTEXT = document.createElement("canvas").getContext("2d");
const CANVAS = { ctx: CONTEXT, syncViews: vi.fn() };

/** A model whose host has these abilities. */
function hosted(widget_manager: unknown): ExplorerModel {
  return { get: () => "canvas", widget_manager } as unknown as ExplorerModel;
}

const found = async (): Promise<unknown> => CANVAS;
const missing = async (): Promise<never> => {
  throw new Error("There is none");
};

test("a notebook's canvas is that of ipycanvas", async () => {
  const el = document.createElement("canvas");
  const view = { el, remove: vi.fn() };
  const surface = await surfaceOf(hosted({ get_model: found, create_view: async () => view }));
  expect(surface.canvas).toBe(el);
  expect(surface.context).toBe(CONTEXT);
  surface.show();
  expect(CANVAS.syncViews).toHaveBeenCalled();
  surface.close();
  expect(view.remove).toHaveBeenCalled();
});

test.each([
  ["there is no host", undefined],
  ["the host has no views of other widgets", { get_model: () => new Promise(() => undefined) }],
  ["the host can't load ipycanvas", { get_model: missing, create_view: missing }],
  [
    "the host makes something else of it",
    { get_model: async () => ({}), create_view: async () => ({ el: document.body }) },
  ],
  ["the host can't show it", { get_model: found, create_view: missing }],
  ["the view has no canvas", { get_model: found, create_view: async () => ({ el: document.createElement("p") }) }],
])("where %s, an ordinary canvas takes its place", async (_, host) => {
  const { canvas } = await surfaceOf(hosted(host));
  expect([canvas.width, canvas.height]).toEqual([560, 560]);
});
