import type { Matcher, Ranking } from './matcher.ts';
import {
  bestEntries,
  inContext,
  lead,
  type Part,
  type Past,
  type Question,
  type Reader,
  type Thresholds,
} from './question.ts';
import { hidesWords, type Segment, segments } from './segments.ts';
import { severalQuestions } from './several.ts';
import type { Signs } from './signs.ts';
import type { Slots } from './slots.ts';
import { STORY, storyRanking } from './story.ts';
import { tokenize } from './text.ts';

/** Longer messages are cut here; the question is nearly always within. */
export const MOST_CHARACTERS = 4000;
/** Parts of a message that may each ask something of their own, and those that a story is read by; the message as a whole is compared in any case. */
const MOST_PARTS = { asking: 3, ofStory: 2 };

/** Chosen on questions that are not in the knowledge; README.md in this folder has the measurements. */
export const THRESHOLDS: Thresholds = {
  answer: 0.75,
  choices: 0.12,
  part: 0.3,
  statement: 0.8,
  story: 0.04,
  lead: 0.13,
};

/** A message that is so many times longer than the longest known phrase is none of them, whatever spaces and signs are in it. */
const SPACES = 2;

/** What a message is taken to be. */
export interface Understanding {
  readonly kind: 'answer' | 'choices' | 'unknown' | 'smalltalk' | 'handoff' | 'empty';
  /** questions found: one, or up to three where each is sure; none in a message without words */
  readonly questions: readonly Question[];
  /** id of the small talk, the hand-off, or the kind of message outside the knowledge */
  readonly label?: string;
  /** the rule that decided, for people */
  readonly rule: string;
}

export interface Understander {
  /** @param past what the message may refer to; a message that stands on its own is not dragged by it */
  understand(message: string, past?: Past): Understanding;
}

export function createUnderstander(
  matcher: Matcher,
  signs: Signs,
  slots: Slots,
  thresholds: Thresholds = THRESHOLDS,
): Understander {
  const reader: Reader = { matcher, slots, thresholds };
  const phrases = new Map<string, string>();
  for (const label of matcher.labels) {
    if (label.role === 'smalltalk') for (const line of label.lines) phrases.set(plain(line), label.id);
  }
  const longest = SPACES * Math.max(0, ...[...phrases.keys()].map(phrase => phrase.length));
  // Made when it is first needed: ten thousand lines take some milliseconds, and a large knowledge is mostly sure without them.
  let entryLines: ReadonlyMap<string, number | undefined> | undefined;
  const known = (text: string): number | undefined => {
    entryLines ??= linesOf(matcher);
    return entryLines.get(plain(text));
  };
  const alone = (text: string): Question[] => [{ text, ranking: matcher.rank(text) }];

  return {
    understand(message, past) {
      const text = message.slice(0, MOST_CHARACTERS);
      const phrase = text.length > longest ? undefined : phrases.get(plain(text));
      if (phrase !== undefined)
        return {
          kind: 'smalltalk',
          questions: alone(text),
          label: phrase,
          rule: 'the whole message is a known phrase of small talk',
        };
      const parts = segments(text)
        .flatMap(segment => afterTalk(segment, phrases))
        .map(segment => compared(segment, matcher));
      // Who needs help may be quoting somebody.
      const sign = signs.find(hidesWords(text) ? tokenize(text) : inOne(parts, part => part.reading.typed));
      if (sign !== undefined)
        return {
          kind: 'handoff',
          questions: alone(text),
          label: sign,
          rule: 'a sign of a hand-off stands in the message',
        };

      if (parts.length === 0) return { kind: 'empty', questions: [], rule: 'no letters or digits' };
      const kept = withoutTalk(parts, reader);
      const whole = wholeOf(kept, matcher);
      const isStory = kept.length >= STORY;
      const several = severalQuestions(worthReading(kept, MOST_PARTS.asking), whole, isStory, past, reader);
      if (several.length > 0)
        return { kind: 'answer', questions: several, rule: 'several questions, each of them sure' };
      const question = inContext(text, whole, past, reader);
      const decided = decide(question, isStory, reader);
      const line = decided.kind === 'choices' || decided.kind === 'unknown' ? known(text) : undefined;
      return line === undefined ? decided : asWritten(question, line);
    },
  };
}

/** A message as it is compared with known phrases: small letters, single spaces, no sign at its end. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.!?,\s]+$/u, '')
    .replace(/\s+/g, ' ');
}

/** Lines of entries as messages are compared with them, with the position of their entry; none of those that stand under two. */
function linesOf({ labels }: Matcher): Map<string, number | undefined> {
  const lines = new Map<string, number | undefined>();
  for (const [at, label] of labels.entries())
    if (label.role === 'entry')
      for (const line of label.lines) {
        const key = plain(line);
        lines.set(key, lines.has(key) && lines.get(key) !== at ? undefined : at);
      }
  return lines;
}

/** How sure it is that a message which stands in the knowledge word for word belongs where it stands. */
const AS_WRITTEN = 0.95;

