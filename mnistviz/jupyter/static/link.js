// The link to the kernel: asks for frames until one comes, asks again when a broken connection is back, and tells when the
// kernel has ended, after which every message from the page would throw.

const ENDED = "The kernel of this cell has ended. Run the cell again.";
const ENDINGS = ["restarting", "autorestarting", "terminating", "dead"];

class Link {
  /**
   * @param model the widget's
   * @param {(text: string) => void} ended  is told once that the kernel is gone, in words
   * @param {() => void} back  is told when a broken connection is back
   */
  constructor(model, ended, back = () => {}) {
    this.model = model;
    this.kernel = model.widget_manager.kernel; // viewers without a kernel have none
    this.onConnection = (_, status) => {
      if (status !== "connected") return;
      back();
      this.ask();
    };
    this.onStatus = (_, status) => ENDINGS.includes(status) && ended(ENDED);
    this.kernel?.connectionStatusChanged.connect(this.onConnection);
    this.kernel?.statusChanged.connect(this.onStatus);
    this.ask();
  }

  close() {
    this.kernel?.connectionStatusChanged.disconnect(this.onConnection);
    this.kernel?.statusChanged.disconnect(this.onStatus);
    this.stopAsking();
  }

  /**
   * Asks for a frame, and again each second until one comes: a request from the time when the kernel's thread for widgets
   * does not run yet waits for the end of the running cell. What a broken connection has swallowed is made up for, too.
   */
  ask() {
    this.stopAsking();
    const ask = () => this.model.send({ kind: "ready" });
    this.timer = setInterval(ask, 1000);
    ask();
  }

  stopAsking() {
    clearInterval(this.timer);
  }
}
