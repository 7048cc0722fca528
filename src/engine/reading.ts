import { byPiece } from './by-word.ts';
import { END, START } from './keys.ts';
import { BESIDE, type Correction, type Speller } from './spelling.ts';
import { pieces, writeOut } from './text.ts';
import { stemOf, type Typed, type Vocabulary } from './vocabulary.ts';
import type { Word } from './word.ts';

/** A text as the matcher reads it. */
export interface Reading {
  /** words after spelling and vocabulary */
  readonly words: readonly Word[];
  /** words that were put right */
  readonly corrected: readonly PutRight[];
}

/** A word as it was typed, and what it was read as. */
export interface PutRight {
  readonly typed: string;
  readonly read: string;
}

/** A text that was read here and now. */
export interface ReadText extends Reading {
  /** its words as typed, small letters */
  readonly typed: readonly string[];
}

/** A word as the speller left it. */
interface Spelt {
  readonly text: string;
  readonly typed: Typed;
  readonly putRight: PutRight | undefined;
  readonly cost: number;
  /** what else it may be, about as likely */
  readonly others: readonly Spelt[];
}

const NONE: readonly Spelt[] = [];

/**
 * Cuts a text into words, puts right those that nobody knows, and applies the vocabulary.
 * @param weights of a word put right surely, and by a guess
 * @param together whether two words are known to stand side by side, given the keys of their stems, or of the edges of a line
 */
export function createReading(
  speller: Speller,
  vocabulary: Vocabulary,
  weights: readonly [sure: number, guess: number],
  together: (first: number, second: number) => boolean,
): (text: string) => ReadText {
  const corrected = (text: string, { word, sure, cost }: Correction, others = NONE): Spelt => ({
    text,
    typed: vocabulary.typed(word, weights[sure ? 0 : 1]),
    putRight: word === text ? undefined : { typed: text, read: word },
    cost,
    others,
  });
  const spelt = (text: string): Spelt => {
    const [best, ...rest] = speller.correct(text);
    if (!best) return { text, typed: vocabulary.typed(text), putRight: undefined, cost: 0, others: NONE };
    return corrected(text, best, rest.length > 0 ? rest.map(other => corrected(text, other)) : NONE);
  };
  const wordsOf = byPiece((piece): readonly Spelt[] => writeOut(piece).map(spelt));
  /** The likeliest reading of a word between its neighbours. */
  const chosen = (all: readonly Spelt[], at: number): Spelt => {
    const before = at > 0 ? stemOf(all[at - 1]!.typed) : START;
    const after = at + 1 < all.length ? stemOf(all[at + 1]!.typed) : END;
    let best = all[at]!;
    let least = Number.POSITIVE_INFINITY;
    for (const each of [best, ...best.others]) {
      const own = stemOf(each.typed);
      const neighbours = (together(before, own) ? 1 : 0) + (together(own, after) ? 1 : 0);
      const cost = each.cost - BESIDE * neighbours;
      if (cost < least) {
        least = cost;
        best = each;
      }
    }
    return best;
  };
  return text => {
    const all: Spelt[] = [];
    for (const piece of pieces(text)) for (const word of wordsOf(piece)) all.push(word);
    const typed: string[] = [];
    const known: Typed[] = [];
    const putRight: PutRight[] = [];
    for (let at = 0; at < all.length; at++) {
      if (all[at]!.others.length > 0) all[at] = chosen(all, at);
      const word = all[at]!;
      typed.push(word.text);
      known.push(word.typed);
      if (word.putRight) putRight.push(word.putRight);
    }
    return { words: vocabulary.apply(known), corrected: putRight, typed };
  };
}
