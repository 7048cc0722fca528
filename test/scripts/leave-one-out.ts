import { createMatcher, type Label, leading, type MatcherOptions, OPTIONS } from '../../src/engine/matcher.ts';
import type { VocabularySource } from '../../src/engine/vocabulary.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

/** A line of the knowledge that was asked while it was left out of what is learnt. */
export interface Asked {
  readonly line: string;
  /** id of the entry that it stands under, and of the entry that came first */
  readonly own: string;
  readonly first: string;
}

export const FOLDS = 10;

/** The probability is of no use here, and fitting it takes a third of the time. */
const UNFITTED: MatcherOptions = { ...OPTIONS, confidence: { ...OPTIONS.confidence, rounds: 0 } };

/**
 * Learns the knowledge without a tenth of its lines and asks these, fold by fold.
 * @param folds which of the ten to run
 */
export function leaveOneOut(
  labels: readonly Label[],
  vocabulary: VocabularySource,
  folds: readonly number[],
  options: MatcherOptions = UNFITTED,
): Asked[] {
  let number = 0;
  const lines = labels.map(({ lines }) => lines.map(line => ({ line, fold: number++ % FOLDS })));
  return folds.flatMap(fold => {
    const rest = labels.map((label, at) => ({
      ...label,
      lines: lines[at]!.filter(each => each.fold !== fold).map(each => each.line),
    }));
    const matcher = createMatcher(rest, vocabulary, options);
    return labels.flatMap((label, at) => {
      if (label.role !== 'entry') return [];
      const out = lines[at]!.filter(each => each.fold === fold);
      return out.map(({ line }) => {
        const [first] = leading(matcher.rank(line).scores, 1, place => labels[place]!.role === 'entry');
        return { line, own: label.id, first: labels[first ?? 0]!.id };
      });
    });
  });
}

/** Those of the asked lines that are a question or an alternate. Utterances are told sideways and are harder: they teach, and are not held against an entry. */
export function questionsAmong(asked: readonly Asked[], { entries }: Knowledge): Asked[] {
  const lines = new Set(entries.flatMap(({ question, alternates }) => [question, ...alternates]));
  return asked.filter(({ line }) => lines.has(line));
}

/** Share of the lines that find their own entry first, 0 to 1. */
export function found(asked: readonly Asked[]): number {
  return asked.filter(({ own, first }) => own === first).length / asked.length;
}

/** Two entries that people cannot tell apart, with the lines of each that the other one took. */
export interface Confusion {
  readonly entries: readonly [string, string];
  readonly lines: readonly Asked[];
}

/** Pairs of entries by the number of lines that one took from the other, most first. */
export function confusions(asked: readonly Asked[]): Confusion[] {
  const pairs = new Map<string, { entries: [string, string]; lines: Asked[] }>();
  for (const each of asked) {
    if (each.own === each.first) continue;
    const entries = [each.own, each.first].sort() as [string, string];
    const pair = pairs.get(entries.join(' ')) ?? { entries, lines: [] };
    pairs.set(entries.join(' '), pair);
    pair.lines.push(each);
  }
  return [...pairs.values()].sort((a, b) => b.lines.length - a.lines.length);
}
