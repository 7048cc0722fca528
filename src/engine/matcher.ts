import { byWord } from './by-word.ts';
import type { Calibration } from './calibrate.ts';
import { createComparer } from './compare.ts';
import { type ConfidenceOptions, createConfidence, fitConfidence, type Role } from './confidence.ts';
import { type FeatureOptions, type Features, features, namedFeatures } from './features.ts';
import { type Index, withoutSmall } from './rows.ts';
import { collectSpace, createSpace, type SpaceData, spaceSteps, type Vector } from './space.ts';
import { spellerSteps } from './spelling.ts';
import { atOnce, type Steps } from './steps.ts';
import { stem, tokenize } from './text.ts';
import { centroids, flatten, meanOf, type TrainingOptions, train } from './train.ts';
import {
  type CompiledVocabulary,
  compileVocabulary,
  createVocabulary,
  EMPTY_VOCABULARY,
  type Typed,
  type VocabularySource,
} from './vocabulary.ts';
import type { Word } from './word.ts';

export type { Role } from './confidence.ts';

/** What a text may belong to. */
export interface Label {
  readonly id: string;
  readonly role: Role;
  readonly lines: readonly string[];
}

export interface MatcherOptions {
  readonly features: FeatureOptions;
  /** weights of the views words, pairs, letters */
  readonly views: readonly [number, number, number];
  readonly training: TrainingOptions;
  /** trainings whose mean is taken; one in a very large knowledge base */
  readonly runs: number;
  readonly confidence: ConfidenceOptions;
  /** weight of a word put right by one edit and by two */
  readonly corrected: readonly [number, number];
}

/** Chosen on questions that are not in the knowledge; README.md in this folder has the measurements. */
export const OPTIONS: MatcherOptions = {
  features: { company: 0.6, concept: 2 },
  views: [1, 0.8, 0.8],
  training: {
    epochs: 12,
    touches: 4.2e8,
    dropout: 0.6,
    scale: 25,
    step: [0.1, 0.01],
    slope: 0.03,
    least: 0.03,
    seed: 1,
  },
  runs: 4,
  confidence: {
    coverage: 2,
    folds: 3,
    rounds: 2,
    epochs: 3,
    hiddenEntries: 4,
    hiddenWeight: { besideExamples: 0.1, alone: 0.6 },
  },
  corrected: [0.8, 0.56],
};

/** A text as the matcher reads it. */
export interface Reading {
  /** words after spelling and vocabulary */
  readonly words: readonly Word[];
  /** words that were put right: as typed → as read */
  readonly corrected: ReadonlyMap<string, string>;
}

/** A text that was read here and now. */
export interface ReadText extends Reading {
  /** its words as typed, small letters */
  readonly typed: readonly string[];
}

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

/** What learning yields: plain data that can be stored, and that restores the matcher without learning. */
export interface Trained {
  readonly vocabulary: CompiledVocabulary;
  /** words of the lines and how often each stands there: what spelling knows */
  readonly words: ReadonlyMap<string, number>;
  readonly space: SpaceData;
  readonly index: Index;
  readonly calibration: Calibration;
}

