/**
 * Random orders and numbers that Python and the page agree on: the counterpart of `mnistviz/network/random_order.py`, which explains
 * them. A seed is a whole number from 0 to 2^32 - 1.
 */

const STEP = 0x9e3779b9;
const PLACES = 2 ** 21; // so many numbers fit beside a key of 32 bits into a float64

/** Returns the numbers 0 to `count - 1` in random order. */
export function randomOrder(count: number, seed: number): Uint32Array {
  if (count > PLACES) throw new RangeError(String(count)); // no page gets such a network
  // Key and number in one: typed arrays sort such numbers by themselves, which takes a tenth of the time.
  const keyed = keysOf(count, seed)
    .map((key, i) => key * PLACES + i)
    .sort();
  return Uint32Array.from(keyed, (one) => one % PLACES);
}

/** Returns evenly spread random numbers, from 0 up to 1. */
export function randomNumbers(count: number, seed: number): Float64Array {
  return keysOf(count, seed).map((key) => key / 2 ** 32);
}

function keysOf(count: number, seed: number): Float64Array {
  const start = mixed(seed);
  return Float64Array.from({ length: count }, (_, i) => mixed(Math.imul(i, STEP) + start));
}

/** Mixes the lowest 32 bits of a whole number, so that each bit of the result depends on all. */
function mixed(number: number): number {
  let key = number >>> 0;
  key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}
