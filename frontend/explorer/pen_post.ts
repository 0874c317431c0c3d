/** Tells the notebook kernel what the pen does: seldom if the page computes by itself, else at the pace of its updates. */

import type { Batch, PenLog } from "./pen_log";

/** Milliseconds between two batches while the page computes by itself, and nothing that it shows comes from the kernel. */
export const SELDOM = 200;
const PATIENCE = 60; // milliseconds that an event waits for an update that does not come

export class PenPost {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY; // when a batch was sent

  /**
   * @param interval tells how many milliseconds lie between two batches; 0: each follows the update of the one before
   * @param tell sends a batch
   */
  constructor(
    private readonly log: PenLog,
    private readonly interval: () => number,
    private readonly tell: (batch: Batch) => void,
  ) {}

  /** There are events to send. */
  push(): void {
    const interval = this.interval();
    if (!interval) {
      if (this.log.hasRoom) this.send();
      else this.timer ??= setTimeout(() => this.waitNoLonger(), PATIENCE); // the batch before may have gone when nothing waited
      return;
    }
    const wait = this.last + interval - performance.now();
    if (wait <= 0) this.send();
    else this.timer ??= setTimeout(() => this.send(), wait);
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

  /** Sends what waits, now: the page is about to go. */
  flush(): void {
    this.send();
  }

  close(): void {
    this.stopWaiting();
  }

  private send(): boolean {
    this.stopWaiting();
    const batch = this.log.next();
    if (!batch) return false;
    this.last = performance.now();
    this.tell(batch);
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
