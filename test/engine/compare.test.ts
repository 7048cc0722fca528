import { describe, expect, test } from 'vitest';
import { createComparer } from '../../src/engine/compare.ts';
import { features } from '../../src/engine/features.ts';
import { createMatcher, OPTIONS } from '../../src/engine/matcher.ts';
import { createScorer } from '../../src/engine/scorer.ts';
import { createSpace } from '../../src/engine/space.ts';
import type { Word } from '../../src/engine/word.ts';
import { LABELS as labels } from './labels.ts';

const { trained, read } = createMatcher(labels);
const space = createSpace(trained.space, OPTIONS.views);

/** The same by the definition: every feature of the text, one after the other. */
function slowly(words: readonly Word[]): { scores: number[]; coverage: number } {
  const point = space.vector(features(words, OPTIONS.features));
  return { scores: [...createScorer(trained.index)(point)], coverage: point.coverage };
}

const compare = createComparer(trained.index, space);
const texts = [
  '',
  'pay',
  'how much does a java developer earn',
  'salary salary salaries and salaried work',
  'javva and javascript, wich one frist',
  'xyzzy plugh',
  ...labels.flatMap(label => label.lines),
  Array.from({ length: 3000 }, (_, at) => `word${at}`).join(' '),
];

describe('letters, word by word', () => {
  test.each(texts.map(text => [text.slice(0, 40), text]))('%j: the same scores as feature by feature', (_, text) => {
    const { words } = read(text);
    const found = compare(features(words, OPTIONS.features));
    const expected = slowly(words);
    expect(found.coverage).toBe(expected.coverage);
    for (const [label, score] of expected.scores.entries())
      expect(Math.abs(found.scores[label]! - score)).toBeLessThan(1 / 30_000);
  });

  test('more words than are remembered change nothing', () => {
    const few = createComparer(trained.index, space, 3 * trained.index.labels);
    for (let round = 0; round < 2; round++)
      for (const text of texts) {
        const { words } = read(text);
        const found = few(features(words, OPTIONS.features));
        expect([...found.scores]).toEqual([...compare(features(words, OPTIONS.features)).scores]);
      }
  });

  test('above a thousand labels as well', () => {
    const many = Array.from({ length: 1001 }, (_, at) => ({
      id: `e${at}`,
      role: 'entry' as const,
      lines: [`word${at} thing`, `about item${at}`],
    }));
    const matcher = createMatcher(many);
    const { best } = matcher.rank('about word777');
    expect(matcher.labels[best]!.id).toBe('e777');
  });
});
