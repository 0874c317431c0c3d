/** A random order that Python and the page agree on: the counterpart of `mnistviz/network/random_order.py`, which explains it. */

const STEP = 0x9e3779b9;
const PLACES = 2 ** 21; // so many numbers fit beside a key of 32 bits into a float64

/** Returns the numbers 0 to `count - 1` in random order. The seed is a whole number from 0 to 2^32 - 1. */
export function randomOrder(count: number, seed: number): Uint32Array {
  if (count > PLACES) throw new RangeError(String(count)); // no page gets such a network
  const start = mixed(seed);
  // Key and number in one: typed arrays sort such numbers by themselves, which takes a tenth of the time.
  const keyed = Float64Array.from({ length: count }, (_, i) => mixed(Math.imul(i, STEP) + start) * PLACES + i).sort();
  return Uint32Array.from(keyed, (one) => one % PLACES);
}

/** Mixes the lowest 32 bits of a whole number, so that each bit of the result depends on all. */
function mixed(number: number): number {
  let key = number >>> 0;
  key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}
