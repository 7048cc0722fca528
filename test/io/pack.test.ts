import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/engine/matcher.ts';
import { atOnce } from '../../src/engine/steps.ts';
import { EMPTY_VOCABULARY } from '../../src/engine/vocabulary.ts';
import { pack, unpackSteps } from '../../src/io/pack.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { excerpt } from '../knowledge/excerpt.ts';

function learnt(files: Parameters<typeof readKnowledge>[0]): Parameters<typeof pack>[0] {
  const read = readKnowledge(files);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { knowledge } = read;
  return { knowledge, trained: createMatcher(labelsOf(knowledge), knowledge.vocabulary).trained };
}

const many = Array.from(
  { length: 70 },
  (_, at) => `- {id: e-${at}, question: What is thing ${at}?, answer: It is ${at}.}`,
);

describe('what was learnt', () => {
  test.each([
    ['an excerpt of the own knowledge', excerpt()],
    [
      'one entry and nothing else',
      [{ path: 'faq/a.yaml', text: '- {id: a, question: 学位は必要ですか, answer: いいえ}' }],
    ],
    ['more entries than one piece holds', [{ path: 'faq/a.yaml', text: many.join('\n') }]],
    [
      'groups and meanings named like what every object has',
      [
        { path: 'faq/a.yaml', text: '- {id: a, question: What is a constructor?, answer: Code.}' },
        {
          path: 'vocabulary.yaml',
          text: 'same: {constructor: [ctor]}\nalike: {constructor: [builder, maker], toString: [text]}',
        },
      ],
    ],
  ])('of %s is the same after it was packed', (_, files) => {
    const before = learnt(files);
    const after = atOnce(unpackSteps(pack(before)));
    expect(after.knowledge).toEqual({ ...before.knowledge, vocabulary: EMPTY_VOCABULARY });
    expect(after.trained.space).toEqual(before.trained.space);
    expect(after.trained.index).toEqual(before.trained.index);
    expect(after.trained.words).toEqual(before.trained.words);
    expect(after.trained.calibration).toEqual(before.trained.calibration);
    expect(after.trained.vocabulary.members).toEqual(before.trained.vocabulary.members);
    expect(after.trained.vocabulary.phrases).toEqual(before.trained.vocabulary.phrases);
  });

  test('is taken over in steps, so that others get their turn', () => {
    const steps = unpackSteps(pack(learnt(excerpt())));
    let count = 1;
    while (!steps.next().done) count += 1;
    expect(count).toBeGreaterThan(10);
  });
});
