import type { Word } from './features.ts';
import { joined, leaning, swapped } from './follow-up.ts';
import { blend, leading, type Matcher, type Ranking } from './matcher.ts';
import { type Segment, segments } from './segments.ts';
import type { Signs } from './signs.ts';
import type { Slots } from './slots.ts';
import { tokenize } from './text.ts';

/** Parts of a message that are read one by one; the message as a whole is read in any case. */
const MOST_PARTS = 5;
/** Entries that a question is compared with. */
const MOST_ENTRIES = 8;
/** Longer messages are cut here; the question is nearly always within. */
export const MOST_CHARACTERS = 4000;
/** Questions of one message that are answered. */
const MOST_QUESTIONS = 3;
/** A message with more parts than this is a story. */
const MOST_CLAUSES = 8;
/** A part of fewer words says too little. */
const LEAST_WORDS = 2;
/** Best entries of the whole message among which the parts' entries must stand. */
const AGREED = 4;

/** Limits on the probability that the best entry is right. */
export interface Thresholds {
  /** from here on the bot answers */
  readonly answer: number;
  /** from here on it asks back */
  readonly choices: number;
  /** each part of a message with several questions needs this much */
  readonly part: number;
  /** share of the questions' own score in that of the whole message */
  readonly asks: number;
  readonly statement: number;
}

export const THRESHOLDS: Thresholds = { answer: 0.5, choices: 0.2, part: 0.3, statement: 0.7, asks: 0.3 };

export interface Scored {
  /** entry id */
  readonly id: string;
  readonly score: number;
  readonly confidence: number;
}

/** What a message is taken to be. */
export interface Understanding {
  readonly kind: 'answer' | 'choices' | 'unknown' | 'smalltalk' | 'handoff' | 'empty';
  /** questions found, each with its best entries; one, or up to three where each is sure */
  readonly questions: readonly Question[];
  /** id of the small talk, the hand-off, or the kind of message outside the knowledge */
  readonly label?: string;
  /** the rule that decided */
  readonly rule: string;
}

export interface Question {
  readonly text: string;
  readonly words: readonly Word[];
  readonly entries: readonly Scored[];
  readonly ranking: Ranking;
  /** how a follow-up was completed from the turn before */
  readonly completed?: 'swapped' | 'joined';
}

export interface Past {
  /** the question of the turn before, as words, with what it took from earlier turns filled in */
  readonly words: readonly Word[];
  /** entries that answered it */
  readonly topics: readonly string[];
}

/** A sentence, or one of the questions that a sentence joins. */
interface Part extends Segment {
  readonly ranking: Ranking;
}

export interface Understander {
  understand(message: string, past?: Past): Understanding;
}

