// The pen: inks what the hand does at once, and tells the kernel in batches, at the pace at which frames are painted.
//
// ipycanvas would send one message for every mouse event, also without a button, and each costs the server, the kernel and
// the page more than the network's whole answer; so it does not hear of them. No event is lost: they are numbered, and each
// stays here until a painted frame contains it. What a broken connection has swallowed is sent again.

const UNDER_WAY = 2; // batches: while one is answered, the next is on the wire
const LONGEST_WAIT = 60; // milliseconds that an event waits for a frame that does not come

class Pen {
  /** @param pad the element around the canvas  @param canvasModel ipycanvas' model  @param {() => number} painted */
  constructor(pad, canvasModel, painted) {
    Object.assign(this, { pad, canvasModel, painted });
    this.page = Math.random().toString(36).slice(2); // events are numbered by each page for itself
    this.events = []; // those that no painted frame contains: {message, line}, in canvas pixels
    this.first = this.sent = 0; // the numbers of events[0] and of the first event that is not sent
    this.batches = []; // of those under way, the number after the last event
    this.tip = null; // where the pen is; null: it is lifted
    this.listeners = {
      mousedown: (event) => this.press(event, event),
      touchstart: (event) => this.press(event, event.touches[0]),
      mousemove: (event) => this.move(event, event),
      touchmove: (event) => this.move(event, event.touches[0]),
      mouseup: (event) => this.lift(event),
      mouseout: (event) => this.lift(event),
      touchend: (event) => this.lift(event),
      touchcancel: (event) => this.lift(event),
    };
    // On the way down to the canvas, before ipycanvas hears of them.
    for (const [name, listener] of Object.entries(this.listeners)) pad.addEventListener(name, listener, { capture: true, passive: false });
  }

  close() {
    for (const [name, listener] of Object.entries(this.listeners)) this.pad.removeEventListener(name, listener, { capture: true });
    clearTimeout(this.timer);
  }

  press(event, touch) {
    this.take(event);
    if (event.button || this.tip) return; // another button, or a second finger
    this.pad.querySelector("canvas").focus({ preventScroll: true });
    this.tip = this.place(touch);
    this.add(["down", ...this.tip], [this.tip]);
    this.send();
  }

  move(event, touch) {
    this.take(event);
    if (!this.tip) return;
    const tip = this.place(touch);
    this.add(["move", ...tip], [this.tip, tip]);
    this.tip = tip;
    if (this.hasRoom()) this.send();
  }

  lift(event) {
    this.take(event);
    if (!this.tip) return;
    this.tip = null;
    this.add(["up"], []);
    this.send();
  }

  /** ipycanvas does not get the event, and a finger draws instead of scrolling. */
  take(event) {
    event.stopPropagation();
    if (event.type.startsWith("touch")) event.preventDefault();
  }

  place({ clientX, clientY }) {
    const canvas = this.pad.querySelector("canvas");
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [(canvas.width * (clientX - left)) / width, (canvas.height * (clientY - top)) / height];
  }

  /** @param message for the kernel: ["down", x, y], ["move", x, y] or ["up"]  @param line of ink: no, one or two places */
  add(message, line) {
    const event = { message, line };
    this.events.push(event);
    this.ink([event]);
  }

  /** Ink like the kernel's, with the brush that it has set. When the pen is lifted the kernel inks everything, for all pages. */
  ink(events) {
    const { ctx } = this.canvasModel;
    const scale = ctx.getTransform().a; // canvas pixels per pad pixel
    for (const { line } of events) {
      const [from, to] = line.map((place) => place.map((c) => c / scale));
      ctx.beginPath();
      if (to) {
        ctx.moveTo(...from);
        ctx.lineTo(...to);
        ctx.stroke();
      } else if (from) {
        ctx.arc(...from, ctx.lineWidth / 2, 0, 2 * Math.PI);
        ctx.fill();
      }
    }
    this.canvasModel.syncViews();
  }

  /** A frame has been painted that contains the first `heard` events. Returns true if the next batch has told the kernel so. */
  framePainted(heard) {
    this.events.splice(0, heard - this.first);
    this.first = Math.max(this.first, heard);
    this.batches = this.batches.filter((end) => end > heard);
    if (this.events.length) this.ink(this.events); // the frame may have come with all ink anew, but without these
    return this.hasRoom() && this.send();
  }

  hasRoom() {
    return this.batches.length < UNDER_WAY;
  }

  send() {
    const events = this.events.slice(this.sent - this.first).map(({ message }) => message);
    if (!events.length) return false;
    this.canvasModel.send({ event: "pen", page: this.page, first: this.sent, events, painted: this.painted() }, {});
    this.sent += events.length;
    this.batches.push(this.sent);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.waitNoLonger(), LONGEST_WAIT);
    return true;
  }

  waitNoLonger() {
    this.batches = [];
    this.send();
  }

  /** The connection was broken and is back: whatever no frame contains may have been lost. The kernel knows what it has heard. */
  sendAgain() {
    this.sent = this.first;
    this.waitNoLonger();
  }
}
