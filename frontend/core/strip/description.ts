/** What matters in the pictures of a layer, in words, computed from its values when somebody asks. */

import { compact, percent, rough } from "../numbers";
import { text } from "../text";
import type { Sizes } from "./geometry";
import { type Summary, summaryOf } from "./summary";

const NAMED = 3; // units, the largest first

/** Values of a layer, map after map and row by row. */
export interface Described {
  readonly name: string;
  readonly sizes: Sizes;
  readonly values: Float32Array;
  /** They are known to 8 bits only. */
  readonly isRough: boolean;
  /** The values are brightness. */
  readonly isPicture?: boolean;
}

/** Describes one map of a layer, or the strongest one. @param only the number of the map; null: the strongest */
export function describeMaps(described: Described, only: number | null): string {
  const { name, sizes, values } = described;
  const { channels, rows, columns } = sizes;
  const nameOf = (channel: number): string => (channels > 1 ? text("map", { layer: name, channel }) : name);
  if (!values.every(Number.isFinite)) return text("summary-not-finite", { name });
  const of = (channel: number): Summary | null => {
    const size = rows * columns;
    return summaryOf(values.subarray(channel * size, (channel + 1) * size), rows, columns);
  };
  if (only !== null || channels === 1) return tell(of(only ?? 0), nameOf(only ?? 0), described);
  const all = Array.from({ length: channels }, (_, channel) => of(channel));
  const strengths = all.map((one) => Math.abs(one?.value ?? 0));
  const strongest = strengths.indexOf(Math.max(...strengths));
  const silent = all.filter((one) => !one).length;
  if (silent === channels) return text("map-summary-zero", { map: name });
  const [layer, map] = [text("strongest-of-maps", { count: channels, silent }), nameOf(strongest)];
  return `${layer} ${tell(all[strongest] ?? null, map, described)}`;
}

/** Describes the units of a layer. */
export function describeUnits({ name, values, isRough }: Described): string {
  if (!values.every(Number.isFinite)) return text("summary-not-finite", { name });
  const order = [...values.keys()].sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
  const unit = (which: number): string =>
    text("unit-and-value", { unit: String(which), value: written(values[which] ?? 0, isRough) });
  const largest = order.slice(0, NAMED).map(unit).join(", ");
  const zeros = values.filter((value) => value === 0).length;
  return text("unit-summary", { name, largest, smallest: unit(order.at(-1) ?? 0), zeros, count: values.length });
}

function tell(summary: Summary | null, map: string, { isRough, isPicture }: Described): string {
  if (!summary) return text("map-summary-zero", { map });
  const { along, rows, columns, share, ...told } = summary;
  const strongest = text("map-summary", {
    ...told,
    map,
    kind: isPicture ? "picture" : "map",
    value: written(told.value, isRough),
    first: along[0],
    last: along[1],
  });
  const extent = text("map-summary-extent", {
    top: rows[0],
    bottom: rows[1],
    left: columns[0],
    right: columns[1],
    share: percent(share),
  });
  return `${strongest} ${extent}`;
}

function written(value: number, isRough: boolean): string {
  return isRough ? text("about", { value: rough(value) }) : compact(value);
}
