import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { OPTIONS } from '../../src/engine/matcher.ts';
import { learntKey, readLearnt, writeLearnt } from '../../src/io/learnt.ts';
import { loadLibrary } from '../../src/io/load.ts';
import { learningCode } from '../../src/io/version.ts';

/** A folder large enough to be kept: each entry with many lines. */
function entries(count: number, lines: number, word = 'question'): string {
  return Array.from({ length: count }, (_, at) => {
    const alternates = Array.from({ length: lines }, (_, line) => `    - ${word} ${line} thing${at}`);
    return `- id: entry-${at}\n  question: What is thing${at}?\n  answer: It is ${at}.\n  alternates:\n${alternates.join('\n')}\n`;
  }).join('');
}

describe('what was learnt', () => {
  let base: string;
  let folder: string;
  let keepIn: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'learnt-'));
    folder = join(base, 'knowledge');
    keepIn = join(base, 'kept');
    mkdirSync(join(folder, 'faq'), { recursive: true });
    writeFileSync(join(folder, 'faq/things.yaml'), entries(5, 165));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const kept = (): string[] => readdirSync(keepIn).filter(name => name.endsWith('.learnt'));
  /** Loads the folder and says whether it had to learn. */
  const load = async (): Promise<{ learnt: boolean; replies: unknown }> => {
    let learnt = false;
    const loaded = await loadLibrary(folder, { keepIn, onLearning: () => (learnt = true) });
    if ('problems' in loaded) throw new Error('the test knowledge has problems');
    const advisor = createAdvisor(loaded.library);
    const asked = ['What is thing3?', 'queston 7 thing5', 'things', 'weather', 'skill', ''];
    return { learnt, replies: asked.map(question => advisor.ask(question, { explain: true })) };
  };

  test('is used at the next start, with the same replies', async () => {
    const first = await load();
    const second = await load();
    expect([first.learnt, second.learnt]).toEqual([true, false]);
    expect(second.replies).toEqual(first.replies);
    expect(kept()).toHaveLength(1);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    ['cut to nothing', () => Buffer.alloc(0)],
    [
      'damaged at its beginning',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 20), Buffer.from([1, 2, 3]), bytes.subarray(23)]),
    ],
    [
      'damaged in its middle',
      (bytes: Buffer) => bytes.fill(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1),
    ],
    ['damaged at its end', (bytes: Buffer) => bytes.fill(bytes.at(-1)! ^ 128, bytes.length - 1)],
    ['another file', () => Buffer.from('- id: a\n'.repeat(1000))],
  ])('and is %s is learnt again', async (_, change) => {
    const { replies } = await load();
    const path = join(keepIn, kept()[0]!);
    const whole = readFileSync(path);
    writeFileSync(path, change(Buffer.from(whole)));
    const again = await load();
    expect(again.learnt).toBe(true);
    expect(again.replies).toEqual(replies);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  test('is not used when the knowledge has changed', async () => {
    await load();
    writeFileSync(join(folder, 'faq/things.yaml'), entries(5, 165, 'riddle'));
    expect((await load()).learnt).toBe(true);
    writeFileSync(join(folder, 'faq/more.yaml'), '- {id: more, question: What is more?, answer: More.}\n');
    expect((await load()).learnt).toBe(true);
  });

  test('fills no disk: of many changes the last few are kept', async () => {
    for (const word of ['one', 'two', 'three', 'four']) {
      writeFileSync(join(folder, 'faq/things.yaml'), entries(5, 165, word));
      await load();
    }
    expect(kept().length).toBeLessThanOrEqual(3);
    expect((await load()).learnt).toBe(false);
  });

  test('is learnt each time where nothing can be kept', async () => {
    writeFileSync(join(base, 'kept'), 'a file, not a folder');
    const first = await load();
    expect(first.learnt).toBe(true);
    expect((await load()).replies).toEqual(first.replies);
  });

  test('of a small folder is not kept: learning is quicker than reading', async () => {
    writeFileSync(join(folder, 'faq/things.yaml'), entries(2, 3));
    expect((await load()).learnt).toBe(false);
    expect(() => kept()).toThrow();
  });
});

describe('the file of what was learnt', () => {
  const base = mkdtempSync(join(tmpdir(), 'learnt-'));
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const file = { path: 'faq/a.yaml', text: entries(3, 5) };

  test('gives back the bytes as they were, from the first folder that has them', async () => {
    const body = Buffer.from('what was learnt, packed '.repeat(99));
    expect(await writeLearnt(base, 'key', body)).toBe(true);
    expect(readLearnt(['/nowhere', base], 'key')?.equals(body)).toBe(true);
    expect(readLearnt([base], 'another-key')).toBeUndefined();
    expect(readdirSync(base)).toEqual(['key.learnt']);
  });

  test('is named after all that it depends on', () => {
    const key = learntKey([file], OPTIONS, '1.0.0');
    expect(learntKey([file], OPTIONS, '1.0.0')).toBe(key);
    for (const other of [
      learntKey([{ ...file, text: `${file.text} ` }], OPTIONS, '1.0.0'),
      learntKey([{ ...file, path: 'faq/b.yaml' }], OPTIONS, '1.0.0'),
      learntKey([file, file], OPTIONS, '1.0.0'),
      learntKey([file], { ...OPTIONS, runs: 2 }, '1.0.0'),
      learntKey([file], OPTIONS, '1.0.1'),
    ])
      expect(other).not.toBe(key);
  });

  test.each([
    ['engine/kernel/look.js', true],
    ['knowledge/read.js', true],
    ['io/pack.js', true],
    ['io/patch.js', false],
    ['commands/ask.js', false],
    ['engine/README.md', false],
  ])('other code in %s: is it learnt again? %s', (name, again) => {
    const source = join(base, 'src');
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), text);
    };
    write('engine/learn.js', 'one');
    write(name, 'one');
    const before = learningCode(pathToFileURL(`${source}/`));
    write(name, 'two');
    expect(learningCode(pathToFileURL(`${source}/`)) !== before).toBe(again);
  });
});
