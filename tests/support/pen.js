// A mouse inside the page: a remote one takes tens of milliseconds for a move, which is too slow for a fixed rate.

const BUTTONS = { mousedown: 1, mousemove: 1, mouseup: 0 }; // those that are down after each kind of event

window.pen = {
  /**
   * Dispatches a mouse event at a point, in CSS pixels from the upper left corner of the canvas. As with a real mouse, its pointer
   * event comes first, and whoever prevents the default of a pointerdown gets no mouse events until the button is up.
   */
  fire(canvas, kind, [x, y], { left, top } = canvas.getBoundingClientRect()) {
    const isMove = kind === "mousemove";
    const place = { clientX: left + x, clientY: top + y, screenX: left + x, screenY: top + y };
    const event = { bubbles: true, cancelable: true, composed: true, view: window, buttons: BUTTONS[kind], ...place };
    const pointer = { pointerId: 1, pointerType: "mouse", isPrimary: true, pressure: event.buttons / 2, button: isMove ? -1 : 0 };
    const isHeard = canvas.dispatchEvent(new PointerEvent(kind.replace("mouse", "pointer"), { ...event, ...pointer }));
    if (kind === "mousedown") this.isMuted = !isHeard;
    if (!this.isMuted) canvas.dispatchEvent(new MouseEvent(kind, event));
    if (kind === "mouseup") this.isMuted = false;
  },

  /**
   * Presses at the first point, moves through the others, one every `period` milliseconds whatever the page is doing, and lifts.
   * Resolves to the times (performance.now()) at which each move was due and was sent.
   */
  async draw(canvas, [first, ...others], period) {
    const box = canvas.getBoundingClientRect();
    const [due, sent] = [[], []];
    this.fire(canvas, "mousedown", first, box);
    const start = performance.now() + period;
    for (const [number, point] of others.entries()) {
      const time = start + number * period;
      while (performance.now() < time) await new Promise((resolve) => setTimeout(resolve, time - performance.now()));
      due.push(time);
      sent.push(performance.now());
      this.fire(canvas, "mousemove", point, box);
    }
    this.fire(canvas, "mouseup", others.at(-1) ?? first, box);
    return { due, sent };
  },
};
