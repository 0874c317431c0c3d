/** The state that an exercise shares with its page. */

import type { SpokenTraits } from "../core/page_language";
import type { WithExplorer } from "../core/small_explorer";

/** What a feedback is. */
export type Verdict = "" | "right" | "wrong" | "hint" | "answer" | "refused";

export interface NumberTable {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ExerciseTraits extends WithExplorer, SpokenTraits {
  /** Of the question; what stands between backticks is code. */
  paragraphs: readonly string[];
  tables: readonly NumberTable[];
  /** The answer is a drawing. */
  draws: boolean;
  verdict: Verdict;
  feedback: string;
  /** The score in words. */
  points: string;
}
