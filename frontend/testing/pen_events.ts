import { begin, blankDrawing, type Drawing, extend, type Point, undo, withBrush } from "../ink/drawing";

/** What a pen does; the same as `Event` in `tests/agreement/pens.py`. */
export type PenEvent = ["begin", number, number] | ["extend", readonly Point[]] | ["undo"] | ["brush", number | null];

/** Returns the drawing after each event. */
export function replay(brush: number | null, events: readonly PenEvent[]): Drawing[] {
  let drawing = blankDrawing(brush);
  return events.map((event) => {
    drawing = after(drawing, event);
    return drawing;
  });
}

function after(drawing: Drawing, event: PenEvent): Drawing {
  if (event[0] === "begin") return begin(drawing, event[1], event[2]);
  if (event[0] === "extend") return extend(drawing, event[1]);
  return event[0] === "undo" ? undo(drawing) : withBrush(drawing, event[1]);
}
