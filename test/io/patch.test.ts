import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createAdvisorFor } from '../../src/advisor.ts';
import { unifiedDiff } from '../../src/curation/diff.ts';
import type { InboxItem } from '../../src/curation/inbox.ts';
import { readFolder } from '../../src/io/folder.ts';
import { checkFolder } from '../../src/io/load.ts';
import { makePatch, type Patch, writePatch } from '../../src/io/patch.ts';
import { addAlternate, addEntry } from '../../src/knowledge/patch.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const place = mkdtempSync(join(tmpdir(), 'signpost-patch-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const own = fileURLToPath(new URL('../../knowledge', import.meta.url));

function item(question: string, others: readonly string[] = [], nearest = 'other-languages'): InboxItem {
  const none = { unknown: 1, unpicked: 0, failed: 0, down: 0, first: 0, last: 0 };
  return { id: 'ab12cd34ef', question, command: 'ask', others, count: 1, nearest, keys: ['ab12cd34ef'], ...none };
}

function made(patch: ReturnType<typeof makePatch>): Patch {
  if ('problem' in patch) throw new Error(patch.problem);
  return patch;
}

/** Three themes, as people write them. */
const SMALL: Readonly<Record<string, string>> = {
  'faq/languages.yaml': `title: Languages
entries:
  - id: other-languages
    question: What about the other languages?
    answer: They have their places.
    alternates:
      - is haskell any good

  - id: frameworks
    question: Which framework should I learn?
    answer: One that jobs near you ask for.
    alternates:
      - spring or django
`,
  'faq/money.yaml': `- id: salary-overview
  question: How much does a backend developer earn?
  alternates: [backend developer salary]
  answer: It depends.
`,
  'out-of-scope.yaml': '- {id: code, examples: [regex for email]}\n',
};

let count = 0;
/** A checkout with small knowledge or the project's own, with or without golden questions beside it. */
function checkout(golden: boolean, size: 'small' | 'whole' = 'small'): { root: string; folder: string } {
  const root = join(place, `${++count}`);
  const folder = join(root, 'knowledge');
  if (size === 'whole') cpSync(own, folder, { recursive: true });
  else {
    mkdirSync(join(folder, 'faq'), { recursive: true });
    for (const [path, text] of Object.entries(SMALL)) writeFileSync(join(folder, path), text);
  }
  if (golden) mkdirSync(join(root, 'test/questions'), { recursive: true });
  return { root, folder };
}

