import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { createLibrary } from '../../src/commands/library.ts';
import { ELSEWHERE } from '../../src/knowledge/elsewhere.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const SHOP = `
- id: opening-hours
  question: When are you open?
  alternates: [What are your opening hours?, Are you open on Sundays?, What time do you close?]
  answer: Nine to six.
- id: returns
  question: How do I return something?
  alternates: [Can I send a pair back?, How long do I have to return shoes?, Who pays for the return parcel?]
  answer: Within thirty days.
- id: sizes
  question: Which size do I need?
  alternates: [How do I measure my feet?, Do your boots run small?, How wide are the shoes?]
  answer: Measure in the evening.
`;

function knowledgeOf(...more: readonly { path: string; text: string }[]): Knowledge {
  const read = readKnowledge([{ path: 'faq/shop.yaml', text: SHOP }, ...more]);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.knowledge;
}

describe('what lies elsewhere', () => {
  test('is a thousand messages, each once, of three to twenty words without a sign at the end', () => {
    expect(ELSEWHERE.length).toBeGreaterThan(1000);
    expect(new Set(ELSEWHERE).size).toBe(ELSEWHERE.length);
    const odd = ELSEWHERE.filter(line => {
      const words = line.split(' ').length;
      return line !== line.trim() || /[?!."]$/.test(line) || words < 3 || words > 20;
    });
    expect(odd).toEqual([]);
  });

  test('is learnt beside a folder without an out-of-scope.yaml, as the last label of all', () => {
    const labels = labelsOf(knowledgeOf());
    expect(labels.filter(({ role }) => role === 'elsewhere')).toEqual([labels.at(-1)]);
    expect(labels.at(-1)!.lines).toBe(ELSEWHERE);
  });

  test('a folder with an out-of-scope.yaml, even an empty one, is learnt with that alone', () => {
    const own = '- id: hats\n  examples: [do you sell hats, i need a new hat]\n';
    for (const text of [own, '[]\n']) {
      const labels = labelsOf(knowledgeOf({ path: 'out-of-scope.yaml', text }));
      expect(labels.some(({ role }) => role === 'elsewhere')).toBe(false);
    }
  });

  test('so three entries are enough to be less sure of what has nothing to do with them', () => {
    const beside = createAdvisor(createLibrary(knowledgeOf()));
    const alone = createAdvisor(createLibrary(knowledgeOf({ path: 'out-of-scope.yaml', text: '[]\n' })));
    const far = [
      'how long do elephants live',
      'why do cats purr',
      'how wide is the atlantic',
      'is the sky blue',
      'what is the capital of peru',
      'do you believe in ghosts',
      'when did the beatles split up',
      'who do i ask about the meaning of life',
    ];
    const sure = (advisor: typeof beside): number => far.reduce((sum, text) => sum + advisor.ask(text).confidence, 0);
    expect(sure(beside)).toBeLessThan(0.7 * sure(alone));
    for (const text of ['who was the first man on the moon', 'write me a poem about the sea', 'why do cats purr'])
      expect(beside.ask(text).kind).toBe('unknown');
    for (const [text, topic] of [
      ['what time do you open', 'opening-hours'],
      ['can i send my boots back', 'returns'],
      ['do the boots run small', 'sizes'],
    ] as const) {
      const { kind, topics, choices } = beside.ask(text);
      expect(['answer', 'choices']).toContain(kind);
      expect(topics[0] ?? choices[0]?.topic).toBe(topic);
    }
  });
});
