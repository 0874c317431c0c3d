/** ReLUs and pools on the straight way to a digit (`straight_path.ts`): which of the sums below each output is made of. */

import { Relu } from "./functions";
import { MaxPool } from "./maxima";
import { Pass, type Step } from "./step";

/** A step whose outputs each are one value below times a slope. */
export type Gate = Step & Required<Pick<Step, "trace">>;

export function isGate(step: Step): step is Gate {
  return step.trace !== undefined;
}

/** Values along the way: start + growth * place. */
export class Line {
  constructor(
    readonly start: Float64Array,
    readonly growth: Float64Array,
  ) {}

  static zeros(size: number): Line {
    return new Line(new Float64Array(size), new Float64Array(size));
  }

  clear(): void {
    this.start.fill(0);
    this.growth.fill(0);
  }
}

/** Finds, for outputs of gates that follow one another, the sum that each is made of, and its slope. */
export class Choice {
  /** Of each output, in the order of `outputs`. */
  readonly sources: Int32Array;
  readonly slopes: Float64Array;
  private readonly values: Float32Array;

  /**
   * @param outputs the outputs that are looked at
   * @param inputs the sums that the gates read
   */
  private constructor(
    private readonly gates: readonly Gate[],
    readonly outputs: Int32Array,
    private readonly inputs: Int32Array,
  ) {
    this.sources = new Int32Array(outputs.length);
    this.slopes = new Float64Array(outputs.length);
    this.values = new Float32Array(inputs.length);
  }

  /** Returns that of all outputs. */
  static ofAll(gates: readonly Gate[], sums: number): Choice {
    const outputs = gates.reduce<Float32Array>((values, gate) => gate.forward(values), new Float32Array(sums));
    return new Choice(gates, range(outputs.length), range(sums));
  }

  /** Returns that of some outputs of convex gates. */
  of(outputs: Int32Array): Choice {
    const gates: Gate[] = [];
    let inputs = outputs;
    for (const gate of [...this.gates].reverse()) {
      if (gate instanceof MaxPool) {
        inputs = gate.read(inputs);
        gates.unshift(gate.alone(inputs));
      } else if (gate instanceof Relu) gates.unshift(new Relu(gate.name, gate.slope, inputs.length));
    }
    return new Choice(gates, outputs, inputs);
  }

  /**
   * Whether each output is the largest of some lines. Then one that is the same line at two places is so in between: no other one is
   * above it at either place, so none is in between.
   */
  get isConvex(): boolean {
    return this.gates.every(
      (gate) =>
        gate instanceof MaxPool || gate instanceof Pass || (gate instanceof Relu && gate.slope >= 0 && gate.slope <= 1),
    );
  }

  /** Looks at a place of the way. */
  lookAt({ start, growth }: Line, place: number): void {
    const { gates, inputs, sources, slopes, values } = this;
    for (let i = 0; i < values.length; i++) {
      const sum = inputs[i] as number;
      values[i] = (start[sum] as number) + (growth[sum] as number) * place;
    }
    const below = [values];
    for (const gate of gates) below.push(gate.forward(below.at(-1) as Float32Array));
    for (let i = 0; i < sources.length; i++) sources[i] = i;
    slopes.fill(1);
    for (let at = gates.length - 1; at >= 0; at--) gates[at]?.trace(below[at] as Float32Array, sources, slopes);
    for (let i = 0; i < sources.length; i++) sources[i] = inputs[sources[i] as number] as number;
  }
}

function range(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, at) => at);
}
