import { expect, test } from "vitest";
import { decode85 } from "./base85";

// What `base64.b85encode(bytes(numbers)).decode().replace("<", ",")` returns.
test.each<[string, number[]]>([
  ["", []],
  ["0R", [1]],
  ["0RsO", [1, 2, 255]],
  ["|Ns5", [255, 255, 254]],
  ["|NsC0", [255, 255, 255, 255]],
  ["009C61O)~M", [0, 1, 2, 3, 4, 5, 6, 7]],
])("%j", (text, numbers) => expect([...decode85(text)]).toEqual(numbers));

test("other characters are refused", () => expect(() => decode85('00"00')).toThrow());
