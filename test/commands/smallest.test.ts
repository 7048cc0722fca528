import { expect, test } from 'vitest';
import { createAdvisorFor } from '../../src/advisor.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const CATS = '- {id: cats, question: "How do I feed a cat?", alternates: [cat food times], answer: Twice a day.}\n';
const DOGS = '- {id: dogs, question: "How do I walk a dog?", answer: Daily.}\n';

test.each([
  ['one entry', CATS],
  ['two entries', CATS + DOGS],
])('in a folder with %s its own lines, word for word, are answered', (_, text) => {
  const read = readKnowledge([{ path: 'faq/general.yaml', text }]);
  if ('problems' in read) throw new Error('the test knowledge has problems');
  const advisor = createAdvisorFor(read.knowledge);
  for (const line of ['How do I feed a cat?', 'cat food times'])
    expect(advisor.ask(line), line).toMatchObject({ kind: 'answer', topics: ['cats'] });
  const other = advisor.ask('what will the weather be in Oslo');
  expect(other.kind).toBe('unknown');
});

test('what is offered is two entries at least', () => {
  const read = readKnowledge([{ path: 'faq/general.yaml', text: CATS }]);
  if ('problems' in read) throw new Error('the test knowledge has problems');
  const advisor = createAdvisorFor(read.knowledge);
  for (const text of ['cat', 'feed', 'feed a dog', 'food']) expect(advisor.ask(text).choices).not.toHaveLength(1);
});

test('a line that reads the same under two entries is asked back, not answered from either', () => {
  const text = CATS.replace('cat food times', 'when is it time') + DOGS.replace('Daily', 'Every day');
  const read = readKnowledge([
    {
      path: 'faq/general.yaml',
      text: text.replace('answer: Every', 'alternates: ["When is it time?"], answer: Every'),
    },
  ]);
  if ('problems' in read) throw new Error('the test knowledge has problems');
  const reply = createAdvisorFor(read.knowledge).ask('when is it time');
  expect(reply.choices.map(({ topic }) => topic).sort()).toEqual(['cats', 'dogs']);
});
