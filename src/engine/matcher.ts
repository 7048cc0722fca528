import { type Calibration, calibrate, probability, type Trial } from './calibrate.ts';
import { type FeatureOptions, features, type Word } from './features.ts';
import { createSpace, type Space, type Vector } from './space.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { stem, tokenize } from './text.ts';
import { centroids, type Index, scores, type TrainingOptions, train } from './train.ts';
import { createVocabulary, EMPTY_VOCABULARY, type Typed, type VocabularySource } from './vocabulary.ts';

/** Whether a label is an entry that can answer, or a kind of message that no entry answers. */
export type Role = 'entry' | 'smalltalk' | 'outside' | 'handoff';

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
  /** weight of a word put right by one edit and by two */
  readonly corrected: readonly [number, number];
  /** power of the coverage in the strength of a match */
  readonly coverage: number;
  /** folds that the calibration holds out */
  readonly folds: number;
  readonly foldEpochs: number;
  readonly negativeWeight: number;
}

export const DEFAULTS: MatcherOptions = {
  features: { skip: 0.5, concept: 1, runs: [4] },
  views: [1, 0.8, 0.8],
  training: { epochs: 4, dropout: 0.6, scale: 25, step: [0.1, 0.01], slope: 0.03, least: 1e-4, seed: 1 },
  corrected: [0.8, 0.56],
  coverage: 0.6,
  folds: 3,
  foldEpochs: 4,
  negativeWeight: 1,
};

/** How a text compares with every label. */
export interface Ranking {
  /** labels by score, best first: positions in the matcher's labels */
  readonly order: readonly number[];
  /** score of each label by position, about 0 to 1 */
  readonly scores: Float32Array;
  /** probability, 0 to 1, that the best entry is the right one */
  readonly confidence: number;
  /** share of the text that lies in known words, 0 to 1 */
  readonly coverage: number;
  readonly words: readonly Word[];
  /** words that were put right: as typed → as read */
  readonly corrected: ReadonlyMap<string, string>;
}

export interface Matcher {
  readonly labels: readonly Label[];
  /** Words of a text after spelling and vocabulary. */
  read(text: string): { words: Word[]; corrected: Map<string, string> };
  vector(words: readonly Word[]): Vector;
  /** Compares a text, or words that were read before, with every label. */
  rank(text: string | readonly Word[]): Ranking;
  /** Order, coverage and confidence of given scores. */
  judge(scores: Float32Array, coverage: number): Pick<Ranking, 'order' | 'scores' | 'confidence' | 'coverage'>;
  readonly calibration: Calibration;
  readonly space: Space;
  readonly index: Index;
}

export function createMatcher(
  labels: readonly Label[],
  vocabularySource: VocabularySource = EMPTY_VOCABULARY,
  options: MatcherOptions = DEFAULTS,
): Matcher {
  const vocabulary = createVocabulary(vocabularySource, tokenize, stem);
  const lines: { label: number; tokens: string[] }[] = [];
  for (const [label, { lines: own }] of labels.entries()) {
    for (const line of own) {
      const tokens = tokenize(line);
      if (tokens.length > 0) lines.push({ label, tokens });
    }
  }
  const speller = createSpeller(frequencies(lines, vocabulary.words));
  const asTyped = (text: string): Typed => ({ text, weight: 1 });
  const seen = lines.map(({ tokens }) => features(vocabulary.apply(tokens.map(asTyped)), options.features));
  const space = createSpace(seen, options.views);
  const vectors = seen.map(line => space.vector(line));
  const labelOf = Int32Array.from(lines, line => line.label);
  const index = train(centroids(vectors, labelOf, labels.length, space.size), vectors, labelOf, options.training);
  const calibration = fit(labels, vectors, labelOf, space, options);
  const read = (text: string): { words: Word[]; corrected: Map<string, string> } => {
    const corrected = new Map<string, string>();
    const typed = tokenize(text).map(word => spell(word, speller, corrected, options));
    return { words: vocabulary.apply(typed), corrected };
  };
  const vector = (words: readonly Word[]): Vector => space.vector(features(words, options.features));
  const judge: Matcher['judge'] = (all, coverage) => ({
    order: [...all.keys()].sort((a, b) => all[b]! - all[a]! || a - b),
    scores: all,
    confidence: probability(calibration, inputs(labels, all, coverage, options)),
    coverage,
  });
  return {
    labels,
    calibration,
    judge,
    space,
    index,
    read,
    vector,
    rank(text) {
      const { words, corrected } = typeof text === 'string' ? read(text) : { words: text, corrected: new Map<string, string>() };
      const point = vector(words);
      return { ...judge(scores(index, point), point.coverage), words, corrected };
    },
  };
}

