/**
 * The events of one page's pen, until a painted update contains them. They are numbered, so that none is lost and none counts
 * twice: what a broken connection has swallowed is sent again.
 */

/** Canvas pixels. */
export type Point = readonly [x: number, y: number];

export interface PenEvent {
  /** For the notebook kernel. */
  readonly message: readonly ["down" | "move", x: number, y: number] | readonly ["up"];
  /** The ink that it leaves: no, one or two points. */
  readonly line: readonly Point[];
}

export interface Batch {
  /** The number of the first event. */
  readonly first: number;
  readonly events: readonly PenEvent["message"][];
}

const UNDER_WAY = 2; // batches: while one is answered, the next is on the wire

export class PenBatches {
  private events: PenEvent[] = []; // those that no painted update contains
  private first = 0; // the number of events[0]
  private sent = 0; // the number of the first event that is not sent
  private ends: number[] = []; // of the batches under way, the number after the last event

  /** The events that no painted update contains. */
  get unpainted(): readonly PenEvent[] {
    return this.events;
  }

  /** Whether another batch may be sent before one that is under way is painted. */
  get hasRoom(): boolean {
    return this.ends.length < UNDER_WAY;
  }

  add(event: PenEvent): void {
    this.events.push(event);
  }

  /** A painted update contains the first `heard` events. */
  paint(heard: number): void {
    this.events.splice(0, heard - this.first);
    this.first = Math.max(this.first, heard);
    this.ends = this.ends.filter((end) => end > heard);
  }

  /** Takes all events that are not sent yet as a batch; null if there are none. */
  next(): Batch | null {
    const events = this.events.slice(this.sent - this.first).map(({ message }) => message);
    if (!events.length) return null;
    const batch = { first: this.sent, events };
    this.sent += events.length;
    this.ends.push(this.sent);
    return batch;
  }

  /** Waits no longer for the batches under way. */
  forget(): void {
    this.ends = [];
  }

  /** Goes back to the first event that no painted update contains: it may have been lost. */
  rewind(): void {
    this.sent = this.first;
    this.forget();
  }
}
