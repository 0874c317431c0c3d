import { expect, test, vi } from "vitest";
import { layOut, sizesOf } from "./geometry";
import { paintMaps } from "./painting";

test("each map is taken from its place in the picture of all maps", () => {
  vi.stubGlobal("window", { devicePixelRatio: 1 });
  const drawn: number[][] = [];
  const context = {
    canvas: { width: 100, height: 100 },
    setTransform: () => undefined,
    clearRect: () => undefined,
    scale: () => undefined,
    imageSmoothingEnabled: true,
    drawImage: (_: unknown, ...numbers: number[]) => drawn.push(numbers),
  };
  const sizes = sizesOf([10, 4, 6]);
  const layout = layOut(sizes, 36, 0, 2, false, 6);
  const scene = { sizes, layout, only: null, marks: [], cursor: null };
  paintMaps(context as unknown as CanvasRenderingContext2D, scene, {} as CanvasImageSource, 4); // four below one another, then two
  const sources = drawn.map(([left, top, width, height]) => [left, top, width, height]);
  expect(sources).toEqual([
    [0, 0, 4, 10],
    [0, 10, 4, 10],
    [0, 20, 4, 10],
    [0, 30, 4, 10],
    [4, 0, 4, 10],
    [4, 10, 4, 10],
  ]);
  expect(context.imageSmoothingEnabled).toBe(false); // at its own size, each value is a square
});
