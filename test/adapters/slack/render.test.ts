import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageCount, render } from '../../../adapters/slack/render.ts';
import { type Advisor, createAdvisor } from '../../../src/advisor.ts';
import type { Library } from '../../../src/commands/library.ts';
import type { Block, Reply } from '../../../src/reply.ts';
import { ownLibrary } from '../../library.ts';
import { readableText } from './double/blocks.ts';
import { checkMessage } from './double/web-api.ts';

const FRAME = { request: '0123456789ab', share: true, person: true };

/** Everything that Slack would refuse, on every page. */
function faultsOf(reply: Reply): string[] {
  const faults: string[] = [];
  for (let page = 0; page < pageCount(reply); page += 1)
    checkMessage({ ...render(reply, { ...FRAME, page }) }, `page ${page}`, false, fault => faults.push(fault));
  return faults;
}

function wholeText(reply: Reply): string {
  return Array.from({ length: pageCount(reply) }, (_, page) =>
    readableText({ ...render(reply, { ...FRAME, page }) }),
  ).join('\n');
}

describe('what the advisor can say, in Slack', () => {
  let library: Library;
  let advisor: Advisor;
  beforeAll(async () => {
    library = await ownLibrary();
    advisor = createAdvisor(library);
  });

  test('every entry, skill, way, pay table, theme and notice keeps all limits', () => {
    const { entries, skills, tracks, themes } = library.knowledge;
    const replies = [
      ...entries.map(entry => advisor.show(entry.id)),
      ...entries.map(entry => advisor.ask(entry.alternates[0] ?? entry.question)),
      ...skills.flatMap(skill => [
        advisor.run('skill', { name: skill.name }),
        advisor.run('path', { goal: skill.name }),
        advisor.run('pay', { stack: skill.name }),
      ]),
      ...tracks.map(track => advisor.run('path', { goal: track.name, known: 'python' })),
      ...themes.map(theme => advisor.run('topics', { theme: theme.title })),
      ...['', 'senior', 'germany', 'nonsense'].map(level => advisor.run('pay', { level })),
      advisor.run('topics', {}),
      advisor.run('help', {}),
      advisor.show('gone-entry'),
      advisor.ask(''),
      advisor.ask('I want to kill myself'),
    ];
    const faulty = replies.flatMap(reply => {
      const faults = faultsOf(reply);
      return faults.length > 0 ? [{ question: reply.question, faults }] : [];
    });
    expect(faulty).toEqual([]);
    expect(replies.length).toBeGreaterThan(300);
  });

  test('every answer shows its sources with their years', () => {
    for (const { id } of library.knowledge.entries) {
      const reply = advisor.show(id);
      const text = wholeText(reply);
      for (const source of reply.sources) {
        expect(text, id).toContain(source.label.slice(0, 40).replaceAll('&', '&amp;'));
        if (source.year !== null) expect(text, id).toContain(String(source.year));
      }
    }
  });

  test('whatever people type', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('<!channel> <@U123> & <b>', '&lt;!here&gt;', '[x](https://evil.example/<!channel>)', '*_~`'),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('ask', 'skill', 'path', 'pay', 'topics', 'help'), (text, name) => {
        const command = advisor.commands.find(each => each.name === name);
        expect(faultsOf(advisor.run(name, command?.parse(text) ?? {}))).toEqual([]);
      }),
      { numRuns: 75 },
    );
  });

  test('somebody in need is offered help and nothing to click', () => {
    const { blocks } = render(advisor.ask('I want to kill myself'), FRAME);
    expect(blocks.filter(block => block.type === 'actions')).toEqual([]);
  });
});

const wildText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel>',
    '<@U123>',
    '&&&',
    '**',
    '[a](https://e.example/?a=1&b=2|x)',
    'x'.repeat(9000),
    '&'.repeat(900),
    '"'.repeat(5000),
    '\u0007'.repeat(4000),
  ),
  fc
    .array(fc.constantFrom('- item & more', 'word', '', '1. one', '**bold** `code`', '<https://x|y>'), {
      maxLength: 80,
    })
    .map(lines => lines.join('\n')),
);
const wildBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: wildText }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(wildText, { maxLength: 30 }) }),
  fc.record({
    type: fc.constant('figures' as const),
    title: wildText,
    rows: fc.array(
      fc.record({
        label: wildText,
        place: wildText,
        when: wildText,
        amount: wildText,
        source: wildText,
        note: wildText,
      }),
      { maxLength: 25 },
    ),
    remark: wildText,
  }),
  fc.record({
    type: fc.constant('stages' as const),
    stages: fc.array(
      fc.record({
        title: wildText,
        skills: fc.array(fc.record({ id: wildText, name: wildText, why: wildText }), { maxLength: 8 }),
      }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    type: fc.constant('card' as const),
    card: fc.record({
      id: wildText,
      name: wildText,
      level: wildText,
      what: wildText,
      why: wildText,
      build: wildText,
      after: fc.array(wildText, { maxLength: 5 }),
      leadsTo: fc.array(wildText, { maxLength: 5 }),
    }),
  }),
);
const suggestion = fc.record({ label: wildText, topic: wildText });
const wildReply: fc.Arbitrary<Reply> = fc
  .record({
    kind: fc.constantFrom('answer' as const, 'choices' as const, 'unknown' as const, 'smalltalk' as const),
    question: wildText,
    sections: fc.array(fc.record({ title: wildText, blocks: fc.array(wildBlock, { maxLength: 6 }) }), { maxLength: 5 }),
    topics: fc.array(wildText, { maxLength: 3 }),
    choices: fc.array(suggestion, { maxLength: 4 }),
    next: fc.array(suggestion, { maxLength: 40 }),
    sources: fc.array(fc.record({ id: wildText, label: wildText, year: fc.option(fc.integer()), url: wildText }), {
      maxLength: 30,
    }),
    reviewed: wildText,
  })
  .map(reply => ({
    ...reply,
    candidates: [],
    confidence: 1,
    skills: [],
    turn: { question: '', understood: '', kind: reply.kind, topics: [], offered: [] },
  }));

test('any reply whatever keeps all limits of Slack, escaped, and calls nobody', () => {
  fc.assert(
    fc.property(wildReply, reply => {
      expect(faultsOf(reply)).toEqual([]);
    }),
    { numRuns: 75 },
  );
});
