/**
 * What the page says aloud, politely and in one place: the answer, once the pen rests, and where the keyboard's pen is, while that
 * is in use. Nothing is said of the steps on the way.
 */

import { setText } from "../core/dom";
import { text } from "../core/text";

const STILL = 700; // milliseconds without a key: longer than the delay after which a key that is held repeats

/** In pad pixels. */
type Place = readonly [x: number, y: number];

/** An answer in words. */
export interface Spoken {
  /** In whole sentences. */
  readonly answer: string;
  /** As short as it can be, beside the pen's place. */
  readonly reading: string;
  /** What has to be said before; empty: nothing. */
  readonly remark: string;
}

export class Voice {
  private pen: { readonly place: Place; readonly isDown: boolean } | null = null;
  private isKnown = false; // the answer that is shown belongs to what is on the paper
  private isFamiliar = true;
  private timer: ReturnType<typeof setTimeout> | undefined; // runs as long as the keyboard's pen moves

  /**
   * @param region is announced by screen readers when its text changes
   * @param tell returns the answer that is shown
   * @param isSecond another view on the page says the answer; this one speaks only while its own pad has the keyboard's pen
   */
  constructor(
    private readonly region: HTMLElement,
    private readonly tell: () => Spoken,
    private readonly isSecond: boolean,
  ) {}

  /** Something is done to the paper: from now on the answer is a former one. */
  wait(): void {
    this.isKnown = false;
  }

  /** The page has computed the answer by itself. Whoever draws by keys need not wait for a notebook kernel that is busy. */
  know(): void {
    this.isKnown = this.isFamiliar = true;
  }

  /** The pen rests, and the answer belongs to what it has drawn. */
  rest(isFamiliar: boolean): void {
    this.isKnown = true;
    this.isFamiliar = isFamiliar;
    this.speak();
  }

  /** The keyboard's pen is somewhere else, or put down or lifted; null: it is not in use any more. */
  private point(place: Place | null, isDown: boolean): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pen = place && { place, isDown };
    if (!place) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.speak();
    }, STILL);
  }

  /** Returns what shows the keyboard's pen, and is heard here, too. */
  following(show: (place: Place | null, isDown: boolean) => void): typeof show {
    return (place, isDown) => {
      show(place, isDown);
      this.point(place, isDown);
    };
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private speak(): void {
    const { pen } = this;
    if (!this.isKnown || this.timer !== undefined || (this.isSecond && !pen)) return;
    const { answer, reading, remark } = this.tell();
    const [x = 0, y = 0] = pen?.place ?? [];
    const words = pen ? text("pen-aloud", { pen: pen.isDown ? "down" : "up", x, y, reading }) : answer;
    setText(this.region, [this.isFamiliar ? "" : text("unfamiliar"), remark, words].filter(Boolean).join(" "));
  }
}
