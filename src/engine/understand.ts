import type { Word } from './features.ts';
import { leansBack, readings } from './follow-up.ts';
import { blend, type Matcher, type Ranking } from './matcher.ts';
import { segments } from './segments.ts';
import type { Signs } from './signs.ts';
import type { Slots } from './slots.ts';
import { stem, tokenize } from './text.ts';

/** Longer messages are cut here; the question is nearly always within. */
export const MOST_CHARACTERS = 4000;
/** Questions of one message that are answered. */
const MOST_QUESTIONS = 3;

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
}

export const THRESHOLDS: Thresholds = { answer: 0.5, choices: 0.2, part: 0.5, asks: 0.3 };

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
}

export interface Understander {
  understand(message: string, past?: Past): Understanding;
}

export function createUnderstander(matcher: Matcher, signs: Signs, slots: Slots, thresholds = THRESHOLDS): Understander {
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
    if (!past || past.words.length === 0 || !leansBack(alone.words)) return own;
    const top = matcher.labels[alone.order[0]!]!;
    if (top.role !== 'entry' && top.role !== 'outside') return own;
    let best = own;
    for (const reading of readings(alone.words, past.words, slots)) {
      const ranking = matcher.rank(reading.words);
      if (reading.how === 'swapped') return question(text, ranking, 'swapped');
      if (own.ranking.confidence < thresholds.answer && ranking.confidence > best.ranking.confidence) best = question(text, ranking, 'joined');
    }
    return best;
  };

  return {
    understand(message, past) {
      const text = message.slice(0, MOST_CHARACTERS);
      const exact = phrases.get(plain(text));
      if (exact !== undefined) return { kind: 'smalltalk', questions: [question(text, matcher.rank(text))], label: exact, rule: 'the whole message is a known phrase of small talk' };
      const sign = signs.find(tokenize(text).map(stem));
      if (sign !== undefined) return { kind: 'handoff', questions: [question(text, matcher.rank(text))], label: sign, rule: 'a sign of a hand-off stands in the message' };

      const parts = segments(text).map(segment => ({ ...segment, ranking: matcher.rank(segment.text) }));
      const talk = parts.filter(part => matcher.labels[part.ranking.order[0]!]?.role !== 'smalltalk' || part.ranking.confidence >= thresholds.choices);
      const kept = talk.length > 0 ? talk : parts;
      if (kept.every(part => part.ranking.words.length === 0)) return { kind: 'empty', questions: [], rule: 'no letters or digits' };

      const asking = kept.filter(part => part.asks);
      if (asking.length > 1) {
        const several: Question[] = [];
        let before = past;
        for (const part of asking) {
          const found = inContext(part.text, part.ranking, before);
          before = { words: found.words };
          if (found.ranking.confidence < thresholds.part) continue;
          if (several.some(other => other.entries[0]!.id === found.entries[0]!.id)) continue;
          several.push(found);
        }
        if (several.length > 1) return { kind: 'answer', questions: several.slice(0, MOST_QUESTIONS), rule: 'several questions, each of them sure' };
      }

      const whole = kept.length === 1 ? kept[0]!.ranking : matcher.rank(kept.map(part => part.text).join(' \n '));
      const mixed = kept.length > 1 && asking.length > 0 ? blend(matcher, whole, asking.map(part => part.ranking), thresholds.asks) : whole;
      const found = inContext(text, mixed, past);
      return decide(matcher, found, thresholds);
    },
  };
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[.!?,\s]+$/u, '').replace(/\s+/g, ' ');
}

/** Entries by score with their probabilities: the best has the calibrated one, the others fall off with their distance to it. */
function scored(matcher: Matcher, ranking: Ranking): Scored[] {
  const entries = ranking.order.filter(at => matcher.labels[at]!.role === 'entry').slice(0, 8);
  const best = ranking.scores[entries[0] ?? 0] ?? 0;
  return entries.map(at => ({
    id: matcher.labels[at]!.id,
    score: ranking.scores[at]!,
    confidence: ranking.confidence * Math.exp(10 * (ranking.scores[at]! - best)),
  }));
}

function decide(matcher: Matcher, question: Question, thresholds: Thresholds): Understanding {
  const { ranking } = question;
  const top = matcher.labels[ranking.order[0]!]!;
  const questions = [question];
  if (top.role === 'smalltalk' && ranking.confidence < thresholds.answer) return { kind: 'smalltalk', questions, label: top.id, rule: 'nearest to small talk' };
  if (top.role === 'handoff' && ranking.confidence < thresholds.answer) return { kind: 'handoff', questions, label: top.id, rule: 'nearest to the examples of a hand-off' };
  if (ranking.confidence >= thresholds.answer) return { kind: 'answer', questions, rule: `confidence at least ${thresholds.answer}` };
  if (ranking.confidence >= thresholds.choices) return { kind: 'choices', questions, rule: `confidence from ${thresholds.choices} to ${thresholds.answer}` };
  return { kind: 'unknown', questions, ...(top.role === 'outside' ? { label: top.id } : {}), rule: `confidence below ${thresholds.choices}` };
}
