import { expect, test } from "vitest";
import { number, quoted, signedNumber, unitName } from "./wording";

test("numbers have four significant digits and no minus before 0", () => {
  expect([1234.5, -0.000012345, -0, 123456].map(number)).toEqual(["1234", "-1.234e-05", "0", "1.235e+05"]);
});

test("a negative number is in brackets as a term", () => {
  expect([-1.5, 0, 2].map(signedNumber)).toEqual(["(-1.5)", "0", "2"]);
});

test("units have the name of their layer and their place", () => {
  expect(unitName("conv2", [4, 6, 17])).toBe("conv2[4, 6, 17]");
});

test("names are quoted as in Python", () => {
  expect(["a", "it's", `it's "it"`, "a\\b"].map(quoted)).toEqual(["'a'", `"it's"`, `'it\\'s "it"'`, "'a\\\\b'"]);
});
