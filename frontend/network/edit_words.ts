/** Edits in words, as `EditedEngine` says them in Python. */

import { significant } from "../core/numbers";
import { text } from "../core/text";
import type { Edit, Edits } from "./edits";
import type { Network } from "./network";

const LISTED = 3; // changes that a note lists, the last ones
const DIGITS = 6; // of a number, as Python's format `g` has them

/** Says what an edit changes. */
export function wordsOf(edit: Edit, network: Network): string {
  const { layer } = edit;
  switch (edit.do) {
    case "silence":
      return text("edited-silenced", { unit: unitOf(network, layer, edit.index) });
    case "weight":
      return text("edited-weight", { layer, index: `(${edit.index.join(", ")})`, value: named(edit.value) });
    case "bias":
      return text("edited-bias", { unit: unitOf(network, layer, edit.index), value: named(edit.value) });
    case "kernel":
      return text("edited-kernel", {
        unit: unitOf(network, layer, edit.index),
        channel: edit.channel === null ? "all" : String(edit.channel),
      });
    case "shuffle":
      return text("edited-shuffled", { layer, seed: String(edit.seed) });
  }
}

/** Names a filter or a unit. */
export function unitOf(network: Network, layer: string, index: number): string {
  const isUnit = network.weightsOf(layer)?.kernel.shape.length === 2;
  return text("edited-unit", { kind: isUnit ? "unit" : "filter", index: String(index), layer });
}

/**
 * Says whose weights are shown.
 *
 * @param origin says which network is edited
 * @param former changes that it had before
 */
export function noteOf(origin: string, former: readonly string[], edits: Edits, network: Network): string {
  const changes = [...former, ...edits.map((edit) => wordsOf(edit, network))];
  const listed = changes.slice(-LISTED);
  return text("edited-note", { origin, changes: listed.join("; "), before: changes.length - listed.length });
}

function named(value: number): string {
  return significant(Math.fround(value), DIGITS);
}
