/**
 * The record of a learner's guesses. It stays in this browser: nothing of it is sent anywhere, not even to the notebook kernel. All
 * explorers of one site share it, in all tabs; where the browser keeps nothing, each page has its own until it is closed.
 */

import { KINDS, type Kind } from "./question";

/** Names what is stored, with the version of its form. */
export const KEY = "mnistviz-guesses-1";
/** So many guesses are kept, the newest: about 60 kB of the 5 MB that browsers give a site. */
export const MOST = 500;

export interface Guess {
  /** Date and time as ISO 8601 writes them, in UTC. */
  readonly time: string;
  readonly question: Kind;
  readonly guess: string;
  readonly result: string;
  /** Of the network's answer, 0 to 1. */
  readonly confidence: number;
  readonly agreed: boolean;
}

export class GuessRecord {
  private own: readonly Guess[] = []; // where nothing is stored

  /** @param storage null: the browser has none for this page */
  constructor(private storage: Storage | null = storageOf(globalThis)) {}

  /** Whether the record outlives the page. */
  get isKept(): boolean {
    return this.storage !== null;
  }

  /** All guesses, the oldest first. */
  get all(): readonly Guess[] {
    return this.stored() ?? this.own;
  }

  add(guess: Guess): void {
    this.replace([...this.all, guess].slice(-MOST));
  }

  clear(): void {
    this.replace([]);
  }

  /** Stores the guesses, or keeps them here from now on if the browser refuses. */
  private replace(guesses: readonly Guess[]): void {
    this.own = guesses;
    try {
      this.storage?.setItem(KEY, JSON.stringify(guesses));
    } catch {
      this.storage = null;
    }
  }

  private stored(): readonly Guess[] | null {
    try {
      return this.storage && guessesIn(this.storage.getItem(KEY));
    } catch {
      this.storage = null;
      return null;
    }
  }
}

/** Returns the guesses as a table for spreadsheets (RFC 4180): a line of names, then a line for each guess. */
export function csvOf(guesses: readonly Guess[]): string {
  const names = ["time", "question", "guess", "result", "confidence", "agreed"] as const;
  const lines = guesses.map((guess) => names.map((name) => cell(String(guess[name]))).join(","));
  return [names.join(","), ...lines, ""].join("\r\n");
}

/** Names of classes are the user's: one that begins like a formula must not become one in a spreadsheet. */
function cell(value: string): string {
  const isFormula = /^[=+@\-\t\r]/.test(value) && Number.isNaN(Number(value));
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}

/** Reads what is stored. What is damaged, or of another form, is left out. */
function guessesIn(stored: string | null): readonly Guess[] {
  const found: unknown = parsed(stored ?? "[]");
  return Array.isArray(found) ? found.filter(isGuess) : [];
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

function isGuess(found: unknown): found is Guess {
  const one = (found ?? {}) as Record<keyof Guess, unknown>;
  const areTexts = [one.time, one.guess, one.result].every((value) => typeof value === "string");
  const isOfKind = KINDS.some((kind) => kind === one.question);
  return areTexts && isOfKind && typeof one.confidence === "number" && typeof one.agreed === "boolean";
}

/** Returns the browser's storage; null: it has none for this page, as in some private windows, or forbids to ask for it. */
export function storageOf(page: { readonly localStorage?: Storage }): Storage | null {
  try {
    return page.localStorage ?? null;
  } catch {
    return null;
  }
}
