/** The notebook kernel searches, and its updates say what it has found. */

import type { Part } from "../../section";
import type { Stage } from "../../stage";
import type { State } from "../../state";
import type { Header, Result, Searcher } from "./answer";

interface PlacedResult extends Result {
  /** Where the digit lies on the paper. */
  readonly place: readonly [scale: number, left: number, top: number];
}

const NEAR = 1e-3; // between the kernel's digit and the page's, which are framed by the same arithmetic

export class KernelSearcher implements Searcher {
  constructor(private readonly stage: Stage) {}

  compute(state: State): Part<Header> | null {
    if (!state.settings.get("change_open")) return null;
    const part = state.partOfKernel("counterfactual") as Part<Header<PlacedResult>> | null;
    const result = part?.header.result;
    if (!part || !result?.holds || isOf(state, result, part.arrays.float32("digits").data)) return part;
    return { header: { ...part.header, result: { ...result, holds: false } }, arrays: part.arrays };
  }

  look(): void {
    this.send("look");
  }

  stop(): void {
    this.send("stop");
  }

  take(): void {
    this.send("take");
  }

  close(): void {}

  private send(kind: "look" | "stop" | "take"): void {
    this.stage.send({ kind });
  }
}

/** Whether a result belongs to the digit of a state, and to its place on the pad. */
function isOf({ forward, framing }: State, { place }: PlacedResult, digits: Float32Array): boolean {
  const { scale, left, top } = framing.onPaper;
  const isThere = [scale, left, top].every((value, i) => Math.abs(value - (place[i] ?? 0)) < NEAR);
  return isThere && forward.digit.every((value, i) => Math.abs(value - (digits[i] ?? 0)) < NEAR);
}
