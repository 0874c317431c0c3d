/** Long computations in slices, between which the page listens to the pen and paints. */

const SLICE = 6; // milliseconds without a pause

export class SlicedWork {
  private readonly channel = new MessageChannel(); // a timer would wait 4 ms between two slices
  private work: (() => void) | null = null; // does a slice
  private isPosted = false; // a slice is to come

  /** @param guarded runs an action, and reports what goes wrong in it */
  constructor(private readonly guarded: (action: () => void) => void) {
    this.channel.port1.onmessage = () => {
      this.isPosted = false;
      this.guarded(() => this.goOn());
    };
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
    this.work = () => {
      const end = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) {
          this.work = null;
          done(step.value);
          return;
        }
      } while (performance.now() < end);
    };
    this.post();
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
      work();
      if (this.work) this.post(); // `done` may have begun another computation
    } catch (error) {
      if (this.work === work) this.work = null;
      throw error;
    }
  }

  /** Has the next slice done, once, however often work was stopped and begun meanwhile. */
  private post(): void {
    if (this.isPosted) return;
    this.isPosted = true;
    this.channel.port2.postMessage(null);
  }
}
