import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../src/engine/matcher.ts';
import { EMPTY_VOCABULARY } from '../../src/engine/vocabulary.ts';
import { readFolder } from '../../src/io/folder.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { confusions, found, leaveOneOut, questionsAmong } from './leave-one-out.ts';

/** One training instead of three, and no probability: enough to see who comes first. */
const QUICK = { ...OPTIONS, runs: 1, confidence: { ...OPTIONS.confidence, rounds: 0 } };

describe('leaving lines out', () => {
  test('shows which entries people cannot tell apart', () => {
    const same = ['how do i cook rice', 'how to cook rice well', 'cooking rice for many', 'rice cooking tips'];
    const labels = [
      { id: 'rice', role: 'entry' as const, lines: same },
      { id: 'rice-again', role: 'entry' as const, lines: same.map(line => `${line} please`) },
      {
        id: 'cats',
        role: 'entry' as const,
        lines: ['my cat is ill', 'is my cat ill', 'ill cat at home', 'cat ill again'],
      },
    ];
    const asked = leaveOneOut(labels, EMPTY_VOCABULARY, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], QUICK);
    expect(asked).toHaveLength(12);
    expect(asked.filter(each => each.own === 'cats').every(each => each.first === 'cats')).toBe(true);
    expect(confusions(asked)[0]?.entries).toEqual(['rice', 'rice-again']);
    expect(found(asked)).toBeLessThan(1);
  });

  test('a tenth of our own lines is found by four in five, without having been learnt', () => {
    const read = readKnowledge(readFolder(fileURLToPath(new URL('../../knowledge', import.meta.url))).files);
    if ('problems' in read) throw new Error('the knowledge has problems');
    const asked = leaveOneOut(labelsOf(read.knowledge), read.knowledge.vocabulary, [4], QUICK);
    const pairs = confusions(asked).slice(0, 10);
    expect(found(questionsAmong(asked, read.knowledge)), JSON.stringify(pairs, null, 1)).toBeGreaterThanOrEqual(0.8);
  });
});
