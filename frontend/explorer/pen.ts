/**
 * The pen: inks at once, and tells the notebook kernel in batches, at the pace at which updates are painted.
 *
 * ipycanvas would send one message for every mouse event, also without a button, and each costs the server, the kernel and the
 * page more than the network's whole answer; so it does not hear of them.
 */

import { text } from "../core/text";
import { PenBatches, type PenEvent, type Point } from "./pen_batches";

/** ipycanvas' model of the pad's canvas, as far as the pen needs it. Neither name is in its documentation. */
export interface CanvasModel {
  /** The context of the canvas that all views of the pad copy. */
  readonly ctx: CanvasRenderingContext2D;
  /** Copies the canvas to all views. */
  syncViews(): void;
}

/** A batch on its way to the notebook kernel. */
export interface PenMessage {
  kind: "pen";
  page: string;
  first: number;
  events: readonly PenEvent["message"][];
  /** The number of the newest painted update. */
  painted: number;
}

const PATIENCE = 60; // milliseconds that an event waits for an update that does not come

export class Pen {
  /** Numbers are this page's own. */
  readonly page = Math.random().toString(36).slice(2);
  private readonly batches = new PenBatches();
  private tip: Point | null = null; // null: the pen is lifted
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly endings: (() => void)[] = [];

  /**
   * @param pad the element around the canvas
   * @param painted returns the number of the newest painted update
   */
  constructor(
    private readonly pad: HTMLElement,
    private readonly canvas: CanvasModel,
    private readonly painted: () => number,
    private readonly tell: (message: PenMessage) => void,
  ) {
    this.listen("mousedown", (event) => this.press(event, event));
    this.listen("touchstart", (event) => this.press(event, event.touches[0]));
    this.listen("mousemove", (event) => this.move(event, event));
    this.listen("touchmove", (event) => this.move(event, event.touches[0]));
    for (const name of ["mouseup", "mouseout", "touchend", "touchcancel"] as const) {
      this.listen(name, (event) => this.lift(event));
    }
  }

  close(): void {
    for (const end of this.endings) end();
    clearTimeout(this.timer);
  }

  /** An update has been painted that contains the first `heard` events. Returns whether the next batch has said so. */
  paint(heard: number): boolean {
    this.batches.paint(heard);
    const { unpainted } = this.batches;
    if (unpainted.length) this.ink(unpainted); // the update may have come with all ink anew, but without these
    return this.batches.hasRoom && this.send();
  }

  /** A broken connection is back: whatever no update contains may have been lost. The kernel knows what it has heard. */
  sendAgain(): void {
    this.batches.rewind();
    this.send();
  }

  /** Listens on the way down to the canvas, before ipycanvas hears of an event. */
  private listen<Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void {
    this.pad.addEventListener(name, listener, { capture: true, passive: false });
    this.endings.push(() => this.pad.removeEventListener(name, listener, { capture: true }));
  }

  private press(event: MouseEvent | TouchEvent, at: MouseEvent | Touch | undefined): void {
    this.take(event);
    if (!at || this.tip || ("button" in event && event.button)) return; // another button, or a second finger
    this.pad.querySelector("canvas")?.focus({ preventScroll: true });
    this.tip = this.place(at);
    this.add({ message: ["down", ...this.tip], line: [this.tip] });
    this.send();
  }

  private move(event: Event, at: MouseEvent | Touch | undefined): void {
    this.take(event);
    if (!this.tip || !at) return;
    const tip = this.place(at);
    this.add({ message: ["move", ...tip], line: [this.tip, tip] });
    this.tip = tip;
    if (this.batches.hasRoom) this.send();
  }

  private lift(event: Event): void {
    this.take(event);
    if (!this.tip) return;
    this.tip = null;
    this.add({ message: ["up"], line: [] });
    this.send();
  }

  /** ipycanvas does not get the event, and a finger draws instead of scrolling. */
  private take(event: Event): void {
    event.stopPropagation();
    if (event.type.startsWith("touch")) event.preventDefault();
  }

  private place({ clientX, clientY }: MouseEvent | Touch): Point {
    const canvas = this.pad.querySelector("canvas");
    if (!canvas) throw new Error(text("pad-without-canvas"));
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [(canvas.width * (clientX - left)) / width, (canvas.height * (clientY - top)) / height];
  }

  private add(event: PenEvent): void {
    this.batches.add(event);
    this.ink([event]);
  }

  /** Inks as the kernel does, with the brush that it has set. Once the pen is lifted the kernel inks all anew, for all pages. */
  private ink(events: readonly PenEvent[]): void {
    const { ctx } = this.canvas;
    const scale = ctx.getTransform().a; // canvas pixels per pad pixel
    for (const { line } of events) {
      const [from, to] = line.map(([x, y]): Point => [x / scale, y / scale]);
      if (!from) continue;
      ctx.beginPath();
      if (to) {
        ctx.moveTo(...from);
        ctx.lineTo(...to);
        ctx.stroke();
      } else {
        ctx.arc(...from, ctx.lineWidth / 2, 0, 2 * Math.PI);
        ctx.fill();
      }
    }
    this.canvas.syncViews();
  }

  private send(): boolean {
    const batch = this.batches.next();
    if (!batch) return false;
    this.tell({ kind: "pen", page: this.page, ...batch, painted: this.painted() });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.waitNoLonger(), PATIENCE);
    return true;
  }

  private waitNoLonger(): void {
    this.batches.forget();
    this.send();
  }
}
