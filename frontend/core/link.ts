/**
 * The link to the notebook kernel: asks for updates until one comes, asks again when a broken connection is back, and tells when
 * the kernel has ended, after which every message from the page would throw.
 */

import { kernelOf, type Model, type NotebookKernel, type Traits } from "./model";

const ENDINGS = ["restarting", "autorestarting", "terminating", "dead"];
const PATIENCE = 1000; // milliseconds between two requests

export class Link {
  private readonly kernel: NotebookKernel | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param onEnd is called once the kernel is gone
   * @param onBack is called when a broken connection is back
   */
  constructor(
    private readonly model: Model<Traits>,
    private readonly onEnd: () => void,
    private readonly onBack: () => void,
  ) {
    this.kernel = kernelOf(model);
    this.kernel?.connectionStatusChanged.connect(this.onConnection);
    this.kernel?.statusChanged.connect(this.onStatus);
    this.ask();
  }

  close(): void {
    this.kernel?.connectionStatusChanged.disconnect(this.onConnection);
    this.kernel?.statusChanged.disconnect(this.onStatus);
    this.stopAsking();
  }

  /**
   * Asks for an update now, and then each second until one comes: a request from the time when the kernel's thread for widgets
   * does not run yet waits for the end of the running notebook cell, and a broken connection swallows requests.
   */
  ask(): void {
    this.stopAsking();
    const ask = (): void => this.model.send({ kind: "ready" });
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

  private readonly onStatus = (_: unknown, status: string): void => {
    if (ENDINGS.includes(status)) this.onEnd();
  };
}
