import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageCount, plainly, render } from '../../../adapters/discord/render.ts';
import { type Advisor, createAdvisor } from '../../../src/advisor.ts';
import type { Library } from '../../../src/commands/library.ts';
import type { Block, Reply } from '../../../src/reply.ts';
import { ownLibrary } from '../../library.ts';
import type { Json } from './double/json.ts';
import { checkMessage } from './double/messages.ts';
import { readableText } from './double/reading.ts';

const FRAME = { request: '0123456789ab', share: true, person: true };
const NOBODY = { named: new Set<string>(), callable: new Set<string>() };

/** A payload as discord.js sends it. */
function sent(payload: ReturnType<typeof render>): Json {
  const { allowedMentions, ...rest } = payload;
  const { repliedUser, ...mentions } = allowedMentions;
  return {
    ...JSON.parse(JSON.stringify(rest)),
    allowed_mentions: { ...mentions, replied_user: repliedUser },
    flags: MessageFlags.Ephemeral,
  };
}

function pagesOf(reply: Reply): Json[] {
  return Array.from({ length: pageCount(reply) }, (_, page) => sent(render(reply, { ...FRAME, page })));
}

/** Everything that Discord would refuse or take amiss, on every page, with embeds and without. */
function faultsOf(reply: Reply): string[] {
  const faults: string[] = [];
  for (let page = 0; page < pageCount(reply); page += 1) {
    const payload = render(reply, { ...FRAME, page });
    for (const [name, shown] of Object.entries({ embed: payload, plain: plainly(payload) }))
      checkMessage(sent(shown), { way: 'callback', ...NOBODY }, `page ${page} (${name})`, fault => faults.push(fault));
  }
  return faults;
}

function wholeText(reply: Reply): string {
  return pagesOf(reply).map(readableText).join('\n');
}

describe('what the advisor can say, in Discord', () => {
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
      const text = wholeText(reply).replaceAll('\\', '');
      for (const source of reply.sources) {
        expect(text, id).toContain(source.label.slice(0, 40));
        if (source.year !== null) expect(text, id).toContain(String(source.year));
        if (source.url !== undefined) expect(text, id).toContain(`](${source.url})`);
      }
    }
  });

  test('whatever people type', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('@everyone <@123> & <b>', '<#1> <t:1:R> <:a:1>', '[x](https://evil.example/)', '*_~`||> # -'),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('ask', 'skill', 'path', 'pay', 'topics', 'help'), (text, name) => {
        const command = advisor.commands.find(each => each.name === name);
        expect(faultsOf(advisor.run(name, command?.parse(text) ?? {}))).toEqual([]);
      }),
      { numRuns: 75 },
    );
  });

  test('a page ends at the end of a paragraph, and nothing of the answer is lost between pages', () => {
    const long = library.knowledge.entries.map(entry => advisor.show(entry.id)).filter(reply => pageCount(reply) > 1);
    expect(long.length).toBeGreaterThan(0);
    for (const reply of long) {
      const pages = pagesOf(reply);
      for (const page of pages.slice(0, -1)) expect(JSON.stringify(page['components'])).toContain('Show more');
      const whole = wholeText(reply).replaceAll('\\', '');
      for (const block of reply.sections.flatMap(section => section.blocks)) {
        if (block.type !== 'figures') continue;
        for (const row of block.rows) expect(whole, reply.question).toContain(row.amount);
      }
    }
  });

  test('somebody in need is offered help and nothing to click', () => {
    expect(render(advisor.ask('I want to kill myself'), FRAME).components).toEqual([]);
  });

  test('a question that leaves room is asked back, with a button or an entry for each choice', () => {
    const reply = advisor.ask('salary growth');
    const asked = { ...advisor.show(library.knowledge.entries[0]?.id ?? ''), kind: 'choices' as const, next: [] };
    const choices = library.knowledge.entries.slice(0, 4).map(each => ({ topic: each.id, label: each.question }));
    for (const each of [reply, { ...asked, choices }]) expect(faultsOf(each)).toEqual([]);
    const ids = JSON.stringify(render({ ...asked, choices }, FRAME).components);
    for (const { topic } of choices) expect(ids).toContain(`1|show|${topic}`);
  });
});

/** Replies of their own, so that no edit of the knowledge changes how they are shown here. */
function madeUp(rest: Partial<Reply>): Reply {
  return {
    kind: 'answer',
    question: 'which tea?',
    sections: [],
    topics: ['tea'],
    candidates: [],
    confidence: 0.9,
    choices: [],
    skills: [],
    sources: [],
    next: [],
    reviewed: '2026-05-01',
    turn: { question: 'which tea?', understood: 'which tea', kind: 'answer', topics: ['tea'], offered: [] },
    ...rest,
  };
}

