import { LRUCache } from 'lru-cache';

/** Texts of the knowledge that are kept as a platform shows them: more than its entries have. */
const MOST_KEPT = 500;

/** A pure function of a text that remembers what it made: most replies hold the same few hundred texts. */
export function remembered<T extends object>(make: (text: string) => T): (text: string) => T {
  const kept = new LRUCache<string, T>({ max: MOST_KEPT });
  return text => {
    const made = kept.get(text) ?? make(text);
    kept.set(text, made);
    return made;
  };
}
