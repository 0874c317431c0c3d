import { readFileSync } from "node:fs";
import { type Message, unpack } from "../core/codec";

/** Returns the values that `tests/unit/test_page_engine.py` has written for the test that runs: see `tests/agreement`. */
export function expectedByPython<Header>(): Message<Header> {
  const folder = process.env.MNISTVIZ_EXPECTED;
  const content: Record<string, unknown> = JSON.parse(new TextDecoder().decode(readFileSync(`${folder}/content.json`)));
  const bytes = readFileSync(`${folder}/buffer`);
  return unpack<Header>(content, [new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
}
