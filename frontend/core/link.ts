/**
 * The link to the notebook kernel: asks for updates until one comes, asks again when a broken connection is back, and tells when
 * nobody answers or the kernel has ended.
 */

import type { BinaryProbe } from "./binary_probe";
import { whenKernelEnds } from "./ending";
import { kernelOf, type Model, type NotebookKernel, type Traits } from "./model";

const PATIENCE = 1000; // milliseconds between two requests
const UNANSWERED = 5; // requests after which the reader is told

export class Link {
  private readonly kernel: NotebookKernel | undefined;
  private readonly stopWatching: () => void;
  private timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param probe says that the page is there
   * @param onEnd is called once the kernel is gone
   * @param onBack is called when a broken connection is back
   * @param onSilence is called when nobody answers: the kernel is busy, or there is none, as on a page that nbconvert has made
   */
  constructor(
    model: Model<Traits>,
    private readonly probe: BinaryProbe,
    onEnd: () => void,
    private readonly onBack: () => void,
    private readonly onSilence: () => void,
  ) {
    this.kernel = kernelOf(model);
    this.kernel?.connectionStatusChanged.connect(this.onConnection);
    this.stopWatching = whenKernelEnds(model, onEnd);
    this.ask();
  }

  close(): void {
    this.kernel?.connectionStatusChanged.disconnect(this.onConnection);
    this.stopWatching();
    this.stopAsking();
  }

  /**
   * Asks for an update now, and then each second until one comes: a request from the time when the kernel's thread for widgets
   * does not run yet waits for the end of the running notebook cell, and a broken connection swallows requests.
   */
  ask(): void {
    this.stopAsking();
    let asked = 0;
    const ask = (): void => {
      if (asked === UNANSWERED) this.onSilence();
      asked += 1;
      this.probe.greet();
    };
    this.timer = setInterval(ask, PATIENCE);
    ask();
  }

  stopAsking(): void {
    clearInterval(this.timer);
  }

  private readonly onConnection = (_: unknown, status: string): void => {
    if (status !== "connected") return;
    this.onBack();
    this.ask();
  };
}
