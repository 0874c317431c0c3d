import { expect, test } from "vitest";
import { expectedByPython } from "../testing/agreement";
import { encodeLayer } from "./colours";

interface Expected {
  readonly signed: boolean;
  readonly scale: "layer" | "map";
  readonly low: number[];
  readonly high: number[];
}

const { header, arrays } = expectedByPython<{ pictures: Expected[] }>(import.meta.url);

test("values get exactly Python's codes, also where one code ends and the next begins", () => {
  header.pictures.forEach(({ signed, scale, low, high }, number) => {
    const { data, shape } = arrays.float32(`${number}/values`);
    const picture = encodeLayer(data, shape[0] ?? null, signed, scale);
    expect(picture).toEqual({ codes: arrays.uint8(`${number}/codes`).data, low, high });
  });
});
