/** What a key stands for: the same text as a word and as a pair has two keys. */
export const WORDS = 0x811c9dc5;
export const PAIRS = 0x3c6ef372;
export const COMPANY = 0x1f83d9ab;
export const LETTERS = 0x5be0cd19;
export const CONCEPTS = 0x510e527f;

/** A key of 32 bits: FNV-1a over UTF-16 units. With a million features about 120 pairs share a key, which changes nothing that can be measured. */
export function hash(seed: number, text: string, from = 0, to = text.length): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

/** The key of two words, from their own keys and their order (the finaliser of MurmurHash3). */
export function pair(seed: number, first: number, second: number): number {
  let value = Math.imul(first ^ seed, 0x85ebca6b) + second;
  value = Math.imul(value ^ (value >>> 16), 0xc2b2ae35);
  return value ^ (value >>> 13);
}

/** The edges of a text, which stand beside its first and its last word. */
export const START = hash(WORDS, '^');
export const END = hash(WORDS, '$');
