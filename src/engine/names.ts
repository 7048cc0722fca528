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
  let longest = 0;
  for (const { id, names } of named) {
    for (const name of names) {
      const key = name.join(' ');
      if (key !== '' && !ids.has(key)) ids.set(key, id);
      longest = Math.max(longest, name.length);
    }
  }
  return {
    exactly: words => ids.get(words.join(' ')),
    find(words) {
      const mentions: Mention[] = [];
      for (let from = 0; from < words.length; ) {
        let to = Math.min(words.length, from + longest);
        while (to > from && !ids.has(words.slice(from, to).join(' '))) to -= 1;
        if (to > from) mentions.push({ id: ids.get(words.slice(from, to).join(' '))!, from, to });
        from = Math.max(to, from + 1);
      }
      return mentions;
    },
  };
}