/** In a small knowledge base there is too little to compare with to be sure of anything else. */
function asWritten(question: Question, entry: number): Understanding {
  const { ranking } = question;
  const scores = ranking.scores.slice();
  scores[entry] = Math.max(...scores, 0) + Number.EPSILON;
  const sure = { ...question, ranking: { ...ranking, scores, best: entry, confidence: AS_WRITTEN } };
  return { kind: 'answer', questions: [sure], rule: 'it stands in the knowledge word for word' };
}

/** Of a long message the parts that ask, then the others, up to a number; in the order of the message. */
function worthReading(parts: readonly Part[], most: number): readonly Part[] {
  if (parts.length <= most) return parts;
  const chosen = new Set([...parts.filter(part => part.asks), ...parts.filter(part => !part.asks)].slice(0, most));
  return parts.filter(part => chosen.has(part));
}

function compared(segment: Segment, matcher: Matcher): Part {
  let ranking: Ranking | undefined;
  const reading = matcher.read(segment.text);
  return {
    ...segment,
    reading,
    ranking() {
      ranking ??= matcher.rank(reading);
      return ranking;
    },
  };
}

/** Small talk is short, and stands at the beginning or the end: at most so many parts at either. */
const LONGEST_TALK = 40;
const EDGE = 2;

/** "ok cool, and in Germany?" in two: what stands before the first comma where it is known phrases of small talk, and the rest. */
function afterTalk(segment: Segment, phrases: ReadonlyMap<string, string>): Segment[] {
  const comma = segment.text.indexOf(',');
  if (comma < 0 || comma > LONGEST_TALK) return [segment];
  const before = segment.text.slice(0, comma);
  const after = segment.text.slice(comma + 1).trim();
  const isTalk =
    phrases.has(plain(before)) ||
    plain(before)
      .split(' ')
      .every(word => phrases.has(word));
  if (after === '' || !isTalk) return [segment];
  return [
    { text: before, asks: false },
    { text: after, asks: segment.asks },
  ];
}

/** Parts that are not small talk ("Hi!", "thanks in advance"); all of them where nothing else is there. */
function withoutTalk(parts: readonly Part[], { matcher, thresholds }: Reader): readonly Part[] {
  const isTalk = (part: Part): boolean =>
    part.text.length <= LONGEST_TALK &&
    matcher.labels[part.ranking().best]!.role === 'smalltalk' &&
    part.ranking().confidence < thresholds.choices &&
    lead(matcher, part.ranking()) >= thresholds.lead / 2;
  let from = 0;
  let to = parts.length;
  while (from < Math.min(EDGE, to) && isTalk(parts[from]!)) from += 1;
  while (to > Math.max(from, parts.length - EDGE) && isTalk(parts[to - 1]!)) to -= 1;
  return from < to ? parts.slice(from, to) : parts;
}

/** What each part has, one after the other. V8's `flatMap` takes twenty times as long, a fiftieth of a long message's time. */
function inOne<T>(parts: readonly Part[], of: (part: Part) => readonly T[]): T[] {
  const all: T[] = [];
  for (const part of parts) for (const each of of(part)) all.push(each);
  return all;
}

/** The message as a whole; a story is also read by its parts. */
function wholeOf(parts: readonly Part[], matcher: Matcher): Ranking {
  if (parts.length === 1) return parts[0]!.ranking();
  const whole = matcher.rank({
    words: inOne(parts, part => part.reading.words),
    corrected: inOne(parts, part => part.reading.corrected),
  });
  return parts.length < STORY ? whole : storyRanking(matcher, whole, worthReading(parts, MOST_PARTS.ofStory));
}

/** Small talk is mostly short, and of a few words there is less to go by. */
const FEW_WORDS = 5;

function decide(question: Question, isStory: boolean, { matcher, thresholds }: Reader): Understanding {
  const { confidence, best } = question.ranking;
  const top = matcher.labels[best]!;
  const questions = [question];
  const choices = isStory ? thresholds.story : thresholds.choices;
  if (confidence >= thresholds.answer)
    return { kind: 'answer', questions, rule: `confidence at least ${thresholds.answer}` };
  const leads = lead(matcher, question.ranking);
  const isShort = question.ranking.words.length <= FEW_WORDS;
  if (top.role === 'smalltalk' && leads >= (isShort ? thresholds.lead / 2 : thresholds.lead))
    return { kind: 'smalltalk', questions, label: top.id, rule: 'nearest to small talk' };
  if (top.role === 'handoff' && leads >= thresholds.lead)
    return { kind: 'handoff', questions, label: top.id, rule: 'nearest to the examples of a hand-off' };
  const several = bestEntries(matcher, question.ranking, 2).length > 1;
  if (confidence >= choices && several)
    return { kind: 'choices', questions, rule: `confidence from ${choices} to ${thresholds.answer}` };
  const outside = top.role === 'outside' ? { label: top.id } : {};
  return { kind: 'unknown', questions, ...outside, rule: `confidence below ${choices}` };
}
