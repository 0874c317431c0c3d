/** The paper while it is drawn on: it follows the notebook kernel, keeps this user's strokes on top, and tells the kernel of them. */

import type { Message } from "../core/codec";
import { blankDrawing } from "../ink/drawing";
import { BRUSH } from "../ink/framing_steps";
import { sceneOf } from "../ink/scene";
import { KernelScene } from "./kernel_scene";
import { apply, type Paper, type PenEvent } from "./paper";
import { PenLog } from "./pen_log";
import { PenPost, type Told } from "./pen_post";
import type { Update } from "./traits";

export class LivePaper {
  /** Says when the notebook kernel hears of the events. */
  readonly post: PenPost;
  private readonly log = new PenLog();
  private readonly kernelScene = new KernelScene();
  private paper: Paper = { scene: sceneOf(blankDrawing(BRUSH)), pen: null, hides: false };

  /**
   * @param interval as of `PenPost`
   * @param tell sends a message to the notebook kernel
   */
  constructor(interval: () => number, tell: (message: Told) => void) {
    this.post = new PenPost(this.log, interval, tell);
  }

  /** What is on it now. */
  get now(): Paper {
    return this.paper;
  }

  /** Whether the notebook kernel has heard all that the user has done. */
  get isHeard(): boolean {
    return !this.log.unheard.length;
  }

  /** Does what the user wants. */
  act(event: PenEvent): void {
    this.log.add(event);
    this.paper = apply(this.paper, this.log.page, event);
    this.post.push();
  }

  /** Takes what the kernel says, with what the user has done since on top. Returns whether it could: an update may be missing. */
  accept(update: Message<Update>): boolean {
    const base = this.kernelScene.read(update);
    if (!base) return false;
    const { page } = this.log;
    this.log.hear(update.header.heard[page] ?? 0);
    this.paper = this.log.unheard.reduce((paper, event) => apply(paper, page, event), base);
    return true;
  }
}
