// A mouse inside the page: a remote one takes tens of milliseconds for a move, which is too slow for a fixed rate.

window.pen = {
  /** Dispatches a mouse event at a point, in CSS pixels from the upper left corner of the canvas. */
  fire(canvas, kind, [x, y], { left, top } = canvas.getBoundingClientRect()) {
    const place = { clientX: left + x, clientY: top + y };
    canvas.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, ...place }));
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