/** A ranking whose scores are partly those of other texts (the questions inside a long message): `share` of them, 0 to 1. */
export function blend(matcher: Matcher, whole: Ranking, parts: readonly Ranking[], share: number): Ranking {
  const all = new Float32Array(whole.scores.length);
  let coverage = (1 - share) * whole.coverage;
  for (let at = 0; at < all.length; at++) all[at] = (1 - share) * whole.scores[at]!;
  for (const part of parts) {
    coverage += (share / parts.length) * part.coverage;
    for (let at = 0; at < all.length; at++) all[at]! += (share / parts.length) * part.scores[at]!;
  }
  return { ...whole, ...matcher.judge(all, coverage) };
}

function frequencies(lines: readonly { tokens: readonly string[] }[], more: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of lines) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const word of more) if (!counts.has(word)) counts.set(word, 1);
  return counts;
}

function spell(word: string, speller: Speller, corrected: Map<string, string>, options: MatcherOptions): Typed {
  const right = speller.correct(word);
  if (!right) return { text: word, weight: 1 };
  corrected.set(word, right.word);
  return { text: right.word, weight: options.corrected[right.edits === 1 ? 0 : 1] };
}

/** What the confidence is made of: strength of the best entry, and its lead over whatever else the text could be. */
export function inputs(labels: readonly Label[], all: Float32Array, coverage: number, options: MatcherOptions): number[] {
  let best = 0;
  let second = 0;
  let outside = 0;
  for (let at = 0; at < all.length; at++) {
    if (labels[at]!.role === 'entry') {
      if (all[at]! > best) {
        second = best;
        best = all[at]!;
      } else if (all[at]! > second) second = all[at]!;
    } else if (all[at]! > outside) outside = all[at]!;
  }
  const strength = coverage ** options.coverage;
  return [best * strength, (best - second) * strength, (best - outside) * strength];
}

function fit(
  labels: readonly Label[],
  vectors: readonly Vector[],
  labelOf: Int32Array,
  space: Space,
  options: MatcherOptions,
): Calibration {
  const trials: Trial[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const inside = (line: number): boolean => line % options.folds !== fold;
    const hidden = (line: number): boolean =>
      labels[labelOf[line]!]!.role === 'entry' && labelOf[line]! % 4 === fold % 4;
    const chosen = [...vectors.keys()].filter(line => inside(line) && !hidden(line));
    const start = centroids(vectors, labelOf, labels.length, space.size, chosen);
    const index = train(start, vectors, labelOf, { ...options.training, epochs: options.foldEpochs }, chosen);
    const known = new Uint8Array(space.size);
    for (const line of chosen) for (let at = 0; at < vectors[line]!.words; at++) known[vectors[line]!.ids[at]!] = 1;
    for (let line = 0; line < vectors.length; line++) {
      if (inside(line)) continue;
      const vector = vectors[line]!;
      const all = scores(index, vector);
      let mass = 0;
      for (let at = 0; at < vector.words; at++) if (known[vector.ids[at]!]) mass += Math.log(1 + space.lines / space.counts[vector.ids[at]!]!);
      const coverage = vector.mass > 0 ? mass / vector.mass : 0;
      let best = -1;
      for (let at = 0; at < all.length; at++) if (labels[at]!.role === 'entry' && (best < 0 || all[at]! > all[best]!)) best = at;
      trials.push({
        inputs: inputs(labels, all, coverage, options),
        right: best === labelOf[line],
        weight: hidden(line) ? options.negativeWeight : 1,
      });
    }
  }
  return calibrate(trials);
}
