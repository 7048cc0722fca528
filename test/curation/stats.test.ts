import { expect, test } from 'vitest';
import { statsOf, statsReply } from '../../src/curation/stats.ts';
import type { Usage } from '../../src/curation/usage.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const entry = (id: string): string => `- {id: ${id}, question: "About ${id}?", answer: Yes.}\n`;
const figure = (id: string, year?: number): string =>
  `- {id: ${id}, kind: pay, label: Pay, place: Norway, source: paper, currency: EUR, unit: per year, value: 1${year ? `, year: ${year}` : ''}}\n`;
const read = readKnowledge([
  { path: 'faq/all.yaml', text: ['java', 'go', 'rust', 'php'].map(entry).join('') },
  { path: 'sources.yaml', text: '- {id: paper, label: A paper}\n- {id: dated, label: A dated one, year: 2020}\n' },
  {
    path: 'pay.yaml',
    text: `${figure('fresh', 2026)}${figure('edge', 2024)}${figure('old', 2023)}${figure('undated')}${figure('by-source').replace('paper', 'dated')}`,
  },
]);
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
const knowledge: Knowledge = read.knowledge;

const usage: Usage = {
  since: Date.UTC(2026, 9, 1),
  kinds: [
    { kind: 'answer', count: 7 },
    { kind: 'choices', count: 4 },
  ],
  platforms: [{ platform: 'discord', count: 11 }],
  answered: [
    { topics: ['java'], count: 4 },
    { topics: ['go', 'java'], count: 2 },
    { topics: ['gone-since'], count: 1 },
  ],
  offered: [
    { topics: ['go', 'rust'], picked: 'rust', count: 2 },
    { topics: ['rust', 'go', 'java'], picked: '', count: 1 },
    { topics: ['go', 'rust'], picked: '', count: 1 },
  ],
  rated: [
    { topics: ['java'], helpful: true, count: 3 },
    { topics: ['go'], helpful: false, count: 2 },
    { topics: ['java'], helpful: false, count: 1 },
  ],
  handoffs: [{ handoff: 'crisis', count: 1 }],
};

test('entries are counted by use, offers, picks and votes; those that are gone are left out', () => {
  const { entries, neverUsed } = statsOf(usage, knowledge, 2026);
  expect(entries).toEqual([
    { topic: 'java', answered: 6, offered: 1, picked: 0, helpful: 3, unhelpful: 1 },
    { topic: 'go', answered: 2, offered: 4, picked: 0, helpful: 0, unhelpful: 2 },
    { topic: 'rust', answered: 0, offered: 4, picked: 2, helpful: 0, unhelpful: 0 },
  ]);
  expect(neverUsed).toEqual(['rust', 'php']);
});

test('entries that are offered together are pairs that people confuse, whatever their order', () => {
  expect(statsOf(usage, knowledge, 2026).confused).toEqual([
    { topics: ['go', 'rust'], count: 4, picked: [0, 2] },
    { topics: ['go', 'java'], count: 1, picked: [0, 0] },
    { topics: ['java', 'rust'], count: 1, picked: [0, 0] },
  ]);
});

test('figures older than two years are found by their own year or that of their source', () => {
  const { oldFigures, undatedFigures } = statsOf(usage, knowledge, 2026);
  expect(oldFigures.map(({ id, year }) => [id, year])).toEqual([
    ['by-source', 2020],
    ['old', 2023],
  ]);
  expect(undatedFigures).toBe(1);
  expect(statsOf(usage, knowledge, 2027).oldFigures.map(({ id }) => id)).toContain('edge');
});

test('as a reply the worst rated come first', () => {
  const { sections } = statsReply(statsOf(usage, knowledge, 2026));
  const of = (title: string): string => JSON.stringify(sections.find(section => section.title.startsWith(title)));
  expect(of('Rated worst')).toMatch(/go; 0 for it, 2 against it.*java; 3 for it, 1 against it/);
  expect(of('Never used')).toContain('(2)');
  expect(of('Confused')).toContain('go and rust: offered together 4 times; picked 0 to 2');
  expect(of('What was asked')).toContain('11 replies since 1 October 2026 (discord 11). Handed on to people once.');
});
