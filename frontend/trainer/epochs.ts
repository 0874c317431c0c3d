/** The epochs whose weights are kept, as the steps of a slider; its last step are the present weights. */

/** An epoch whose weights are kept, and after how many batches it ended. */
export type Kept = readonly [epoch: number, batch: number];

/** Returns the step of an epoch; that of the present weights if it is null or not kept. */
export function stepOf(kept: readonly Kept[], epoch: number | null): number {
  const step = kept.findIndex(([one]) => one === epoch);
  return step < 0 ? kept.length : step;
}

/** Returns the epoch of a step; null for the present weights. */
export function epochOf(kept: readonly Kept[], step: number): number | null {
  return kept[step]?.[0] ?? null;
}

/** Returns after how many batches an epoch ended; null if it is not kept. */
export function batchOf(kept: readonly Kept[], epoch: number | null): number | null {
  return kept.find(([one]) => one === epoch)?.[1] ?? null;
}

/** Returns the distance of kept epochs: 1 if every epoch is kept. The last one is kept always, so it does not count. */
export function distanceOf(kept: readonly Kept[]): number {
  const [first, second] = kept;
  return kept.length > 2 && first && second ? second[0] - first[0] : 1;
}
