/** A phrase that makes a kind of message certain: its stems in order, with at most a few words between two of them. */
interface Sign {
  readonly id: string;
  readonly stems: readonly string[];
}

/** Words that may stand between two words of a sign ("kill all of them and myself" is not "kill myself"). */
const MOST_BETWEEN = 1;

export interface Signs {
  /** id of the first sign found in the stems of a text */
  find(stems: readonly string[]): string | undefined;
}

/** @param signs ids with their phrases as stems; earlier ids win */
export function createSigns(signs: readonly { readonly id: string; readonly phrases: readonly (readonly string[])[] }[]): Signs {
  const byFirst = new Map<string, Sign[]>();
  for (const { id, phrases } of signs) {
    for (const stems of phrases) {
      const first = stems[0];
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { id, stems }]);
    }
  }
  const order = new Map(signs.map(({ id }, at) => [id, at]));
  return {
    find(stems) {
      let found: string | undefined;
      for (let at = 0; at < stems.length; at++) {
        for (const sign of byFirst.get(stems[at]!) ?? []) {
          if (found !== undefined && order.get(found)! <= order.get(sign.id)!) continue;
          if (follows(stems, at, sign.stems)) found = sign.id;
        }
      }
      return found;
    },
  };
}

function follows(stems: readonly string[], start: number, sign: readonly string[]): boolean {
  let at = start;
  for (let part = 1; part < sign.length; part++) {
    let next = at + 1;
    while (next <= at + 1 + MOST_BETWEEN && stems[next] !== sign[part]) next += 1;
    if (next > at + 1 + MOST_BETWEEN) return false;
    at = next;
  }
  return true;
}