describe('a reply as it is read on a phone', () => {
  test('an answer with a list, code, a link and sources', () => {
    const text = [
      'Green tea, as a rule. It needs **less heat** than black tea.',
      'Three things matter:\n\n- the water, at `80_C`\n- the time: two minutes\n- the [leaves](https://tea.example/leaves)',
      'Prices (2 < 3 * 2) are in *pounds*; ask @everyone.',
    ].join('\n\n');
    const reply = madeUp({
      sections: [
        { title: 'Which tea should I drink?', blocks: [{ type: 'text', text }] },
        { title: 'And for snake_case?', blocks: [{ type: 'list', items: ['none', '# of cups: 2'] }] },
      ],
      sources: [
        { id: 'a', label: 'Tea Board, yearbook', year: 2025, url: 'https://tea.example/2025' },
        { id: 'b', label: 'A leaflet', year: null },
      ],
      next: [{ label: 'How hot is hot?', topic: 'heat' }],
    });
    expect(drawn(reply)).toMatchInlineSnapshot(`
      "Which tea should I drink?
      Green tea, as a rule. It needs **less heat** than black tea.

      Three things matter:
      - the water, at \`80_C\`
      - the time: two minutes
      - the [leaves](https://tea.example/leaves)

      Prices (2 \\< 3 \\* 2) are in *pounds*; ask @​everyone.

      ## And for snake\\_case?
      - none
      - \\# of cups: 2
      Sources
      1. [Tea Board, yearbook](https://tea.example/2025), 2025
      2. A leaflet, undated
      Answer reviewed 2026-05-01

      [ How hot is hot? ] [ Helpful ] [ Not helpful ] [ Share in channel ] [ Ask a person ]"
    `);
  });

  test('figures, a skill and a way', () => {
    const rows = [
      { label: 'Black tea', place: 'Kent', when: '2024', amount: '£4.10 a box', source: 'a', note: 'old' },
      { label: 'Green tea', place: 'place not said', when: 'undated', amount: '£5 to £7', source: 'b' },
    ];
    const reply = madeUp({
      sections: [
        {
          title: 'What tea costs',
          blocks: [
            { type: 'text', text: 'About five pounds.' },
            { type: 'figures', title: 'What the shops say', rows, remark: 'Shops do not agree.' },
            {
              type: 'card',
              card: {
                id: 'brew',
                name: 'Brewing',
                level: 'core',
                what: 'Hot water on leaves.',
                why: 'Cold tea is another matter.',
                build: 'Brew a pot for four.',
                after: [],
                leadsTo: ['Pouring'],
              },
            },
            {
              type: 'stages',
              stages: [{ title: '1. First', skills: [{ id: 'boil', name: 'Boiling', why: 'nothing works without' }] }],
            },
          ],
        },
      ],
      sources: [{ id: 'a', label: 'Shop A', year: 2024, url: 'https://a.example' }],
    });
    expect(drawn(reply)).toMatchInlineSnapshot(`
      "What tea costs
      About five pounds.

      ### What the shops say
      > **£4.10 a box** (source 1)
      > Black tea
      > Kent, 2024
      > *old*

      > **£5 to £7**
      > Green tea
      > place not said, undated

      Shops do not agree.

      **What:** Hot water on leaves.

      **Why:** Cold tea is another matter.

      **Comes after:** nothing: you can start here
      **Leads to:** Pouring

      **Prove it:** Brew a pot for four.

      **1\\. First**
      - **Boiling**: nothing works without
      Source
      1. [Shop A](https://a.example), 2024
      Answer reviewed 2026-05-01

      [ Helpful ] [ Not helpful ] [ Share in channel ] [ Ask a person ]"
    `);
  });
});

/** A reply as text: what is read, then what can be clicked. */
function drawn(reply: Reply): string {
  return pagesOf(reply)
    .map(page => {
      const labels = [...JSON.stringify(page['components']).matchAll(/"label":"([^"]+)"/g)].map(match => match[1]);
      return [readableText(page), `[ ${labels.join(' ] [ ')} ]`].join('\n\n');
    })
    .join('\n\n──────── next page ────────\n\n');
}

const wildText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '@everyone @here',
    '<@123> <@&456> <#789> <:smile:1> </ask:1> <t:1:R>',
    '||spoiler|| ~~struck~~ __under__ # head',
    '```js\nnever closed',
    '**',
    '`',
    '[a](https://e.example/?a=1&b=(2)x)',
    '[a](https://e.example/@everyone)',
    '`@everyone` **<@1>** *@here*',
    'https://e.example discord.gg/abc',
    'x'.repeat(9000),
    '*'.repeat(900),
    '_'.repeat(5000),
    '@'.repeat(3000),
    '\u0007'.repeat(4000),
    '\u200b\u200b',
    '👩‍👩‍👧‍👦'.repeat(500),
  ),
  fc
    .array(fc.constantFrom('- item & more', 'word', '', '1. one', '**bold** `code`', '[x](https://x.example)', '> q'), {
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

test('any reply whatever keeps all limits of Discord, escaped, and calls nobody', () => {
  fc.assert(
    fc.property(wildReply, reply => {
      expect(faultsOf(reply)).toEqual([]);
      // Nothing is Markdown at the foot of an embed.
      for (const page of pagesOf({ ...reply, reviewed: '' }))
        expect(readableText(page)).not.toMatch(/@everyone|@here|(?<!\\)<[@#:/t]/);
    }),
    { numRuns: 75 },
  );
});