describe('a patch', () => {
  test('adds a question to an entry; the folder passes its check, and the question is answered', async () => {
    const { root, folder } = checkout(true, 'whole');
    const question = 'quetzal framework for lorikeets: yes or no?';
    const patch = made(
      makePatch(item(question, ['which quetzal framework for lorikeets']), { folder, entry: 'frameworks' }),
    );
    expect(patch.diff.split('\n').filter(line => /^(?:\+(?!\+\+)|-(?!--))/.test(line))).toEqual([
      `+      - "${question}"`,
      '+- {q: "which quetzal framework for lorikeets", topics: [frameworks], kind: real}',
    ]);
    await writePatch(patch);
    expect(await checkFolder(folder)).toEqual([]);
    expect(readFileSync(join(root, 'test/questions/inbox.yaml'), 'utf8')).toContain('which quetzal framework');
    const read = readKnowledge(readFolder(folder).files);
    if ('problems' in read) throw new Error('it was checked a moment ago');
    const advisor = createAdvisorFor(read.knowledge);
    expect(advisor.ask(question)).toMatchObject({ kind: 'answer', topics: ['frameworks'] });
    expect(advisor.ask('which quetzal framework for lorikeets').topics).toEqual(['frameworks']);
  });

  test('begins a new entry in the theme of the nearest one, with an answer that harms nobody', async () => {
    const { folder } = checkout(false);
    const patch = made(makePatch(item('Is Quetzal any good?', ['quetzal worth it', 'learn quetzal now']), { folder }));
    expect(patch.entry).toBe('is-quetzal-any-good');
    expect(patch.files.map(({ path }) => path)).toEqual(['knowledge/faq/languages.yaml']);
    expect(patch.remarks.join('\n')).toMatch(/golden question.*quetzal worth it[\s\S]*Write the answer/i);
    await writePatch(patch);
    expect(await checkFolder(folder)).toEqual([]);
    const read = readKnowledge(readFolder(folder).files);
    const entries = 'knowledge' in read ? read.knowledge.entries : [];
    expect(entries.find(({ id }) => id === 'is-quetzal-any-good')).toMatchObject({
      theme: 'languages',
      alternates: ['learn quetzal now'],
      answer: expect.stringContaining('ask a person'),
    });
  });

  test('can be applied with git', () => {
    const { root, folder } = checkout(true);
    for (const [question, entry] of [
      ['is "quetzal": #1 good? - yes', 'frameworks'],
      ['lorikeets & their pay', 'salary-overview'],
      ['quetzal or lorikeet', undefined],
    ] as const) {
      const patch = made(makePatch(item(question), { folder, ...(entry ? { entry } : {}) }));
      execFileSync('git', ['apply', '-'], { cwd: root, input: patch.diff });
      for (const { place: file, text } of patch.files) expect(readFileSync(file, 'utf8')).toBe(text);
    }
    expect(readFileSync(join(root, 'test/questions/inbox.yaml'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  test('leaves out what was blanked, and takes other words when they are given', () => {
    const { folder } = checkout(false);
    const asked = item('is [number] € at [address] fair for quetzal?');
    expect(made(makePatch(asked, { folder, entry: 'frameworks' })).diff).toContain('- is € at fair for quetzal?');
    const other = made(makePatch(asked, { folder, entry: 'frameworks', question: 'Is quetzal paid fairly?' }));
    expect(other.diff).toContain('+      - Is quetzal paid fairly?');
    expect(other.golden).toEqual({ question: 'is € at fair for quetzal?', topic: 'frameworks' });
  });

  test.each([
    ['an entry that does not exist', item('quetzal'), { entry: 'framework' }, 2, /Did you mean "frameworks"/],
    ['words that are nothing but blanks', item('[number] [address]'), {}, 2, /No words are left/],
    [
      'a line that stands there already',
      item('backend developer salary?'),
      {},
      1,
      /stands under "salary-overview" already/,
    ],
    [
      'a line that the check refuses',
      item('regex for email'),
      {},
      1,
      /would not pass[\s\S]*The same line stands under/,
    ],
    [
      'a line that reads like one that stands there',
      item('Regex for email?!'),
      {},
      1,
      /would not pass[\s\S]*This line reads like one under/,
    ],
  ])('%s', (_, asked, wishes, code, message) => {
    expect(makePatch(asked, { folder: checkout(false).folder, ...wishes })).toEqual({
      code,
      problem: expect.stringMatching(message),
    });
  });

  test('a file that cannot be written is told, and nothing is left beside it', async () => {
    const { folder } = checkout(false);
    const patch = made(makePatch(item('quetzal'), { folder, entry: 'frameworks' }));
    const files = patch.files.map(file => ({ ...file, place: join(folder, 'sources.yaml', 'inside.yaml') }));
    expect(await writePatch({ ...patch, files })).toMatch(/cannot be written.*Leave out --write/);
    expect(await writePatch({ ...patch, files: [{ ...files[0]!, place: folder }] })).toMatch(/cannot be written/);
    expect(await checkFolder(folder)).toEqual([]);
  });

  test('a folder with problems is not patched', () => {
    const folder = join(place, 'broken');
    mkdirSync(join(folder, 'faq'), { recursive: true });
    writeFileSync(join(folder, 'faq/a.yaml'), '- id: a\n');
    expect(makePatch(item('quetzal'), { folder })).toEqual({
      code: 2,
      problem: expect.stringMatching(/faq\/a\.yaml:1:/),
    });
  });
});

describe('one more alternate', () => {
  const head = '- id: a\n  question: A?\n  answer: Yes.\n';
  const tail = '- id: b\n  question: B?\n  answer: No.\n';
  const layouts: [string, string][] = [
    ['a list', `${head}  alternates:\n    - one\n    - two # why\n${tail}`],
    ['a list without indentation', `${head}  alternates:\n  - one\n${tail}`],
    ['a list in brackets', `${head}  alternates: [one, two]\n${tail}`],
    ['an empty list', `${head}  alternates: []\n${tail}`],
    ['no list', `${head}${tail}`],
    ['no list, no end of line', head.trimEnd()],
    ['a long answer last', `- id: a\n  question: A?\n  answer: |\n    Yes.\n\n    Really.\n\n# The next one.\n${tail}`],
    ['comments behind', `${head}  alternates:\n    - one\n\n    # the end of a\n\n${tail}`],
    ['a long line', `${head}  alternates:\n    - >-\n      one\n      two\n    - "x\n      y"\n${tail}`],
    [
      'a theme with a title',
      `title: T\nentries:\n  ${head.replaceAll('\n', '\n  ').trimEnd()}\n  ${tail.replaceAll('\n', '\n  ').trimEnd()}\n`,
    ],
    ['everything in one line', '[{id: a, question: "A?", answer: Yes.}]\n'],
    ['line ends of Windows', `${head}  alternates:\n    - one\n${tail}`.replaceAll('\n', '\r\n')],
  ];
  const alternatesOf = (text: string): Record<string, readonly string[]> => {
    const read = readKnowledge([{ path: 'faq/x.yaml', text }]);
    if ('problems' in read) throw new Error(`${JSON.stringify(read.problems)}\n${text}`);
    return Object.fromEntries(read.knowledge.entries.map(({ id, alternates }) => [id, alternates]));
  };

  test.each(layouts)('%s', (_, text) => {
    const before = alternatesOf(text);
    for (const line of ['three', 'is it: "yes" or # no', "- 'x'", '[a] {b}', '2 + 2 = 4?', '  @home? yes', 'null?']) {
      const after = alternatesOf(addAlternate(text, 'a', line.trim())!);
      expect(after).toEqual({ ...before, a: [...before['a']!, line.trim()] });
    }
    const grown = alternatesOf(addEntry(text, { id: 'c', question: 'C?', alternates: ['cc'], answer: 'Maybe: #1\n' }));
    expect(grown).toEqual({ ...before, c: ['cc'] });
  });

  test('comments and layout stay as they are', () => {
    const [, text] = layouts[0]!;
    expect(addAlternate(text, 'a', 'three')).toBe(text.replace('two # why\n', 'two # why\n    - three\n'));
    expect(addAlternate(text, 'nobody', 'three')).toBeUndefined();
  });

  test('a theme file is begun where there is none', () => {
    expect(alternatesOf(addEntry('', { id: 'c', question: 'C?', alternates: [], answer: 'Maybe.' }))).toEqual({
      c: [],
    });
  });
});

test('a difference leads from the one text to the other', () => {
  const line = fc.constantFrom('a', 'b', 'c', '');
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''));
  const root = join(place, 'diff');
  mkdirSync(root);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = unifiedDiff('x.txt', before, after);
      if (before === after) expect(diff).toBe('');
      if (before === after || before === '' || after === '') return;
      writeFileSync(join(root, 'x.txt'), before);
      execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: root, input: diff });
      expect(readFileSync(join(root, 'x.txt'), 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
});
