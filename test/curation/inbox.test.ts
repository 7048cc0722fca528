import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusters } from '../../src/curation/clusters.ts';
import { inboxOf, inboxReply, itemOf, quoted } from '../../src/curation/inbox.ts';
import type { Miss } from '../../src/curation/miss.ts';

let keys = 0;
function miss(text: string, rest: Partial<Miss> = {}): Miss {
  keys += 1;
  return {
    key: keys.toString(16).padStart(10, 'a'),
    text,
    command: 'ask',
    unknown: rest.count ?? 1,
    unpicked: 0,
    failed: 0,
    down: 0,
    count: 1,
    first: 1000,
    last: 2000,
    nearest: '',
    ...rest,
  };
}

const view = { wordless: 0, kept: 'misses', most: 40, operator: true } as const;

describe('clusters', () => {
  test('questions about the same thing come together, others stay apart', () => {
    const texts = [
      'how do I become an astronaut',
      'can a developer become an astronaut?',
      'is zig worth learning',
      'should I learn zig',
      'zig or nim',
      'can I work as a developer in Japan',
      'working in japan as developer',
      'what is the best keyboard',
    ];
    const found = clusters(texts).map(group => group.map(at => texts[at]));
    expect(found).toContainEqual([texts[0], texts[1]]);
    expect(found).toContainEqual([texts[2], texts[3]]);
    expect(found).toContainEqual([texts[5], texts[6]]);
    expect(found).toContainEqual([texts[7]]);
  });

  test('every text stands in one group, led by its first, and the same list gives the same groups', () => {
    const word = fc.constantFrom('zig', 'nim', 'visa', 'japan', 'keyboard', 'the', 'how', 'learn', '?', '');
    const text = fc.array(word, { maxLength: 6 }).map(words => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), texts => {
        const groups = clusters(texts);
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...texts.keys()]);
        for (const group of groups) expect(group).toEqual([...group].sort((a, b) => a - b));
        expect(clusters(texts)).toEqual(groups);
      }),
    );
  });

  test('equal texts always come together', () => {
    expect(clusters(['a b', 'visa japan', 'a b', 'visa, Japan!'])).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});

describe('the inbox', () => {
  const misses = [
    miss('how do I become an astronaut', { count: 3, last: 5000, first: 10 }),
    miss('is zig worth learning', { count: 2, last: 9000, nearest: 'other-languages' }),
    miss('become astronaut', { count: 1, last: 7000, first: 5, down: 2, unknown: 0 }),
    miss('keyboard', { count: 2, last: 9500, command: 'skill' }),
  ];
  const items = inboxOf(misses);

  test('the most frequent comes first, of equals the newest', () => {
    expect(items.map(({ question, count }) => [question, count])).toEqual([
      ['how do I become an astronaut', 4],
      ['keyboard', 2],
      ['is zig worth learning', 2],
    ]);
    expect(items[0]).toMatchObject({ others: ['become astronaut'], first: 5, last: 7000, down: 2, unknown: 3 });
  });

  test('an item is found by the id of any of its questions, or by its beginning', () => {
    for (const { key } of [misses[0]!, misses[2]!]) expect(itemOf(items, key)).toEqual({ item: items[0] });
    expect(itemOf(items, ` ${misses[0]!.key.toUpperCase()} `)).toEqual({ item: items[0] });
    expect(itemOf(items, 'aaaa')).toHaveProperty('problem');
    expect(itemOf(items, 'a')).toHaveProperty('problem');
    expect(itemOf(items, 'ffffffffff')).toHaveProperty('problem');
  });

  test('as a reply it says what, how often, when and why', () => {
    const text = JSON.stringify(inboxReply(items, view).sections);
    expect(text).toContain('3 things, asked 8 times.');
    expect(text).toContain(
      '“how do I become an astronaut”: 4 times, last on 1 January 1970; no answer, 2 votes against',
    );
    expect(text).toContain('nearest entry: other-languages');
    expect(text).toContain('/skill “keyboard”');
    expect(text).toContain('inbox --patch');
    expect(JSON.stringify(inboxReply(items, { ...view, operator: false }))).not.toContain('--patch');
  });

  test('an empty one says so, and says where words are not kept', () => {
    expect(JSON.stringify(inboxReply([], view).sections)).toContain('every question got an answer');
    const silent = JSON.stringify(inboxReply([], { ...view, wordless: 3, kept: 'none' }).sections);
    expect(silent).toContain('Of 3 more messages no words are kept');
    expect(silent).toContain('JOURNAL_TEXT');
    expect(silent).not.toContain('every question got an answer');
  });

  test('what people write cannot turn bold, into code or into a link', () => {
    expect(quoted('**a** `b` [c](https://x) ~d~')).toBe('“a b [c] (https://x) d”');
  });
});
