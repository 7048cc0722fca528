import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createAdvisor } from '../../src/advisor.ts';
import { createLibrary, type Library } from '../../src/commands/library.ts';
import { createMatcher, type Matcher, OPTIONS } from '../../src/engine/matcher.ts';
import { tokenize } from '../../src/engine/text.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { ownLibrary } from '../library.ts';
import { goldenQuestions } from './golden.ts';
import { type Budget, overspent, report, score } from './score.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const questions = goldenQuestions(folder);
const budget = parse(readFileSync(join(folder, 'budget.yaml'), 'utf8')) as Budget;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('the golden questions', () => {
  let library: Library;
  beforeAll(async () => {
    library = await ownLibrary();
  });
  const faultsWith = (matcher: Matcher): string[] =>
    overspent(score(createAdvisor(createLibrary(library.knowledge, matcher)), questions), budget);

  test('are answered within the budget of faults', () => {
    const measured = score(createAdvisor(library), questions);
    expect(overspent(measured, budget), report(measured, budget)).toEqual([]);
  });

  test('want entries that exist', () => {
    const unknown = questions
      .flatMap(({ topics }) => topics)
      .filter(topic => topic !== 'oos' && topic !== 'smalltalk' && !library.entry(topic));
    expect(unknown).toEqual([]);
  });

  test('stand nowhere in the knowledge, which would be no proof', () => {
    const { entries, outside, handoffs } = library.knowledge;
    const lines = new Set(
      [
        ...entries.flatMap(({ question, alternates, utterances }) => [question, ...alternates, ...utterances]),
        ...[...outside, ...handoffs].flatMap(({ examples }) => examples),
      ].map(plain),
    );
    const known = questions
      .filter(({ kind }) => kind !== 'smalltalk' && kind !== 'dialogue')
      .map(({ q = '' }) => q)
      .filter(q => plain(q).includes(' ') && lines.has(plain(q)));
    expect(known).toEqual([]);
  });

  test('notice when spelling is left out', () => {
    const { matcher } = library;
    const faults = faultsWith({
      ...matcher,
      read: text => ({ words: matcher.plain(text), corrected: [], typed: tokenize(text) }),
      rank: text => matcher.rank(typeof text === 'string' ? { words: matcher.plain(text), corrected: [] } : text),
    });
    expect(faults.join()).toContain('typo');
  });

  test('notice when the probability is not calibrated', () => {
    const { trained } = library.matcher;
    const calibration = { bias: 0, weights: [0, 1, 0] };
    const matcher = createMatcher(labelsOf(library.knowledge), undefined, OPTIONS, { ...trained, calibration });
    expect(faultsWith(matcher)).not.toEqual([]);
  });
});
