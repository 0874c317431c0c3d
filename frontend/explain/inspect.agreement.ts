import { expect, test } from "vitest";
import type { Inspection } from "../explorer/sections/microscope/inspection";
import type { Placement } from "../ink/framing_steps";
import { expectedByPython } from "../testing/agreement";
import type { Forward, Layer, Network } from "./chain";
import { inspect } from "./inspect";

interface Case {
  readonly layers: readonly Layer[];
  readonly inspections: readonly {
    readonly tracing: boolean;
    readonly place: Placement;
    readonly header: Inspection;
  }[];
}

const { header, arrays } = expectedByPython<{ networks: readonly Case[] }>();

test("the microscope says of each unit what Python says", () => {
  let terms = 0;
  for (const [number, { layers, inspections }] of header.networks.entries()) {
    const own = arrays.of(`${number}`);
    const names = own.names;
    const network: Network = {
      layers,
      weightsOf: (name) =>
        names.includes(`kernel/${name}`)
          ? { kernel: own.float32(`kernel/${name}`), bias: own.float32(`bias/${name}`) }
          : null,
    };
    const forward: Forward = {
      digit: own.float32("digit").data,
      activations: new Map(layers.map(({ name }) => [name, own.float32(`activations/${name}`).data])),
    };
    for (const [unit, { tracing, place, header: expected }] of inspections.entries()) {
      const inspected = inspect(network, forward, expected.layer, expected.index, tracing, place);
      expect(JSON.parse(JSON.stringify(inspected.header))).toEqual(expected);
      if (names.includes(`terms/${unit}`)) expect(inspected.terms).toEqual(own.float32(`terms/${unit}`));
      else expect(inspected.terms).toBeNull();
      if (inspected.terms) terms += 1;
    }
  }
  expect(terms).toBeGreaterThan(500);
});
