import { expect, test } from "vitest";
import { readData } from "./data_block";

// What `mnistviz.export.data_block.data_block({"traits": {"note": "<b>"}}, {"a": np.arange(5, dtype=np.float32),
// "b": np.array([1, 2, 3], np.uint8)})` returns.
const BLOCK = String.raw`{"content":{"traits":{"note":"\u003cb>"},"codec":2,"arrays":[{"name":"a","dtype":"float32","shape":[5]},{"name":"b","dtype":"uint8","shape":[3]}]},"length":27,"bytes":"c-muN00BlY$-u,Wz~Iopz|3Ip;NZZ(000vr0!9"}`;

test("a block that Python has written is read", async () => {
  const { header, arrays } = await readData(BLOCK);
  expect(header.traits.note).toBe("<b>");
  expect([...arrays.float32("a").data]).toEqual([0, 1, 2, 3, 4]);
  expect([...arrays.uint8("b").data]).toEqual([1, 2, 3]);
});

test("damaged data are refused", async () => {
  await expect(readData("")).rejects.toThrow();
  await expect(readData(BLOCK.replace('"length":', '"length":1'))).rejects.toThrow();
});
