/**
 * A small seeded generator (mulberry32, Tommy Ettinger, public domain): the same seed gives the same numbers on every machine,
 * so that training the same knowledge twice gives the same replies.
 * @returns a function that yields 32 random bits, as a signed number
 */
export function seededBits(seed: number): () => number {
  // Signed, because V8 would make a new object on the heap for every number above 31 bits.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return mixed ^ (mixed >>> 14);
  };
}

/** @returns a function that yields numbers in [0, 1) */
export function seededRandom(seed: number): () => number {
  const bits = seededBits(seed);
  return () => (bits() >>> 0) / 4294967296;
}
