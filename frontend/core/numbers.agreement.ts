import { expect, test } from "vitest";
import { expectedByPython } from "../testing/agreement";
import { fixed, roundToEven, significant } from "./numbers";

const { header, arrays } = expectedByPython<{ texts: Record<string, string[]>; rounded: number[] }>(import.meta.url);
const values = [...arrays.get("values", "float64").data];

test.each(Object.keys(header.texts))("numbers look as in Python with the format %s", (form) => {
  const digits = Number(form[1]);
  const write = form.endsWith("f") ? fixed : significant;
  expect(values.map((value) => write(value, digits))).toEqual(header.texts[form]);
});

test("a number between two whole ones is rounded to the even one", () => {
  expect(values.map((value) => roundToEven(value) + 0)).toEqual(header.rounded);
});
