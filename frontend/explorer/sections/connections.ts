/** Lines from the maps that feed the map under the cursor, and to those that it feeds. */

import { svg } from "../../core/dom";
import type { Layer, Reads } from "../../core/strip/strip";
import type { Stage } from "../stage";
import { boxInWindow } from "../unit";

const BEND = 0.5; // of the distance
const MOST = 200; // lines: more of them hide what they connect

/** One map of a layer. */
export interface MapOf {
  readonly layer: string;
  readonly channel: number;
}

/** Left, top, right and bottom, in CSS pixels. */
type Edges = readonly [left: number, top: number, right: number, bottom: number];

/** Returns the channels that a channel reads. */
export function sourcesOf(channel: number, { inputs, outputs }: Reads): number[] {
  const start = Math.floor(channel / outputs) * inputs;
  return Array.from({ length: inputs }, (_, i) => start + i);
}

/** Returns the channels that read a channel. */
export function readersOf(channel: number, { inputs, outputs }: Reads): number[] {
  const start = Math.floor(channel / inputs) * outputs;
  return Array.from({ length: outputs }, (_, i) => start + i);
}

/** Returns the pairs of maps, from the one that feeds to the one that is fed, in which a map takes part. */
export function connectionsOf({ layer, channel }: MapOf, layers: readonly Layer[]): [from: MapOf, to: MapOf][] {
  const pairs: [MapOf, MapOf][] = [];
  for (const { name, reads } of layers) {
    if (!reads) continue;
    if (name === layer)
      for (const source of sourcesOf(channel, reads))
        pairs.push([
          { layer: reads.layer, channel: source },
          { layer, channel },
        ]);
    if (reads.layer === layer)
      for (const reader of readersOf(channel, reads))
        pairs.push([
          { layer, channel },
          { layer: name, channel: reader },
        ]);
  }
  return pairs;
}

/** Returns a curve as SVG writes it: to the right if the other map is there, or else downwards. */
export function curve([left, top, right, bottom]: Edges, to: Edges): string {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [toX, toY] = [(to[0] + to[2]) / 2, (to[1] + to[3]) / 2];
  if (to[0] >= right) {
    const bend = (to[0] - right) * BEND;
    return `M${right} ${y}C${right + bend} ${y} ${to[0] - bend} ${toY} ${to[0]} ${toY}`;
  }
  const bend = (to[1] - bottom) * BEND;
  return `M${x} ${bottom}C${x} ${bottom + bend} ${toX} ${to[1] - bend} ${toX} ${to[1]}`;
}

export class Connections {
  readonly el = svg("svg", "mnistviz-connections");
  private readonly lines = svg("path");

  constructor(private readonly stage: Stage) {
    this.el.setAttribute("aria-hidden", "true"); // titles and the microscope say the same
    this.el.append(this.lines);
  }

  /** Shows what is connected with a map; null: nothing. A layer that is folded has no lines. */
  show(map: MapOf | null): void {
    const layers = [...this.stage.strips.values()].map(({ layer }) => layer);
    const all = map ? connectionsOf(map, layers) : [];
    const pairs = all.length > MOST ? [] : all;
    const maps = new Map(pairs.flat().map((one) => [keyOf(one), one]));
    const edges = new Map([...maps].map(([key, one]) => [key, this.locate(one)]));
    const lines = pairs.flatMap(([from, to]) => {
      const [start, end] = [edges.get(keyOf(from)), edges.get(keyOf(to))];
      return start && end ? [[start, end] as const] : [];
    });
    const curves = lines.map(([start, end]) => curve(start, end));
    const boxes = [...new Set(lines.flat())].map(
      ([left, top, right, bottom]) => `M${left} ${top}H${right}V${bottom}H${left}Z`,
    );
    this.lines.setAttribute("d", [...curves, ...boxes].join(""));
  }

  private locate({ layer, channel }: MapOf): Edges | null {
    const strip = this.stage.strip(layer);
    if (!strip) return null;
    const { rows, columns } = strip.sizes;
    const box = boxInWindow(strip, { channels: [channel], rows: [0, rows], columns: [0, columns] });
    if (!box) return null;
    const [x, y, width, height] = box;
    const window = strip.canvas.closest(".mnistviz-scroller")?.getBoundingClientRect();
    if (window && (y < window.top || y + height > window.bottom)) return null; // scrolled away
    const origin = this.el.getBoundingClientRect();
    const [left, top] = [x - origin.left, y - origin.top];
    return [left, top, left + width, top + height];
  }
}

function keyOf({ layer, channel }: MapOf): string {
  return `${layer} ${channel}`;
}
