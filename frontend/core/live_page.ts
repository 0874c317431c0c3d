/**
 * What every live widget does: paints the newest update in an animation frame and reports it, shows and speaks messages, and ends
 * with its notebook kernel.
 */

import { BinaryProbe } from "./binary_probe";
import { type Message, unpack } from "./codec";
import { announcer, keepKeys } from "./dom";
import { showEnding } from "./ending";
import { Link } from "./link";
import type { Model, Traits } from "./model";
import type { SpokenTraits } from "./page_language";
import { replaceStill, type Still } from "./still_output";
import { language, text } from "./text";
import { followTheme } from "./theme";

/** The traits that every live widget has. */
export interface LiveTraits extends SpokenTraits {
  /** What went wrong, for the reader. */
  message: string;
}

/** The header of every update. */
export interface UpdateHeader {
  kind: string;
  number: number;
}

/** Makes what is painted next; null: nothing has to be. */
export type Maker<Header> = () => Message<Header> | null;

/** What one widget adds. */
export interface Painter<Header extends UpdateHeader> {
  /** Takes every update of the kernel, in order, also those that are never painted. Returns what is painted; null: nothing. */
  accept?(update: Message<Header>): Maker<Header> | null;
  /** Paints an update; every layer, number and word in it belongs to the same moment. */
  paint(update: Message<Header>): void;
  /** Takes a message that is no update. */
  receive(content: Record<string, unknown>, buffers: readonly DataView[]): void;
  /** Fits everything to another width. */
  resize(): void;
  /** There is another theme. */
  recolour?(): void;
  /** A broken connection is back. */
  reconnect?(): void;
}

export class LivePage<T extends LiveTraits, Header extends UpdateHeader> {
  readonly message = announcer("mnistviz-message", "alert");
  readonly spoken = announcer("mnistviz-spoken", "polite");
  isClosed = false;
  private painted = 0; // updates
  private waiting: Maker<Header> | null = null;
  private isDue = false; // it is painted in the next animation frame
  private isUnanswered = false; // the message says so
  private isOutOfSight = false; // its output is collapsed, or in a tab behind another one
  private readonly endings: (() => void)[] = [];
  private readonly link: Link;
  private readonly probe: BinaryProbe;

  /** Listens to the model, and asks for the first update. The painter must be ready for it. */
  constructor(
    readonly model: Model<T>,
    readonly el: HTMLElement,
    private readonly painter: Painter<Header>,
  ) {
    el.dataset.frame = "0";
    Object.assign(el, language());
    this.onClose(keepKeys(el));
    this.onClose(followTheme(el, () => this.guarded(() => painter.recolour?.())));
    this.listen(["msg:custom"], (content, buffers) => this.receive(content as Record<string, unknown>, buffers));
    this.listen(["change:message"], () => this.showMessage());
    this.showMessage();
    const resizing = new ResizeObserver((sizes) => this.guarded(() => this.resize(sizes.at(-1)?.contentRect.width)));
    resizing.observe(el);
    this.onClose(() => resizing.disconnect());
    this.probe = new BinaryProbe(model as Model<Traits>);
    const link = new Link(
      model as Model<Traits>,
      this.probe,
      () => this.end(),
      () => painter.reconnect?.(),
      () => this.saySilence(),
    );
    this.link = link;
    this.onClose(() => link.close());
  }

  /** Whether something waits to be painted. */
  get isWaiting(): boolean {
    return this.waiting !== null;
  }

  /** Calls an action on events of the model until the page is closed. */
  listen(names: readonly string[], action: (content: unknown, buffers: readonly DataView[]) => void): void {
    const listener = (content: unknown, buffers: readonly DataView[]): void => {
      this.guarded(() => action(content, buffers));
    };
    for (const name of names) this.model.on(name, listener);
    this.onClose(() => {
      for (const name of names) this.model.off(name as "msg:custom", listener);
    });
  }

  onClose(action: () => void): void {
    this.endings.push(action);
  }

  close(): void {
    this.isClosed = true;
    for (const end of this.endings.splice(0)) end();
  }

  /** Reports an update as painted, so that the next can be sent; unless another message has told so. */
  reportPainted(number: number): void {
    this.model.send({ kind: "painted", number });
  }

  /** Returns how many bytes can be sent where a message may have so many. */
  limit(bytes: number): number {
    return this.probe.limit(bytes);
  }

  /** Sends bytes to the notebook kernel, whether or not the host passes them on as such. */
  sendBytes(content: Readonly<Record<string, unknown>>, bytes: ArrayBuffer): void {
    this.probe.send(content, bytes);
  }

  /** Shows an error to the reader, and has it logged by the notebook kernel. */
  report(error: string): void {
    this.message.textContent = error;
    this.model.send({ kind: "error", text: error });
  }

  /** Runs an action; whatever goes wrong in it is reported, and the next update has a new chance. */
  guarded(action: () => void): void {
    if (this.isClosed) return; // an update may come due after the widget is gone
    try {
      action();
    } catch (error) {
      this.waiting = null;
      this.report(String(error));
    }
  }

  private receive(content: Record<string, unknown>, buffers: readonly DataView[]): void {
    switch (content.kind) {
      case "still":
        replaceStill(this.model as Model<Traits>, content as unknown as Still);
        break;
      case "probe":
        this.probe.hear(buffers);
        break;
      case "update":
        this.update(content, buffers);
        break;
      default:
        this.painter.receive(content, buffers);
    }
  }

  private update(content: Record<string, unknown>, buffers: readonly DataView[]): void {
    this.link.stopAsking();
    if (this.isUnanswered) this.showMessage();
    const update = unpack<Header>(content, buffers);
    const maker = this.painter.accept ? this.painter.accept(update) : () => update;
    if (maker) this.schedule(maker);
  }

  /** Paints in the next animation frame, in place of what waits for it. While the view is out of sight, it waits. */
  schedule(maker: Maker<Header>): void {
    this.waiting = maker;
    if (this.isDue || this.isOutOfSight) return;
    this.isDue = true;
    const paint = (): void => {
      this.isDue = false;
      this.guarded(() => this.paint());
    };
    if (document.hidden)
      setTimeout(paint); // a hidden page has no animation frames
    else requestAnimationFrame(paint);
  }

  /** Asks the kernel for an update with everything. */
  ask(): void {
    this.link.ask();
  }

  private paint(): void {
    const maker = this.waiting; // none: an error has dropped it
    this.waiting = null;
    const update = maker?.();
    if (update) this.show(update);
  }

  private resize(width: number | undefined): void {
    this.isOutOfSight = width === 0;
    if (this.isOutOfSight) return;
    this.painter.resize();
    if (this.waiting) this.schedule(this.waiting);
  }

  /** Paints an update at once. */
  show(update: Message<Header>): void {
    this.painter.paint(update);
    this.painted += 1;
    this.el.dataset.frame = String(this.painted);
  }

  /** The notebook kernel is gone. */
  private end(): void {
    this.close();
    const parts = [...this.el.children] as HTMLElement[];
    showEnding(
      this.message,
      parts.filter((part) => part !== this.message),
    );
  }

  private saySilence(): void {
    this.isUnanswered = true;
    this.message.textContent = text("no-answer");
  }

  private showMessage(): void {
    this.isUnanswered = false;
    this.message.textContent = this.model.get("message");
  }
}
