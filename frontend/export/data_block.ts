/** Reads the data of an exported page, which `mnistviz/export/data_block.py` writes. */

import { type Message, unpack } from "../core/codec";
import type { ExplorerTraits } from "../explorer/traits";
import type { ChainLayer } from "../network/network";
import { decode85 } from "./base85";

const STRIDE = 4; // bytes of a float32: the first bytes of all numbers come first, then all second ones ...

/** What is on the pad of one explorer. */
export interface PadHeader {
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly brush: number | null;
  /** The moment of the drawing that is shown, in points; null: now. */
  readonly moment: number | null;
  /** Whether a picture is on the pad: its digit is an array, and its ink if it was framed. */
  readonly picture: boolean;
  /** Says which picture is fed as it is; null: none is. */
  readonly given: string | null;
  /** Those of the sections that differ from a new explorer's. */
  readonly settings: Partial<ExplorerTraits>;
}

/** What is in words, in one language. */
export interface Words {
  readonly traits: Pick<ExplorerTraits, "layers" | "digit" | "upload_kinds" | "note">;
  /** Of the classes of the samples. */
  readonly names: readonly string[];
  /** What is said of each sample that is fed as it is; none: they are digits that are framed. */
  readonly sentences: readonly string[];
  /** Says which network is edited, if it is. */
  readonly origin: string;
  /** What was changed in it before. */
  readonly changes: readonly string[];
}

/** What the explorers of a page share, and what each has of its own. */
export interface PageHeader {
  /** Without the palettes and the pictures of the samples, which are arrays, and without what is in words. */
  readonly traits: ExplorerTraits;
  /** By the code of the language. */
  readonly words: Readonly<Record<string, Words>>;
  readonly network: { readonly layers: readonly ChainLayer[] };
  readonly pads: readonly PadHeader[];
}

interface Block {
  readonly content: Record<string, unknown>;
  /** Of the buffer, in bytes. */
  readonly length: number;
  readonly bytes: string;
}

/** Returns the page's data. */
export async function readData(json: string): Promise<Message<PageHeader>> {
  const { content, length, bytes } = JSON.parse(json) as Block;
  const planes = await inflate(decode85(bytes));
  const buffer = new Uint8Array(planes.length);
  const count = planes.length / STRIDE;
  planes.forEach((byte, i) => {
    buffer[(i % count) * STRIDE + Math.floor(i / count)] = byte;
  });
  return unpack<PageHeader>(content, [buffer.subarray(0, length)]);
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
