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

interface Sign {
  readonly words: readonly string[];
  readonly between: number;
  /** place of its kind among all kinds */
  readonly place: number;
}

/** Looks for phrases word by word, as typed: "want to die" must never be found in "wanted a dying language", so nothing is stemmed. */
export function createSigns(sources: readonly SignSource[]): Signs {
  const byFirst = new Map<string, Sign[]>();
  for (const [place, { phrases, between }] of sources.entries()) {
    for (const words of phrases) {
      const [first] = words;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ words, between, place });
      byFirst.set(first, list);
    }
  }
  return {
    find(words) {
      let best: number | undefined;
      for (let at = 0; at < words.length; at++) {
        for (const sign of byFirst.get(words[at]!) ?? []) {
          if ((best === undefined || sign.place < best) && follows(words, at, sign)) best = sign.place;
        }
      }
      return best === undefined ? undefined : sources[best]!.id;
    },
  };
}

function follows(words: readonly string[], start: number, sign: Sign): boolean {
  let at = start;
  for (let part = 1; part < sign.words.length; part++) {
    const furthest = at + 1 + sign.between;
    let next = at + 1;
    while (next <= furthest && words[next] !== sign.words[part]) next += 1;
    if (next > furthest) return false;
    at = next;
  }
  return true;
}
