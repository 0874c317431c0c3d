/**
 * What this page's user has done to the paper, until the notebook kernel has heard of it. The events are numbered, so that none is
 * lost and none counts twice: what a broken connection has swallowed is sent again.
 */

import type { PenEvent } from "./paper";

/** Events on their way to the notebook kernel. */
export interface Batch {
  readonly kind: "pen";
  readonly page: string;
  /** The number of the first event. */
  readonly first: number;
  readonly events: readonly PenEvent[];
}

const UNDER_WAY = 2; // batches: while one is answered, the next is on the wire

export class PenLog {
  private events: PenEvent[] = []; // those that the kernel has not reported as heard
  private first = 0; // the number of events[0]
  private sent = 0; // the number of the first event that is not sent
  private ends: number[] = []; // of the batches under way, the number after the last event

  /** @param page names this page; its numbers are its own */
  constructor(readonly page: string = Math.random().toString(36).slice(2)) {}

  /** The events that the kernel has not reported as heard. */
  get unheard(): readonly PenEvent[] {
    return this.events;
  }

  /** Whether another batch may be sent before one that is under way is answered. */
  get hasRoom(): boolean {
    return this.ends.length < UNDER_WAY;
  }

  /** Whether there are events to send. */
  get isWaiting(): boolean {
    return this.sent < this.first + this.events.length;
  }

  add(event: PenEvent): void {
    this.events.push(event);
  }

  /** The kernel has heard the first `count` events. */
  hear(count: number): void {
    this.events.splice(0, count - this.first);
    this.first = Math.max(this.first, count);
    this.ends = this.ends.filter((end) => end > count);
  }

  /** Takes all events that are not sent yet as a batch; null if there are none. */
  next(): Batch | null {
    const events = this.events.slice(this.sent - this.first);
    if (!events.length) return null;
    const batch = { kind: "pen", page: this.page, first: this.sent, events } as const;
    this.sent += events.length;
    this.ends.push(this.sent);
    return batch;
  }

  /** Waits no longer for the batches under way. */
  forget(): void {
    this.ends = [];
  }

  /** Goes back to the first event that the kernel has not reported as heard: it may have been lost. */
  rewind(): void {
    this.sent = this.first;
    this.forget();
  }
}
