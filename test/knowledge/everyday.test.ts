import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/engine/matcher.ts';
import { EVERYDAY } from '../../src/knowledge/everyday.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const groups = Object.entries(EVERYDAY.alike);
const FAQ = `
- id: buy-a-car
  question: How do I buy a car?
  answer: Ask Ann.
- id: sell-a-house
  question: How do I sell a house?
  answer: Ask Bob.
- id: cook-rice
  question: How long does rice have to boil?
  answer: Ask Cleo.
`;

function knowledgeOf(...more: readonly { path: string; text: string }[]) {
  const read = readKnowledge([{ path: 'faq/anything.yaml', text: FAQ }, ...more]);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.knowledge;
}

describe('everyday English', () => {
  test('groups have a name of their own and two members or more', () => {
    expect(groups.length).toBeGreaterThan(350);
    expect(groups.filter(([name, members]) => !/^[a-z]+(?: [a-z]+)*$/.test(name) || members.length < 2)).toEqual([]);
  });

  test('members are one or two plain words, each once in a group and in two groups at most', () => {
    const odd = groups.flatMap(([name, members]) =>
      members
        .filter((member, at) => !/^[a-z]+(?: [a-z]+)?$/.test(member) || members.indexOf(member) !== at)
        .map(member => `${name}: ${member}`),
    );
    expect(odd).toEqual([]);
    const times = new Map<string, number>();
    for (const member of groups.flatMap(([, members]) => members)) times.set(member, (times.get(member) ?? 0) + 1);
    expect([...times].filter(([, count]) => count > 2)).toEqual([]);
  });

  test('a folder without a vocabulary is read with it: other words for the same find the entry', () => {
    const knowledge = knowledgeOf();
    expect(knowledge.vocabulary).toBe(EVERYDAY);
    const matcher = createMatcher(labelsOf(knowledge), knowledge.vocabulary);
    const found = (text: string): string | undefined => matcher.labels[matcher.rank(text).best]?.id;
    expect(found('purchasing an automobile')).toBe('buy-a-car');
    expect(found('auction of my apartment')).toBe('sell-a-house');
    expect(found('simmer some noodles')).toBe('cook-rice');
  });

  test('a folder with a vocabulary of its own, even an empty one, is read with that alone', () => {
    const own = knowledgeOf({ path: 'vocabulary.yaml', text: 'alike:\n  pet: [cat, dog]\n' });
    expect(own.vocabulary.alike).toEqual({ pet: ['cat', 'dog'] });
    expect(knowledgeOf({ path: 'vocabulary.yaml', text: 'alike: {}\n' }).vocabulary.alike).toEqual({});
  });
});
