const LANES = 8;
const BLOCK = 128;

/**
 * Adds up numbers in pairs, in the same order as NumPy. Where terms cancel, another order would give other digits.
 *
 * @see Higham 1993, "The accuracy of floating point summation".
 */
export function sumOf(values: Float64Array): number {
  const { length } = values;
  if (length < LANES) return values.reduce((sum, value) => sum + value, 0);
  if (length > BLOCK) {
    const half = (length >> 1) - ((length >> 1) % LANES);
    return sumOf(values.subarray(0, half)) + sumOf(values.subarray(half));
  }
  const rest = length % LANES;
  const lanes = values.slice(0, LANES);
  for (let i = LANES; i < length - rest; i++) lanes[i % LANES] = (lanes[i % LANES] ?? 0) + (values[i] ?? 0);
  const [a, b, c, d, e, f, g, h] = lanes as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return values.subarray(length - rest).reduce((sum, value) => sum + value, a + b + (c + d) + (e + f + (g + h)));
}
