/**
 * The pen: mouse, finger, stylus and keys on the pad as events in pad pixels.
 *
 * It follows one pointer: a second finger, or a palm that rests on the pad, neither ends nor steals a stroke, and a stylus takes
 * over from a palm. Between the strokes of a stylus, fingers draw nothing: the hand that holds it is put down anew. ipycanvas does
 * not hear of the pad's events; it would send a message for each of them.
 */

import { PAPER_SIDE } from "../ink/framing_steps";
import type { PenEvent } from "./paper";

const KEPT_FROM_IPYCANVAS = [
  ...["mousedown", "mousemove", "mouseup", "mouseout", "touchmove", "touchend", "touchcancel", "wheel"],
  ...["pointerout", "keypress", "keyup"],
] as const;
const PALM = 1000; // milliseconds after an event of a stylus, also of one near the pad, in which a touch is taken for a palm
const STEP = 10; // pad pixels that an arrow key moves the pen
const FINE_STEP = 2; // with Shift
const ARROWS: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class Pen {
  private pointer: { readonly id: number; readonly isFinger: boolean } | null = null;
  private stylus = Number.NEGATIVE_INFINITY; // the time of its last event
  private isKeyDown = false; // the pen is held down by the keyboard
  private tip: [x: number, y: number] = [PAPER_SIDE / 2, PAPER_SIDE / 2]; // of the keyboard's pen
  private readonly endings: (() => void)[] = [];

  /**
   * @param pad the element around the canvas
   * @param act hears of each event
   * @param point shows where the keyboard's pen is; null hides it
   */
  constructor(
    private readonly pad: HTMLElement,
    private readonly act: (event: PenEvent) => void,
    private readonly point: (place: readonly [x: number, y: number] | null, isDown: boolean) => void,
  ) {
    this.listen("pointerdown", (event) => this.press(event));
    this.listen("pointermove", (event) => this.move(event));
    this.listen("pointerup", (event) => this.lift(event));
    this.listen("pointercancel", (event) => this.lift(event));
    this.listen("pointerleave", (event) => this.lift(event));
    this.listen("keydown", (event) => this.key(event));
    this.listen("focusout", () => this.leave());
    this.listen("touchstart", (event) => event.preventDefault()); // or Chromium swallows a tap soon after the stroke
    for (const name of KEPT_FROM_IPYCANVAS) this.listen(name, () => undefined);
  }

  close(): void {
    for (const end of this.endings) end();
  }

  /** Listens on the way down to the canvas, before ipycanvas hears of an event. */
  private listen<Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void {
    const taken = (event: HTMLElementEventMap[Name]): void => {
      event.stopPropagation();
      if (event instanceof PointerEvent && event.pointerType === "pen") this.stylus = event.timeStamp;
      listener(event);
    };
    this.pad.addEventListener(name, taken, { capture: true, passive: name === "wheel" });
    this.endings.push(() => this.pad.removeEventListener(name, taken, { capture: true }));
  }

  private press(event: PointerEvent): void {
    if (event.button) return;
    const isFinger = event.pointerType === "touch";
    if (isFinger && event.timeStamp - this.stylus < PALM) return;
    if (this.pointer) {
      if (!this.pointer.isFinger || event.pointerType !== "pen") return; // a second finger, or a palm beside the stylus
      this.act(["up"]);
      this.act(["undo"]); // it was a palm
    }
    const canvas = event.target as HTMLElement;
    if (canvas.hasPointerCapture?.(event.pointerId)) canvas.releasePointerCapture(event.pointerId); // to notice leaving
    this.pad.querySelector("canvas")?.focus({ preventScroll: true });
    this.isKeyDown = false;
    this.point(null, false);
    this.pointer = { id: event.pointerId, isFinger };
    this.act(["down", ...this.place(event)]);
  }

  private move(event: PointerEvent): void {
    if (this.pointer?.id !== event.pointerId) return;
    if (event.pointerType === "mouse" && event.isTrusted && !event.buttons) {
      this.lift(event); // it was released where nobody could see it
      return;
    }
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) this.act(["move", ...this.place(one)]);
  }

  private lift(event: PointerEvent): void {
    if (this.pointer?.id !== event.pointerId) return;
    this.pointer = null;
    this.act(["up"]);
  }

  private key(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    const arrow = ARROWS[event.key];
    if (event.key === "Tab") return;
    if (event.key === "Escape") (event.target as HTMLElement).blur();
    else if (event.key.toLowerCase() === "z" && isControl) this.act(["undo"]);
    else if (event.key === "Delete" || event.key === "Backspace") this.act(["clear"]);
    else if (event.key === " ") this.toggle();
    else if (arrow && !isControl) this.steer(arrow, event.shiftKey ? FINE_STEP : STEP);
    else return;
    event.preventDefault();
  }

  private toggle(): void {
    this.isKeyDown = !this.isKeyDown;
    this.act(this.isKeyDown ? ["down", ...this.tip] : ["up"]);
    this.point(this.tip, this.isKeyDown);
  }

  private steer([right, down]: readonly [number, number], step: number): void {
    const [x, y] = this.tip;
    const within = (at: number): number => Math.min(Math.max(at, 0), PAPER_SIDE);
    this.tip = [within(x + right * step), within(y + down * step)];
    if (this.isKeyDown) this.act(["move", ...this.tip]);
    this.point(this.tip, this.isKeyDown);
  }

  private leave(): void {
    if (this.isKeyDown) this.toggle();
    this.point(null, false);
  }

  /** Returns where an event is, in pad pixels. */
  private place({ clientX, clientY }: MouseEvent): [x: number, y: number] {
    const canvas = this.pad.querySelector("canvas") ?? this.pad;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [(PAPER_SIDE * (clientX - left)) / width, (PAPER_SIDE * (clientY - top)) / height];
  }
}
