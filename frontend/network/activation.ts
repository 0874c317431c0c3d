/** Activations: functions of one value, and softmax of all channels at one place. */

type Constants = Readonly<Record<string, number>>;

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;
/** Keras' defaults. */
const LEAKY_SLOPE = 0.2;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Functions without parameters. */
const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  selu: (x) => SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
  silu: (x) => x * sigmoid(x),
  sigmoid,
  hard_sigmoid: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  tanh: Math.tanh,
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  exponential: Math.exp,
  mish: (x) => x * Math.tanh(softplus(x)),
};

/**
 * Returns an activation that works on float64 sums in place; null for one that changes nothing.
 *
 * @param name Keras' name.
 * @param constants its parameters.
 * @param channels of the layer; the values of a channel lie one after the other.
 */
export function activationOf(
  name: string,
  constants: Constants,
  channels: number,
): ((sums: Float64Array) => void) | null {
  if (name === "linear") return null;
  if (name === "softmax") return (sums) => softmax(sums, channels);
  const apply = parametric(name, constants) ?? FUNCTIONS[name];
  if (!apply) throw new RangeError(name); // the notebook kernel sends only known ones
  return (sums) => {
    for (let i = 0; i < sums.length; i++) sums[i] = apply(sums[i] as number);
  };
}

function parametric(name: string, constants: Constants): ((x: number) => number) | null {
  const { alpha = 1, negative_slope: slope = LEAKY_SLOPE } = constants;
  if (name === "relu") return relu(constants);
  if (name === "leaky_relu") return (x) => (x > 0 ? x : slope * x);
  if (name === "elu") return (x) => (x > 0 ? x : alpha * Math.expm1(x));
  if (name === "gelu") return constants.approximate ? geluByTanh : (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2));
  return null;
}

function relu(constants: Constants): (x: number) => number {
  const { negative_slope: slope = 0, max_value: most = Number.POSITIVE_INFINITY, threshold = 0 } = constants;
  if (!slope && !threshold && most === Number.POSITIVE_INFINITY) return (x) => Math.max(x, 0);
  return (x) => (x > threshold ? Math.min(x, most) : slope * (x - threshold));
}

function geluByTanh(x: number): number {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
}

/** The error function as a series without cancellation (DLMF, 7.6.2). Beyond 6 it is 1 in float64. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Applies softmax over the channels of each place. */
function softmax(sums: Float64Array, channels: number): void {
  const places = sums.length / channels;
  for (let place = 0; place < places; place++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = place; i < sums.length; i += places) most = Math.max(most, sums[i] as number);
    let total = 0;
    for (let i = place; i < sums.length; i += places) total += sums[i] = Math.exp((sums[i] as number) - most);
    for (let i = place; i < sums.length; i += places) sums[i] = (sums[i] as number) / total;
  }
}
