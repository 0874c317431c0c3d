/** Questions about what the network makes of a digit, to be answered before the page shows it. */

import { percent } from "../../core/numbers";
import { text } from "../../core/text";
import { areDigits } from "../classes";

/** The kinds of questions, in the order in which they take turns. */
export const KINDS = ["digit", "sure", "map", "change"] as const;
export type Kind = (typeof KINDS)[number];
/** What the learner wants to be asked; all kinds in turn, or one of them. */
export type Wish = Kind | "turn";

const SURE = 0.9; // a confidence from which the network counts as sure; the sentences name it

/** What the network says of a digit. */
export interface Answer {
  readonly prediction: number;
  readonly confidence: number;
  /** Of each class. */
  readonly probabilities: readonly number[];
}

export interface Choice {
  readonly label: string;
  /** Chooses it; empty: no key does. */
  readonly key: string;
}

/** How a guess has turned out. */
export interface Verdict {
  /** Guess and result in the words of the choices. */
  readonly guess: string;
  readonly result: string;
  readonly agrees: boolean;
  /** Both for the learner. */
  readonly sentence: string;
  /** What the question was about, and the right answer to it. */
  readonly pictures?: readonly Picture[];
}

/** Values as a picture: 8-bit codes row by row, and what they show in words. */
export interface Picture {
  readonly codes: Uint8Array;
  readonly rows: number;
  readonly columns: number;
  readonly isSigned: boolean;
  readonly words: string;
}

export interface Question {
  readonly kind: Kind;
  readonly words: string;
  readonly choices: readonly Choice[];
  /** What the question is about; one picture for each choice. */
  readonly pictures?: { readonly about: Picture; readonly choices: readonly Picture[] };
  /** Judges the choice of this place. */
  judge(choice: number, answer: Answer): Verdict;
}

/**
 * Returns the question that is asked now.
 *
 * @param asked how many have been answered
 * @param possible in the order of the kinds. The first one can always be asked, and replaces what cannot.
 */
export function chosenQuestion(wish: Wish, asked: number, possible: readonly [Question, ...Question[]]): Question {
  const found = wish === "turn" ? possible[asked % possible.length] : possible.find(({ kind }) => kind === wish);
  return found ?? possible[0];
}

/** Asks which class the network will say. */
export function askDigit(names: readonly string[]): Question {
  return {
    kind: "digit",
    words: text(areDigits(names) ? "predict-which-digit" : "predict-which-class"),
    choices: names.map((label, which) => ({ label, key: which < 10 ? String(which) : "" })),
    judge: (choice, { prediction, confidence }) => {
      const [guess, result] = [nameOf(names, choice), nameOf(names, prediction)];
      const agrees = choice === prediction;
      const told = { guess, result, confidence: percent(confidence), agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-digit", told) };
    },
  };
}

/** Asks how sure the network will be. */
export function askSure(names: readonly string[]): Question {
  const labels = [text("predict-sure"), text("predict-unsure")];
  return {
    kind: "sure",
    words: text("predict-how-sure"),
    choices: numbered(labels),
    judge: (choice, { prediction, confidence }) => {
      const right = confidence >= SURE ? 0 : 1;
      const [guess, result] = [nameOf(labels, choice), nameOf(labels, right)];
      const agrees = choice === right;
      const told = { guess, name: nameOf(names, prediction), confidence: percent(confidence), agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-sure", told) };
    },
  };
}

/** Asks whether the network will be surer than before of what it has said before. */
export function askChange(names: readonly string[], former: Answer): Question {
  const labels = [text("predict-up"), text("predict-down"), text("predict-the-same")];
  const name = nameOf(names, former.prediction);
  const before = percent(former.confidence);
  return {
    kind: "change",
    words: text("predict-up-or-down", { name, before }),
    choices: numbered(labels),
    judge: (choice, { probabilities }) => {
      const now = probabilities[former.prediction] ?? 0;
      const after = percent(now);
      const right = after === before ? 2 : now > former.confidence ? 0 : 1;
      const [guess, result] = [nameOf(labels, choice), nameOf(labels, right)];
      const agrees = choice === right;
      const told = { guess, name, before, after, agrees: yesOrNo(agrees) };
      return { guess, result, agrees, sentence: text("predict-told-change", told) };
    },
  };
}

/** Makes choices with the keys 1, 2 and so on. */
export function numbered(labels: readonly string[]): Choice[] {
  return labels.map((label, i) => ({ label, key: String(i + 1) }));
}

/** Writes a truth as the catalogue of texts distinguishes it. */
export function yesOrNo(isTrue: boolean): "yes" | "no" {
  return isTrue ? "yes" : "no";
}

function nameOf(names: readonly string[], which: number): string {
  return names[which] ?? String(which);
}
