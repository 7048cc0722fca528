/** A name found in a text. */
export interface Mention {
  readonly id: string;
  /** position of its first word and of the word after its last */
  readonly from: number;
  readonly to: number;
}

export interface Names {
  /** Every name in the words, longest first where two overlap, in the order of the text. Whole words only: java is never javascript. */
  find(words: readonly string[]): Mention[];
  /** The id whose name is exactly these words. */
  exactly(words: readonly string[]): string | undefined;
}

/**
 * An exact index of names of one or more words.
 * @param named ids with all their names, split into words in the same way as the texts will be; an earlier owner of a name keeps it
 */
export function createNames(
  named: readonly { readonly id: string; readonly names: readonly (readonly string[])[] }[],
): Names {
  const ids = new Map<string, string>();
  const byFirst = new Map<string, { id: string; words: readonly string[] }[]>();
  for (const { id, names } of named) {
    for (const words of names) {
      const [first] = words;
      const key = words.join(' ');
      if (first === undefined || ids.has(key)) continue;
      ids.set(key, id);
      const list = byFirst.get(first) ?? [];
      list.push({ id, words });
      byFirst.set(first, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    exactly: words => ids.get(words.join(' ')),
    find(words) {
      const mentions: Mention[] = [];
      for (let from = 0; from < words.length; ) {
        const found = byFirst
          .get(words[from]!)
          ?.find(name => name.words.every((word, at) => words[from + at] === word));
        if (found) mentions.push({ id: found.id, from, to: from + found.words.length });
        from += found?.words.length ?? 1;
      }
      return mentions;
    },
  };
}
