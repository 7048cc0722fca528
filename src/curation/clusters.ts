import { stem, tokenize } from '../engine/text.ts';

/** Words that nearly every question holds; they say nothing of what it is about. */
const COMMON = new Set(
  `a about after all also am an and any anybody anyone are as ask at be because been being best but by can could did do does
  doing for from get getting give go going good guys had has have having he help her hey hi him his how i if in into is it
  its just know let like make many may me might more most much must my need no not now of on one only or other our out
  people please pls really s she should so some somebody someone something still such t tell than thank thanks that the
  their them then there these they thing things think this those to too u up us use want wants was way we well were what
  when where which while who why will with without would yes you your number person address`.split(/\s+/),
);

/** Questions whose words agree at least so far are put together; 0 to 1. Chosen by looking at real lists of misses. */
const ALIKE = 0.5;

/** Stems of the words that a question is about; all of its words where it holds no other. */
export function telling(text: string): string[] {
  const words = tokenize(text);
  const chosen = words.filter(word => !COMMON.has(word));
  return [...new Set((chosen.length > 0 ? chosen : words).map(stem))];
}

/**
 * Puts texts that are about the same together: each joins the first group whose leading text shares enough of its words, rare words counting more.
 * The same list gives the same groups; the order of the list decides who leads.
 * @param texts most important first
 * @returns positions in the list, group by group, leader first
 */
export function clusters(texts: readonly string[]): number[][] {
  const words = texts.map(telling);
  const seen = new Map<string, number>();
  for (const list of words) for (const word of list) seen.set(word, (seen.get(word) ?? 0) + 1);
  const weigh = (word: string): number => Math.log(1 + texts.length / seen.get(word)!);
  const weights = words.map(list => list.reduce((sum, word) => sum + weigh(word), 0));
  const groups: number[][] = [];
  /** word → groups whose leader holds it */
  const leading = new Map<string, number[]>();
  for (const [at, list] of words.entries()) {
    const shared = new Map<number, number>();
    for (const word of list)
      for (const group of leading.get(word) ?? []) shared.set(group, (shared.get(group) ?? 0) + weigh(word));
    let best = -1;
    let most = ALIKE;
    for (const [group, sum] of shared) {
      const alike = sum / (weights[at]! + weights[groups[group]![0]!]! - sum);
      if (alike > most || (alike === most && (best < 0 || group < best))) {
        best = group;
        most = alike;
      }
    }
    if (best >= 0) {
      groups[best]!.push(at);
      continue;
    }
    for (const word of list) {
      const holders = leading.get(word);
      if (holders) holders.push(groups.length);
      else leading.set(word, [groups.length]);
    }
    groups.push([at]);
  }
  return groups;
}
