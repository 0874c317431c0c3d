// The slide: moves the window over the map, cell by cell, row by row. The next step waits until this one has been painted.

const SPEEDS = { slow: 900, normal: 350, fast: 80 }; // milliseconds a step, at least

class Slide {
  /** @param {() => boolean} onStep  moves on by one cell; false at the end of the map */
  constructor(onStep) {
    this.onStep = onStep;
    this.isPlaying = this.isMoving = false;
    this.play = element("button", "mnistviz-button");
    this.play.addEventListener("click", () => (this.isPlaying ? this.stop() : this.start()));
    this.step = element("button", "mnistviz-button", ["Step"]);
    this.step.addEventListener("click", () => {
      this.stop();
      this.onStep();
    });
    this.speed = element("select", "", Object.keys(SPEEDS).map((name) => Object.assign(element("option", "", [name]), { value: name })));
    this.speed.setAttribute("aria-label", "Speed of the slide");
    this.speed.value = "normal";
    this.el = element("div", "mnistviz-slide", [element("span", "", ["Slide"]), this.play, this.step, this.speed]);
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", "Slide the window over the map");
    this.stop();
  }

  start() {
    this.isPlaying = true;
    setText(this.play, "Pause");
    this.move();
  }

  stop() {
    clearTimeout(this.timer);
    this.isPlaying = this.isMoving = false;
    setText(this.play, "Play");
    this.play.disabled = isStill();
    this.play.title = isStill() ? "Your system asks for less motion; Step goes on cell by cell." : "";
  }

  move() {
    this.isMoving = this.onStep();
    if (!this.isMoving) this.stop();
  }

  /** The cell of the last step has been painted. */
  painted() {
    if (!this.isMoving) return;
    this.isMoving = false;
    this.timer = setTimeout(() => this.move(), SPEEDS[this.speed.value]);
  }
}

