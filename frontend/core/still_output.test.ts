import { expect, test } from "vitest";
import type { Model, Traits } from "./model";
import { replaceStill } from "./still_output";

const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

function still(name: string, png: string) {
  return { data: { [WIDGET_VIEW]: { model_id: "", still: name }, "image/png": png } };
}

/** A model in a notebook with these outputs, cell by cell; a cell without outputs is text. */
function inNotebook(...cells: ({ data: Record<string, unknown> }[] | null)[]): Model<Traits> {
  const listed = cells.map((outputs) =>
    outputs
      ? {
          outputs: {
            length: outputs.length,
            get: (index: number) => outputs[index],
            set: (index: number, value: { data: Record<string, unknown> }) => outputs.splice(index, 1, value),
          },
        }
      : {},
  );
  return { widget_manager: { context: { model: { cells: new Set(listed) } } } } as unknown as Model<Traits>;
}

test("the output of the name is replaced, and no other", () => {
  const outputs = [{ data: { "text/plain": "7" } }, still("a", "old"), still("b", "old")];
  const model = inNotebook(null, [], outputs);
  const { data } = still("b", "new");
  replaceStill(model, { name: "b", data });
  expect(outputs).toEqual([
    { data: { "text/plain": "7" } },
    still("a", "old"),
    { output_type: "display_data", data, metadata: {} },
  ]);
});

test("an output that is right already stays", () => {
  const outputs = [still("a", "same")];
  const [before] = outputs;
  replaceStill(inNotebook(outputs), { name: "a", ...still("a", "same") });
  expect(outputs[0]).toBe(before);
});

test.each([undefined, {}, { context: {} }, { context: { model: {} } }])(
  "a host without a notebook is left alone",
  (host) => {
    const model = { widget_manager: host } as unknown as Model<Traits>;
    expect(() => replaceStill(model, { name: "a", data: {} })).not.toThrow();
  },
);
