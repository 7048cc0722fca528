import { z } from 'zod';

/**
 * The shapes of the files of a knowledge folder. Unknown keys are refused, so that a misspelt key is found and not ignored.
 * Lengths are generous bounds against accidents, not matters of style.
 */
const LINE = 600;
const TEXT = 20_000;

const id = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected an id of small letters, digits and single hyphens, such as "degree-needed"',
  );
const line = z
  .string()
  .trim()
  .min(1, 'is empty; write a line or take it out')
  .max(LINE, `is longer than ${LINE} characters; shorten it`);
const text = z
  .string()
  .trim()
  .min(1, 'is empty; write some text')
  .max(TEXT, `is longer than ${TEXT.toLocaleString('en')} characters; shorten it`);
const url = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"]+$/, 'expected an address that begins with https://');
const year = z.int().min(1950, 'expected a year such as 2024').max(2100, 'expected a year such as 2024');
const date = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/, 'expected a date such as 2026-11-21');

const entry = z.strictObject({
  id,
  question: line,
  alternates: z.array(line).optional(),
  utterances: z.array(line).optional(),
  answer: text,
  sources: z.array(id).optional(),
  related: z.array(id).optional(),
  featured: z.boolean().optional(),
  reviewed: date.optional(),
});

const skill = z.strictObject({
  id,
  name: line,
  aliases: z.array(line).optional(),
  topic: id,
  level: z.enum(['foundation', 'core', 'advanced', 'specialisation']),
  what: text,
  why: text,
  build: text,
  prerequisites: z.array(id).optional(),
  one_of: z.array(id).optional(),
});

const track = z.strictObject({
  id,
  name: line,
  aliases: z.array(line).optional(),
  what: text,
  topic: id,
  skills: z.array(id).min(1, 'names no skill; a track needs at least one'),
});

/** They stand in headings and within sentences. */
const short = line.max(150, 'is longer than 150 characters; shorten it');
const about = z.strictObject({ title: short.optional(), subject: short.optional(), covers: short.optional() });

const source = z.strictObject({ id, label: line, url: url.optional(), year: year.optional() });

const figure = z.strictObject({
  id,
  kind: z.enum(['pay', 'growth', 'share', 'count']),
  label: line,
  topics: z.array(id).optional(),
  place: line,
  year: year.optional(),
  source: id,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected three capital letters such as USD')
    .optional(),
  unit: line,
  median: z.number().optional(),
  average: z.number().optional(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  open: z.boolean().optional(),
  spread: line.optional(),
  sample: z.int().positive('expected the number of answers, above zero').optional(),
  level: z.array(z.enum(['entry', 'mid', 'senior', 'lead'])).optional(),
  stack: z.array(id).optional(),
  standing: z.enum(['outdated', 'unsupported']).optional(),
  note: line.optional(),
});

const words = z.array(line).min(1, 'is an empty list');
const vocabulary = z.strictObject({
  same: z.record(line, words).optional(),
  alike: z.record(line, words).optional(),
  plain_english: z
    .record(
      line,
      z.strictObject({
        means: line,
        after: z.array(line).optional(),
        before: z.array(line).optional(),
        never_before: z.array(line).optional(),
      }),
    )
    .optional(),
  exact: words.optional(),
});

const smalltalk = z.strictObject({ id, reply: text, examples: words });
const outside = z.strictObject({ id, about: line.optional(), reply: text.optional(), examples: words });
const handoff = z.strictObject({
  id,
  about: line.optional(),
  reply: text,
  signs: words,
  between: z.int().min(0).max(3, 'expected 0 to 3 words').optional(),
  examples: z.array(line).optional(),
});

/** A theme file is a list of entries, or `title` and `entries`. */
export const entriesFile = z.array(entry);
export const titledFile = z.strictObject({ title: line, entries: z.array(entry) });
export const aboutFile = about;
export const skillsFile = z.array(skill);
export const tracksFile = z.array(track);
export const sourcesFile = z.array(source);
export const figuresFile = z.array(figure);
export const vocabularyFile = vocabulary;
export const smalltalkFile = z.array(smalltalk);
export const outsideFile = z.array(outside);
export const handoffsFile = z.array(handoff);

export type RawAbout = z.infer<typeof about>;
export type RawEntry = z.infer<typeof entry>;
export type RawSkill = z.infer<typeof skill>;
export type RawTrack = z.infer<typeof track>;
export type RawSource = z.infer<typeof source>;
export type RawFigure = z.infer<typeof figure>;
export type RawVocabulary = z.infer<typeof vocabulary>;
export type RawSmalltalk = z.infer<typeof smalltalk>;
export type RawOutside = z.infer<typeof outside>;
export type RawHandoff = z.infer<typeof handoff>;
