/** Long computations in slices, between which the page listens to the pen and paints. */

const SLICE = 6; // milliseconds without a pause

export class SlicedWork {
  private readonly channel = new MessageChannel(); // a timer would wait 4 ms between two slices
  private work: (() => boolean) | null = null; // returns whether it goes on

  /** @param guarded runs an action, and reports what goes wrong in it */
  constructor(private readonly guarded: (action: () => void) => void) {
    this.channel.port1.onmessage = () => this.guarded(() => this.goOn());
  }

  get isRunning(): boolean {
    return this.work !== null;
  }

  /**
   * Begins a computation; a former one is given up.
   *
   * @param steps does a millisecond of work or so at each step, and returns the result
   * @param done takes the result
   */
  start<Result>(steps: Generator<unknown, Result>, done: (result: Result) => void): void {
    const isIdle = this.work === null;
    this.work = () => {
      const end = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) {
          this.work = null;
          done(step.value);
          return false;
        }
      } while (performance.now() < end);
      return true;
    };
    if (isIdle) this.channel.port2.postMessage(null);
  }

  /** Gives up what is running. */
  stop(): void {
    this.work = null;
  }

  close(): void {
    this.stop();
    this.channel.port1.close();
  }

  private goOn(): void {
    const { work } = this;
    if (!work) return;
    try {
      if (work() || this.work) this.channel.port2.postMessage(null); // `done` may have begun another computation
    } catch (error) {
      if (this.work === work) this.work = null;
      throw error;
    }
  }
}
