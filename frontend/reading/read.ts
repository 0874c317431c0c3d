/** Reads an uploaded picture file as ink. */

import type { Image } from "../ink/framing_steps";
import { cleanInk } from "./clean_ink";
import { decode } from "./decode";
import { greyOf } from "./grey";

/**
 * Returns the ink of a picture file, 0 paper to 1 ink, for `frameInk`.
 *
 * @throws RefusedPicture with a sentence for the reader
 */
export async function readPicture(content: ArrayBuffer): Promise<Image> {
  return cleanInk(greyOf(await decode(content)));
}
