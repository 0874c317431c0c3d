/** The slide moves the window over the map, unit by unit, row by row. A step waits until the last one has been painted. */

import { button, element, isStill, setText } from "../../../core/dom";
import { text } from "../../../core/text";
import type { Index } from "../../../explain/inspection";

const SPEEDS = { slow: 900, normal: 350, fast: 80 }; // milliseconds a step, at least
type Speed = keyof typeof SPEEDS;

/** Returns the index after one of a map, row by row, or null at the end. */
export function nextIndex([row = 0, column = 0, channel = 0]: Index, rows: number, columns: number): Index | null {
  const next = row * columns + column + 1;
  return next < rows * columns ? [Math.floor(next / columns), next % columns, channel] : null;
}

export class Slide {
  readonly el: HTMLElement;
  private readonly play: HTMLButtonElement;
  private readonly speed: HTMLSelectElement;
  private isPlaying = false;
  private isMoving = false; // a step is under way to the notebook kernel and back
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param step moves on by one unit; returns false at the end of the map */
  constructor(private readonly step: () => boolean) {
    this.play = button("", () => (this.isPlaying ? this.stop() : this.start()));
    const single = button(text("slide-step"), () => {
      this.stop();
      this.step();
    });
    const names: Record<Speed, string> = { slow: text("slow"), normal: text("normal"), fast: text("fast") };
    const options = Object.entries(names).map(([value, name]) =>
      Object.assign(element("option", "", [name]), { value }),
    );
    this.speed = element("select", "", options);
    this.speed.setAttribute("aria-label", text("slide-speed"));
    this.speed.value = "normal";
    this.el = element("div", "mnistviz-slide", [this.play, single, this.speed]);
    this.el.title = text("slide-aloud");
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("slide-aloud"));
    this.stop();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isPlaying = this.isMoving = false;
    setText(this.play, text("play"));
    this.play.disabled = isStill();
    this.play.title = isStill() ? text("slide-still") : "";
  }

  /** The unit of the last step has been painted. */
  painted(): void {
    if (!this.isMoving) return;
    this.isMoving = false;
    this.timer = setTimeout(() => this.move(), SPEEDS[this.speed.value as Speed]);
  }

  private start(): void {
    this.isPlaying = true;
    setText(this.play, text("pause"));
    this.move();
  }

  private move(): void {
    this.isMoving = this.step();
    if (!this.isMoving) this.stop();
  }
}
