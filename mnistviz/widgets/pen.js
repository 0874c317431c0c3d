// The pen: collects the moves on the pad and sends them in batches, at the pace at which frames are painted.
//
// ipycanvas sends one message for every mouse event, also without a button, and each costs the server, the kernel and the
// page more than the network's whole answer. No point is dropped: a batch holds all points since the last one. It goes
// over the canvas' own channel, so that press, moves and release arrive in order.

const LONGEST_WAIT = 60; // milliseconds that a point waits for a frame that does not come

class Pen {
  /** @param pad the element around the canvas  @param canvasModel ipycanvas' model  @param {() => number} painted */
  constructor(pad, canvasModel, painted) {
    Object.assign(this, { pad, canvasModel, painted });
    this.points = [];
    this.isDown = this.isWaiting = false;
    this.listeners = {
      mousedown: () => (this.isDown = true),
      touchstart: () => (this.isDown = true),
      mousemove: (event) => this.move(event, event),
      touchmove: (event) => this.move(event, event.touches[0]),
      mouseup: () => this.lift(),
      mouseout: () => this.lift(),
      touchend: () => this.lift(),
      touchcancel: () => this.lift(),
    };
    // On the way down to the canvas, before ipycanvas hears of them.
    for (const [name, listener] of Object.entries(this.listeners)) pad.addEventListener(name, listener, { capture: true, passive: false });
  }

  close() {
    for (const [name, listener] of Object.entries(this.listeners)) this.pad.removeEventListener(name, listener, { capture: true });
    clearTimeout(this.timer);
  }

  move(event, { clientX, clientY }) {
    event.stopPropagation();
    event.preventDefault(); // a finger draws, it does not scroll
    if (!this.isDown) return;
    const canvas = this.pad.querySelector("canvas");
    const { left, top, width, height } = canvas.getBoundingClientRect();
    this.points.push([(canvas.width * (clientX - left)) / width, (canvas.height * (clientY - top)) / height]);
    if (!this.isWaiting) this.send();
  }

  /** The last points go before the release. */
  lift() {
    this.isDown = false;
    this.send();
  }

  /** A frame has been painted. Returns true if the next batch of points has told the kernel so. */
  framePainted() {
    this.isWaiting = false;
    return this.send();
  }

  send() {
    if (!this.points.length) return false;
    this.canvasModel.send({ event: "pen_moves", points: this.points, painted: this.painted() }, {});
    this.points = [];
    this.isWaiting = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.framePainted(), LONGEST_WAIT);
    return true;
  }
}

