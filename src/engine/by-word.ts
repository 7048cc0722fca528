/** Words that are remembered, and the longest of them: what is longer is no word that anybody types twice. */
const MOST = 50_000;
const LONGEST = 40;

/** A pure function of a word that remembers what it made: the same words come again and again. */
export function byWord<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return word => {
    const known = made.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST) return make(word);
    // A copy: a piece of a message, kept as it is, would keep the whole message.
    const own = [...word].join('');
    const value = make(own);
    if (made.size >= MOST) made.clear();
    made.set(own, value);
    return value;
  };
}
