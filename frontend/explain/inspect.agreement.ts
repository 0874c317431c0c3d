import { expect, test } from "vitest";
import type { Placement } from "../ink/framing_steps";
import type { ChainLayer } from "../network/chain";
import { forwardOf } from "../network/forward";
import { expectedByPython } from "../testing/agreement";
import type { Explainable } from "./explanation";
import { inspect } from "./inspect";
import type { Inspection } from "./inspection";

interface Case {
  readonly layers: readonly ChainLayer[];
  readonly inspections: readonly {
    readonly tracing: boolean;
    readonly place: Placement;
    readonly header: Inspection;
  }[];
}

const { header, arrays } = expectedByPython<{ networks: readonly Case[] }>(import.meta.url);

test.each([...header.networks.entries()])(
  "the microscope says what Python says of network %i",
  (number, { layers, inspections }) => {
    const own = arrays.of(`${number}`);
    const names = own.names;
    const network: Explainable = {
      layers,
      weightsOf: (name) =>
        names.includes(`kernel/${name}`)
          ? { kernel: own.float32(`kernel/${name}`), bias: own.float32(`bias/${name}`) }
          : null,
      scaleOf: (name) =>
        names.includes(`factor/${name}`)
          ? { factor: own.float32(`factor/${name}`).data, offset: own.float32(`offset/${name}`).data }
          : null,
    };
    const activations = layers.map(({ name }) => [name, own.float32(`activations/${name}`).data] as const);
    const forward = forwardOf(own.float32("digit").data, new Map(activations));
    for (const [unit, { tracing, place, header: expected }] of inspections.entries()) {
      const inspected = inspect(network, forward, expected.layer, expected.index, tracing, place);
      expect(JSON.parse(JSON.stringify(inspected.header))).toEqual(expected);
      if (names.includes(`terms/${unit}`)) expect(inspected.terms).toEqual(own.float32(`terms/${unit}`));
      else expect(inspected.terms).toBeNull();
    }
  },
);