export function createUnderstander(
  matcher: Matcher,
  signs: Signs,
  slots: Slots,
  thresholds = THRESHOLDS,
): Understander {
  const phrases = new Map<string, string>();
  for (const label of matcher.labels) {
    if (label.role === 'smalltalk') for (const line of label.lines) phrases.set(plain(line), label.id);
  }
  const question = (text: string, ranking: Ranking, completed?: Question['completed']): Question => ({
    text,
    words: ranking.words,
    entries: scored(matcher, ranking),
    ranking,
    ...(completed ? { completed } : {}),
  });

  /** One question in the light of the turn before it. */
  const inContext = (text: string, alone: Ranking, past: Past | undefined): Question => {
    const own = question(text, alone);
    if (!past || past.words.length === 0) return own;
    const leans = leaning(alone.words);
    if (leans === 'none') return own;
    const detail = swapped(alone.words, past.words, slots);
    if (detail) return question(text, favour(matcher, matcher.rank(detail.words), past.topics), 'swapped');
    const top = matcher.labels[alone.best]!.role;
    if (
      top === 'handoff' ||
      (top === 'smalltalk' && leans === 'short') ||
      (top === 'outside' && alone.confidence < thresholds.choices)
    )
      return own;
    const both = matcher.rank(joined(alone.words, past.words).words);
    const better = top === 'smalltalk' || both.confidence > alone.confidence;
    const needed = alone.confidence < thresholds.answer || leans === 'pointing';
    return better && needed ? question(text, both, 'joined') : own;
  };

  /**
   * The questions of a message that asks several: parts that are sure by themselves, each about another entry.
   * The message as a whole must agree: its best entry is among theirs, and theirs are among its best.
   */
  const split = (parts: readonly Part[], whole: Ranking, past: Past | undefined): Question[] => {
    if (parts.length < 2 || parts.length > MOST_CLAUSES) return [];
    const best = scored(matcher, whole).map(entry => entry.id);
    const found: Question[] = [];
    let before = past;
    for (const part of parts) {
      const own = inContext(part.text, part.ranking, before);
      before = { words: own.words, topics: [own.entries[0]!.id] };
      if (
        own.ranking.confidence < (part.asks ? thresholds.part : thresholds.statement) ||
        own.words.length < LEAST_WORDS
      )
        continue;
      if (!best.slice(0, AGREED).includes(own.entries[0]!.id)) continue;
      if (!found.some(other => other.entries[0]!.id === own.entries[0]!.id)) found.push(own);
    }
    const first = found.find(each => each.entries[0]!.id === best[0]);
    return first ? [first, ...found.filter(each => each !== first)].slice(0, MOST_QUESTIONS) : [];
  };

  return {
    understand(message, past) {
      const text = message.slice(0, MOST_CHARACTERS);
      const exact = phrases.get(plain(text));
      if (exact !== undefined)
        return {
          kind: 'smalltalk',
          questions: [question(text, matcher.rank(text))],
          label: exact,
          rule: 'the whole message is a known phrase of small talk',
        };
      const sign = signs.find(tokenize(text));
      if (sign !== undefined)
        return {
          kind: 'handoff',
          questions: [question(text, matcher.rank(text))],
          label: sign,
          rule: 'a sign of a hand-off stands in the message',
        };

      const parts = worthReading(segments(text)).map(segment => ({ ...segment, ranking: matcher.rank(segment.text) }));
      const talk = parts.filter(
        part =>
          matcher.labels[part.ranking.best]?.role !== 'smalltalk' || part.ranking.confidence >= thresholds.choices,
      );
      const kept = talk.length > 0 ? talk : parts;
      if (kept.every(part => part.ranking.words.length === 0))
        return { kind: 'empty', questions: [], rule: 'no letters or digits' };

      const asking = kept.filter(part => part.asks);
      const whole =
        parts.length === 1
          ? kept[0]!.ranking
          : matcher.rank(kept.length === parts.length ? text : kept.map(part => part.text).join(' \n '));
      const mixed =
        kept.length > 1 && asking.length > 0
          ? blend(
              matcher,
              whole,
              asking.map(part => part.ranking),
              thresholds.asks,
            )
          : whole;
      const several = split(kept, mixed, past);
      if (several.length > 1)
        return { kind: 'answer', questions: several, rule: 'several questions, each of them sure' };
      const found = inContext(text, mixed, past);
      return decide(matcher, found, thresholds);
    },
  };
}

/** Of a long message the parts that ask, then the others, up to a number; in the order of the message. */
function worthReading(parts: readonly Segment[]): Segment[] {
  if (parts.length <= MOST_PARTS) return [...parts];
  const chosen = new Set(
    [...parts.filter(part => part.asks), ...parts.filter(part => !part.asks)].slice(0, MOST_PARTS),
  );
  return parts.filter(part => chosen.has(part));
}

/** A swapped detail mostly keeps the topic: the entries that answered before get a head start. */
const HEAD_START = 0.04;

function favour(matcher: Matcher, ranking: Ranking, topics: readonly string[]): Ranking {
  const scores = ranking.scores.slice();
  for (const [at, label] of matcher.labels.entries())
    if (label.role === 'entry' && topics.includes(label.id)) scores[at]! += HEAD_START;
  return { ...ranking, ...matcher.judge(scores, ranking.coverage) };
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.!?,\s]+$/u, '')
    .replace(/\s+/g, ' ');
}

/** Entries by score with their probabilities: the best has the calibrated one, the others fall off with their distance to it. */
function scored(matcher: Matcher, ranking: Ranking): Scored[] {
  const entries = leading(ranking.scores, MOST_ENTRIES, at => matcher.labels[at]!.role === 'entry');
  const best = ranking.scores[entries[0] ?? 0] ?? 0;
  return entries.map(at => ({
    id: matcher.labels[at]!.id,
    score: ranking.scores[at]!,
    confidence: ranking.confidence * Math.exp(10 * (ranking.scores[at]! - best)),
  }));
}

function decide(matcher: Matcher, question: Question, thresholds: Thresholds): Understanding {
  const { ranking } = question;
  const top = matcher.labels[ranking.best]!;
  const questions = [question];
  if (top.role === 'smalltalk' && ranking.confidence < thresholds.answer)
    return { kind: 'smalltalk', questions, label: top.id, rule: 'nearest to small talk' };
  if (top.role === 'handoff' && ranking.confidence < thresholds.answer)
    return { kind: 'handoff', questions, label: top.id, rule: 'nearest to the examples of a hand-off' };
  if (ranking.confidence >= thresholds.answer)
    return { kind: 'answer', questions, rule: `confidence at least ${thresholds.answer}` };
  if (ranking.confidence >= thresholds.choices)
    return { kind: 'choices', questions, rule: `confidence from ${thresholds.choices} to ${thresholds.answer}` };
  return {
    kind: 'unknown',
    questions,
    ...(top.role === 'outside' ? { label: top.id } : {}),
    rule: `confidence below ${thresholds.choices}`,
  };
}
