import { byWord } from './by-word.ts';
import { hash, LETTERS, WORDS } from './keys.ts';
import { stem } from './text.ts';

/** One word of a question as the matcher sees it. Made by `wordOf` and `reweighed` alone, so that all have one shape, which V8 reads fastest. */
export interface Word {
  /** lower case, after spelling and vocabulary */
  readonly text: string;
  /** how much it counts: 1 as typed, less where it was put right, more where it was asked for on purpose */
  readonly weight: number;
  /** exact names (java, c#) are not cut into letters, so that they never look like their neighbours (javascript, css) */
  readonly exact: boolean;
  /** groups of like meaning that the word belongs to (salary, wage, pay) */
  readonly concepts: readonly string[];
  readonly cut: Cut;
}

/** What a word brings by itself, whatever stands beside it. */
export interface Cut {
  /** key of its stem */
  readonly stem: number;
  /** keys of its runs of letters; the same array for the same word */
  readonly letters: Int32Array;
}

/** Letters of a run (3 beside 4, or 5, were no better; README.md). */
const RUN = 4;

const cut = byWord((text): Cut => {
  const padded = `_${text}_`;
  const letters = new Int32Array(Math.max(0, padded.length - RUN + 1));
  for (let at = 0; at < letters.length; at++) letters[at] = hash(LETTERS, padded, at, at + RUN);
  return { stem: hash(WORDS, stem(text)), letters };
});

/** The same for an exact name. */
const cutExact = byWord(
  (text): Cut => ({ stem: hash(WORDS, stem(text)), letters: Int32Array.of(hash(LETTERS, `_${text}_`)) }),
);

const NO_CONCEPTS: readonly string[] = [];

export function wordOf(text: string, weight = 1, exact = false, concepts: readonly string[] = NO_CONCEPTS): Word {
  return { text, weight, exact, concepts, cut: exact ? cutExact(text) : cut(text) };
}

/** The word with another weight, and other groups where they are given. */
export function reweighed({ text, exact, concepts, cut }: Word, weight: number, groups = concepts): Word {
  return { text, weight, exact, concepts: groups, cut };
}
