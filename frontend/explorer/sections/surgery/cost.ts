/** The accuracy of the edited network beside that of the original. */

import { element, setText } from "../../../core/dom";
import { percent } from "../../../core/numbers";
import { text } from "../../../core/text";
import { areSameEdits, type Edits } from "../../../network/edits";

/** Shares 0 to 1 of the digits that a network with edits, and the original, read correctly. */
export interface Accuracy {
  readonly edits: Edits;
  readonly share: number;
  readonly original: number;
  /** The original has other weights now. */
  readonly is_old: boolean;
}

export class Cost {
  readonly el = element("div", "mnistviz-accuracy");
  /** The sentence, if it holds for what is shown. */
  words = "";

  show(accuracy: Accuracy | null, edits: Edits): void {
    const isOld = accuracy !== null && (accuracy.is_old || !areSameEdits(accuracy.edits, edits));
    this.el.classList.toggle("mnistviz-old", isOld);
    this.words = accuracy && !isOld ? sentenceOf(accuracy) : "";
    if (!accuracy) setText(this.el, text("surgery-counting"));
    else if (isOld) setText(this.el, `${text("surgery-counting")} ${before(accuracy)}`);
    else setText(this.el, this.words);
  }
}

function sentenceOf({ edits, ...shares }: Accuracy): string {
  const [share, original] = [percent(shares.share), percent(shares.original)];
  return edits.length
    ? text("surgery-accuracy", { share, original })
    : text("surgery-accuracy-of-original", { original });
}

function before({ share, original }: Accuracy): string {
  return text("surgery-accuracy-before", { share: percent(share), original: percent(original) });
}
