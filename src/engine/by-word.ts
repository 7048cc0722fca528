/** Words that are remembered, */
const MOST = 50_000;
/** and the longest of them: what is longer is no word that anybody types twice. */
export const LONGEST = 40;

/**
 * A pure function of a word that remembers what it made: the same words come again and again.
 * @param make gets words that are strings of their own, as `writeOut` makes them (text.ts)
 */
export function byWord<T>(make: (word: string) => T): (word: string) => T {
  return remembering(make, word => word);
}

/** The same for pieces of a message. A piece, kept as it is, would keep the whole message: a copy is kept, and given to `make`. */
export function byPiece<T>(make: (piece: string) => T): (piece: string) => T {
  return remembering(make, piece => [...piece].join(''));
}

function remembering<T>(make: (word: string) => T, own: (word: string) => string): (word: string) => T {
  const made = new Map<string, T>();
  return word => {
    const known = made.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST) return make(word);
    const kept = own(word);
    const value = make(kept);
    if (made.size >= MOST) made.clear();
    made.set(kept, value);
    return value;
  };
}

/** A function of anything that remembers all that it made: for work that ends soon. */
export function remembered<K, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return key => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
