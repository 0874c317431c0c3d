/**
 * Finds out whether bytes beside the JSON of a message arrive, in both directions; `mnistviz/jupyter/binary_probe.py` describes how.
 */

import { bytesOf, type Model, type Traits } from "./model";

const PROBE = Uint8Array.of(0, 127, 128, 255);

export class BinaryProbe {
  private passed = false;

  constructor(private readonly model: Model<Traits>) {}

  /** Whether bytes arrive, as far as one knows. */
  get hasPassed(): boolean {
    return this.passed;
  }

  /** Says that the page is there and needs everything. */
  greet(): void {
    this.model.send({ kind: "ready", binary: this.passed });
    // A message of its own: nobody knows what a host does to one with bytes.
    if (!this.passed) this.model.send({ kind: "probe" }, undefined, [PROBE.slice().buffer]);
  }

  /** The notebook kernel has sent the probe back. */
  hear(buffers: readonly ArrayBufferView[] | undefined): void {
    const [bytes] = (buffers ?? []).map(bytesOf);
    if (this.passed || String(bytes) !== String(PROBE)) return;
    this.passed = true;
    this.model.send({ kind: "probe", passed: true });
  }

  /** Returns how many bytes can be sent where a message may have so many: base64 has four letters for three bytes. */
  limit(bytes: number): number {
    return this.passed ? bytes : (3 * bytes) / 4;
  }

  /** Sends bytes; where they would get lost, as text. */
  send(content: Readonly<Record<string, unknown>>, bytes: ArrayBuffer): void {
    if (this.passed) this.model.send(content, undefined, [bytes]);
    else this.model.send({ ...content, base64: base64Of(new Uint8Array(bytes)) });
  }
}

const PIECE = 2 ** 13; // arguments of one call

function base64Of(bytes: Uint8Array): string {
  let letters = "";
  for (let start = 0; start < bytes.length; start += PIECE)
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(letters);
}
