/** One button for each input channel of a window, the strongest first: it says what the channel contributes. */

import { element, fillUp, setText } from "../../../core/dom";
import { compact, signed } from "../../../core/numbers";
import { text } from "../../../core/text";

export interface ChipsContent {
  /** The channels by their numbers in the layer. */
  readonly channels: readonly number[];
  readonly contributions: readonly number[];
  /** Places in `channels`, in the order of the buttons. */
  readonly ranking: readonly number[];
  /** The place of the channel that is shown. */
  readonly shown: number;
  readonly isPinned: boolean;
}

export class Chips {
  readonly el = element("div", "mnistviz-chips");

  /** @param onPin takes the number of a channel that was chosen */
  constructor(private readonly onPin: (channel: number) => void) {
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", text("input-channels"));
  }

  /** Shows the buttons in place: while the ranking changes under the pen, their texts change. */
  show({ channels, contributions, ranking, shown, isPinned }: ChipsContent): void {
    fillUp(this.el, ranking.length, () => this.chip());
    ranking.forEach((which, i) => {
      const chip = this.el.children[i] as HTMLElement;
      const [channel, contribution] = [channels[which] ?? 0, contributions[which] ?? 0];
      chip.dataset.channel = String(channel);
      setText(chip.firstElementChild as Element, String(channel));
      setText(chip.lastElementChild as Element, signed(contribution));
      const words = { channel: String(channel), shown: signed(contribution), contribution: compact(contribution) };
      chip.setAttribute("aria-label", text("channel-contributes", words));
      chip.setAttribute("aria-pressed", String(which === shown));
      chip.classList.toggle("mnistviz-pinned", isPinned && which === shown);
    });
  }

  private chip(): HTMLElement {
    const chip = element("button", "mnistviz-chip", [element("b"), " ", element("span")]);
    chip.addEventListener("click", () => this.onPin(Number(chip.dataset.channel)));
    return chip;
  }
}