/** A word as the speller left it. */
interface Spelt {
  /** what it was put right to */
  readonly right: string | undefined;
  readonly typed: Typed;
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
  const plain = (text: string): Word[] => vocabulary.apply(tokenize(text).map(word => vocabulary.typed(word)));
  const roles = labels.map(label => label.role);
  const learnt = trained ?? { vocabulary: compiled, ...learn(labels, plain, options) };
  const { index, calibration } = learnt;
  yield;
  const space = yield* spaceSteps(learnt.space, options.views);
  const speller = yield* spellerSteps(withWords(learnt.words, vocabulary.words));
  const confidence = createConfidence(roles, calibration, options.training.scale, options.confidence.coverage);
  const compare = createComparer(index, space);
  const vector = (words: readonly Word[]): Vector => space.vector(features(words, options.features));
  const spelt = byWord((word): Spelt => {
    const right = speller.correct(word);
    return right
      ? { right: right.word, typed: vocabulary.typed(right.word, options.corrected[right.edits === 1 ? 0 : 1]) }
      : { right: undefined, typed: vocabulary.typed(word) };
  });
  const read: Matcher['read'] = text => {
    const corrected = new Map<string, string>();
    const typed = tokenize(text);
    const known = typed.map(word => {
      const { right, typed } = spelt(word);
      if (right !== undefined) corrected.set(word, right);
      return typed;
    });
    return { words: vocabulary.apply(known), corrected, typed };
  };
  const judge: Matcher['judge'] = (all, coverage) => ({
    best: leading(all, 1)[0] ?? 0,
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
      const { scores, coverage } = compare(features(words, options.features));
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
      const values = new Map([...point.ids].map((id, at) => [id, point.values[at]!]));
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
  for (let at = 0; at < scores.length; at++) {
    const last = found[most - 1];
    if ((last !== undefined && scores[at]! <= scores[last]!) || !fits(at)) continue;
    let place = Math.min(found.length, most - 1);
    while (place > 0 && scores[found[place - 1]!]! < scores[at]!) {
      found[place] = found[place - 1]!;
      place -= 1;
    }
    found[place] = at;
  }
  return found;
}

/** Who misspells a word means one that entries use: "salry" is salary, although "salty" stands among the out-of-scope lines. */
const IN_ENTRY = 20;

/** From so many lines on one training and one round of trials must do, each of them shorter: so that 100,000 lines load in seconds. */
const VERY_LARGE = 30_000;

function affordable(options: MatcherOptions, lines: number): MatcherOptions & { readonly trials: TrainingOptions } {
  const { training, confidence } = options;
  if (lines < VERY_LARGE) return { ...options, trials: training };
  return {
    ...options,
    runs: 1,
    training: { ...training, touches: training.touches / 2 },
    trials: { ...training, touches: training.touches / 4 },
    confidence: { ...confidence, rounds: Math.min(1, confidence.rounds) },
  };
}

function learn(
  labels: readonly Label[],
  plain: (text: string) => Word[],
  options: MatcherOptions,
): Omit<Trained, 'vocabulary'> {
  const roles = labels.map(label => label.role);
  const owners: number[] = [];
  const words = new Map<string, number>();
  const seen: Features[] = [];
  for (const [owner, { lines }] of labels.entries()) {
    for (const line of lines) {
      const tokens = tokenize(line);
      if (tokens.length === 0) continue;
      const times = roles[owner] === 'entry' ? IN_ENTRY : 1;
      for (const token of tokens) words.set(token, (words.get(token) ?? 0) + times);
      owners.push(owner);
      seen.push(features(plain(line), options.features));
    }
  }
  const { training, runs, trials, confidence } = affordable(options, seen.length);
  const data = collectSpace(seen, line => roles[owners[line]!] === 'entry');
  const space = createSpace(data, options.views);
  const vectors = seen.map(line => space.vector(line));
  const labelOf = Int32Array.from(owners);
  const flat = flatten(vectors, labelOf, [...vectors.keys()]);
  const start = centroids(flat, labels.length, space.size);
  const seeds = Array.from({ length: runs }, (_, run) => training.seed + run);
  const index = withoutSmall(meanOf(seeds.map(seed => train(start, flat, { ...training, seed }))));
  const calibration = fitConfidence(roles, vectors, labelOf, space, trials, confidence);
  return { words, space: data, index, calibration };
}

/** Cosine of two texts. */
function likeness(a: Vector, b: Vector): number {
  const values = new Map([...a.ids].map((id, at) => [id, a.values[at]!]));
  let sum = 0;
  for (let at = 0; at < b.ids.length; at++) sum += (values.get(b.ids[at]!) ?? 0) * b.values[at]!;
  return sum;
}

function withWords(counts: ReadonlyMap<string, number>, more: ReadonlySet<string>): Map<string, number> {
  const all = new Map(counts);
  for (const word of more) if (!all.has(word)) all.set(word, 1);
  return all;
}
