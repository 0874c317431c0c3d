/**
 * Tells the notebook kernel what the pen does: at the pace of its updates, or seldom if the page computes by itself. Then it also says
 * whether the pen still moves, since the kernel completes its values, and keeps the drawing, only when the pen rests.
 */

import type { Batch, PenLog } from "./pen_log";

/** Milliseconds between two batches while the page computes by itself, and nothing that it shows comes from the kernel. */
export const SELDOM = 200;
/** Milliseconds without an event after which the pen rests, as in `render_loop.py`. */
export const REST = 120;
const PATIENCE = 60; // milliseconds that an event waits for an update that does not come

/** A batch, and whether the pen still moves; or that it rests now, after a batch that said that it moves. */
export type Told = (Batch & { readonly moves: boolean }) | { readonly kind: "rests" };

export class PenPost {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined; // runs until the pen rests
  private hasSaidItMoves = false;
  private last = Number.NEGATIVE_INFINITY; // when a batch was sent

  /**
   * @param interval tells how many milliseconds lie between two batches; 0: each follows the update of the one before
   * @param tell sends a message
   */
  constructor(
    private readonly log: PenLog,
    private readonly interval: () => number,
    private readonly tell: (message: Told) => void,
  ) {}

  /** There are events to send. */
  push(): void {
    const interval = this.interval();
    if (!interval) {
      if (this.log.hasRoom) this.send();
      else this.timer ??= setTimeout(() => this.waitNoLonger(), PATIENCE); // the batch before may have gone when nothing waited
      return;
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.sayItRests(), REST);
    const wait = this.last + interval - performance.now();
    if (wait <= 0) this.send(true);
    else this.timer ??= setTimeout(() => this.send(true), wait);
  }

  /** An update has been painted. Returns whether the next batch says so, or soon will. */
  painted(): boolean {
    if (this.interval()) return this.log.isWaiting;
    return this.log.hasRoom && this.send();
  }

  /** A broken connection is back: whatever the kernel has not reported as heard may have been lost. */
  sendAgain(): void {
    this.log.rewind();
    this.send();
  }

  /** Sends what waits, now: something else follows that must not overtake it, or the page is about to go. */
  flush(): void {
    this.send();
  }

  close(): void {
    clearTimeout(this.rest);
    this.stopWaiting();
  }

  private sayItRests(): void {
    if (!this.interval() || this.send() || !this.hasSaidItMoves) return;
    this.hasSaidItMoves = false;
    this.tell({ kind: "rests" });
  }

  private send(moves = false): boolean {
    this.stopWaiting();
    const batch = this.log.next();
    if (!batch) return false;
    this.last = performance.now();
    this.hasSaidItMoves = moves;
    this.tell({ ...batch, moves });
    if (!this.interval()) this.timer = setTimeout(() => this.waitNoLonger(), PATIENCE);
    return true;
  }

  private waitNoLonger(): void {
    this.log.forget();
    this.send();
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
