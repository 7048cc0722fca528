/** Phrases that make a kind of message certain. */
export interface SignSource {
  readonly id: string;
  readonly phrases: readonly (readonly string[])[];
  /** how many other words may stand between two words of a phrase */
  readonly between: number;
}

export interface Signs {
  /** id of the kind whose phrase stands in the words, nothing where none does; kinds given first win */
  find(words: readonly string[]): string | undefined;
}

/**
 * Looks for phrases word by word, as typed: "want to die" must never be found in "wanted a dying language", so nothing is stemmed.
 */
export function createSigns(sources: readonly SignSource[]): Signs {
  return {
    find: words => sources.find(source => source.phrases.some(phrase => stands(words, phrase, source.between)))?.id,
  };
}

function stands(words: readonly string[], phrase: readonly string[], between: number): boolean {
  for (let start = words.indexOf(phrase[0]!); start >= 0; start = words.indexOf(phrase[0]!, start + 1)) {
    if (follows(words, start, phrase, between)) return true;
  }
  return false;
}

function follows(words: readonly string[], start: number, phrase: readonly string[], between: number): boolean {
  let at = start;
  for (let part = 1; part < phrase.length; part++) {
    const next = words.slice(at + 1, at + 2 + between).indexOf(phrase[part]!);
    if (next < 0) return false;
    at += 1 + next;
  }
  return true;
}
