import { createComparer } from './compare.ts';
import { createConfidence } from './confidence.ts';
import { features, namedFeatures } from './features.ts';
import { PAIRS, pair } from './keys.ts';
import { affordable, type Label, learn, type MatcherOptions, OPTIONS, type Trained } from './learn.ts';
import { createReading, type Reading, type ReadText } from './reading.ts';
import { spaceSteps, type Vector } from './space.ts';
import { spellerSteps } from './spelling.ts';
import { atOnce, type Steps } from './steps.ts';
import { stem, tokenize } from './text.ts';
import { compileVocabulary, createVocabulary, EMPTY_VOCABULARY, type VocabularySource } from './vocabulary.ts';
import type { Word } from './word.ts';

export type { Role } from './confidence.ts';
export { type Label, type MatcherOptions, OPTIONS, type Trained } from './learn.ts';
export type { Reading, ReadText } from './reading.ts';

/** How a text compares with every label. */
export interface Ranking extends Reading {
  /** position of the best label */
  readonly best: number;
  /** score of each label by position, about 0 to 1 */
  readonly scores: Float64Array;
  /** probability, 0 to 1, that the best entry is the right one */
  readonly confidence: number;
  /** share of the text that lies in words which entries use, 0 to 1 */
  readonly coverage: number;
}

export interface Matcher {
  readonly labels: readonly Label[];
  /** Words of a name as the matcher reads it: vocabulary, but no spelling, because names are right as they are. */
  plain(text: string): Word[];
  read(text: string): ReadText;
  /** Compares a text, or one that was read before, with every label. */
  rank(text: string | Reading): Ranking;
  /** Best label and confidence of given scores. */
  judge(scores: Float64Array, coverage: number): Pick<Ranking, 'best' | 'scores' | 'confidence' | 'coverage'>;
  /** Lines of a label that look most like the words, best first. Slow: for explanations only. */
  nearestLines(label: number, words: readonly Word[], most: number): string[];
  /** The words and pairs of words that speak most for a label, with their part of the score. Slow: for explanations only. */
  because(label: number, words: readonly Word[]): { feature: string; part: number }[];
  /** what was learnt: enough to restore the matcher without training */
  readonly trained: Trained;
}

/**
 * A matcher over the given labels.
 * @param trained what an earlier matcher of the same labels, vocabulary and options has learnt; learnt here when left out
 */
export function createMatcher(
  labels: readonly Label[],
  vocabularySource: VocabularySource = EMPTY_VOCABULARY,
  options: MatcherOptions = OPTIONS,
  trained?: Trained,
): Matcher {
  return atOnce(matcherSteps(labels, vocabularySource, options, trained));
}

/** The same, in steps: restoring takes some ten milliseconds, during which a running bot answers. Learning is one step. */
export function* matcherSteps(
  labels: readonly Label[],
  vocabularySource: VocabularySource = EMPTY_VOCABULARY,
  options: MatcherOptions = OPTIONS,
  trained?: Trained,
): Steps<Matcher> {
  const compiled = trained?.vocabulary ?? compileVocabulary(vocabularySource, tokenize, stem);
  const vocabulary = createVocabulary(compiled, stem);
  const known = (tokens: readonly string[]): Word[] => vocabulary.apply(tokens.map(word => vocabulary.typed(word)));
  const plain = (text: string): Word[] => known(tokenize(text));
  const roles = labels.map(label => label.role);
  const weighed = withStrength(options, compiled.strength);
  const learnt = trained ?? { vocabulary: compiled, ...learn(labels, known, weighed) };
  const { index, calibration } = learnt;
  yield;
  const ways = affordable(weighed, labels).features;
  const space = yield* spaceSteps(learnt.space, options.views);
  const speller = yield* spellerSteps(learnt.words, vocabulary.words);
  const confidence = createConfidence(roles, calibration, options.training.scale, options.confidence.coverage);
  const compare = createComparer(index, space);
  const vector = (words: readonly Word[]): Vector => space.vector(features(words, ways));
  const together = (first: number, second: number): boolean =>
    space.find(pair(PAIRS, first, second)) >= 0 || vocabulary.together(first, second);
  const read = createReading(speller, vocabulary, options.corrected, together);
  const judge: Matcher['judge'] = (all, coverage) => ({
    best: highest(all),
    scores: all,
    confidence: confidence.of(all, coverage),
    coverage,
  });
  return {
    labels,
    trained: learnt,
    plain,
    read,
    judge,
    rank(text) {
      const reading = typeof text === 'string' ? read(text) : text;
      const { words, corrected } = reading;
      const { scores, coverage } = compare(features(words, ways));
      return { ...judge(scores, coverage), words, corrected };
    },
    nearestLines(label, words, most) {
      const wanted = vector(words);
      const own = labels[label]!.lines.map(line => ({
        line,
        likeness: likeness(wanted, vector(plain(line))),
      }));
      return own
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, most)
        .map(({ line }) => line);
    },
    because(label, words) {
      const point = vector(words);
      const values = byId(point);
      const parts = namedFeatures(words).flatMap(({ name, key }) => {
        const id = space.find(key);
        const value = values.get(id);
        if (id < 0 || value === undefined) return [];
        for (let at = index.starts[id]!; at < index.starts[id + 1]!; at++) {
          if (index.label[at] === label) return [{ feature: name, part: value * index.weight[at]! }];
        }
        return [];
      });
      return parts.sort((a, b) => b.part - a.part).slice(0, 5);
    },
  };
}

/**
 * Positions of the highest scores, best first; the first of equals comes first. Faster than sorting for the few that are ever wanted.
 * @param fits which positions to look at, all by default
 */
export function leading(
  scores: Float64Array,
  most: number,
  fits: (position: number) => boolean = () => true,
): number[] {
  const found: number[] = [];
  /** score of the last of them, once there are enough */
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    if (scores[at]! <= least || !fits(at)) continue;
    let place = Math.min(found.length, most - 1);
    while (place > 0 && scores[found[place - 1]!]! < scores[at]!) {
      found[place] = found[place - 1]!;
      place -= 1;
    }
    found[place] = at;
    if (found.length === most) least = scores[found[most - 1]!]!;
  }
  return found;
}

/** Position of the highest score, the first of equals. */
function highest(scores: Float64Array): number {
  let best = 0;
  let highest = scores[0] ?? 0;
  for (let at = 1; at < scores.length; at++) {
    if (scores[at]! <= highest) continue;
    highest = scores[at]!;
    best = at;
  }
  return best;
}

/** The options with groups of like words that count so much. */
function withStrength(options: MatcherOptions, strength: number): MatcherOptions {
  const { features } = options;
  return { ...options, features: { ...features, concept: features.concept * strength } };
}

/** Values of a text's features, added up. */
function byId({ ids, values }: Vector): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [at, id] of ids.entries()) sums.set(id, (sums.get(id) ?? 0) + values[at]!);
  return sums;
}

/** Cosine of two texts. */
function likeness(a: Vector, b: Vector): number {
  const values = byId(a);
  let sum = 0;
  for (let at = 0; at < b.ids.length; at++) sum += (values.get(b.ids[at]!) ?? 0) * b.values[at]!;
  return sum;
}
