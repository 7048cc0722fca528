import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/io/folder.ts';
import { checkFolder, loadLibrary } from '../../src/io/load.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';

const ENTRY = '- {id: a, question: What is it?, answer: This.}\n';

describe('a knowledge folder on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    write('faq/general.yaml', ENTRY);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const problems = (): string[] => readFolder(folder).problems.map(formatProblem);

  test('gives its YAML files in the order of their paths; others are left alone', () => {
    write('README.md', '# Not knowledge');
    write('faq/.hidden.yaml', 'x');
    write('faq/another.yml', ENTRY);
    write('skills/x.YAML', '[]');
    expect(readFolder(folder)).toEqual({
      files: [
        { path: 'faq/another.yml', text: ENTRY },
        { path: 'faq/general.yaml', text: ENTRY },
        { path: 'skills/x.YAML', text: '[]' },
      ],
      problems: [],
    });
  });

  test('reads every language of UTF-8', () => {
    write('faq/general.yaml', '- {id: a, question: 後端是什麼？, answer: Ответ — ✓}\n');
    expect(readFolder(folder).files[0]?.text).toContain('後端是什麼？');
  });

  test.each([
    [
      'of 50 MB',
      () => {
        write('faq/big.yaml', '');
        truncateSync(join(folder, 'faq/big.yaml'), 50e6);
      },
      'faq/big.yaml:1:1: The file has 50 MB',
    ],
    [
      'that is not UTF-8',
      () => write('faq/latin.yaml', Buffer.from('answer: caf\xe9', 'latin1')),
      'faq/latin.yaml:1:1: The file is not UTF-8',
    ],
    [
      'that is binary',
      () => write('faq/photo.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])),
      'faq/photo.yaml:1:1: The file is not UTF-8',
    ],
    [
      'in UTF-16',
      () => write('faq/wide.yaml', Buffer.from(`\ufeff${ENTRY}`, 'utf16le')),
      'faq/wide.yaml:1:1: The file is not UTF-8',
    ],
    [
      'that is a link to itself',
      () => symlinkSync('loop.yaml', join(folder, 'faq/loop.yaml')),
      'faq/loop.yaml:1:1: This link leads in a circle',
    ],
    [
      'that is a link to nowhere',
      () => symlinkSync('gone.yaml', join(folder, 'faq/lost.yaml')),
      'faq/lost.yaml:1:1: This link leads nowhere',
    ],
    [
      'that is a folder that leads back',
      () => symlinkSync('..', join(folder, 'faq/up')),
      'faq/up:1:1: This link leads to a place that was read already',
    ],
  ])('a file %s is a problem beside the files that can be read', (_, make, message) => {
    make();
    const { files } = readFolder(folder);
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toContain(message);
    expect(files.map(({ path }) => path)).toEqual(['faq/general.yaml']);
  });

  test('nested too deeply is a problem', () => {
    write(`faq/${'deeper/'.repeat(12)}x.yaml`, ENTRY);
    expect(problems().join()).toContain('nested more than');
  });

  test('that does not exist says so, and how to name another', () => {
    const { files, problems: found } = readFolder(join(folder, 'nowhere'));
    expect(files).toEqual([]);
    expect(found.map(formatProblem).join()).toMatch(/does not exist\. Set KNOWLEDGE_DIR/);
  });

  test('all problems come at once, those of the disk and those of the text', async () => {
    write('faq/bad.yaml', '- {id: b, question: 404, answer: ok}\n');
    write('faq/latin.yaml', Buffer.from([0xff, 0xfe, 0xfd]));
    write('odd.yaml', '[]');
    const found = (await checkFolder(folder)).map(formatProblem);
    expect(found).toHaveLength(3);
    expect(found.map(line => line.split(':')[0])).toEqual(['faq/bad.yaml', 'faq/latin.yaml', 'odd.yaml']);
    expect(await loadLibrary(folder)).toEqual({ problems: await checkFolder(folder) });
  });

  test('our own folder has no problem, nor has a copy of it', async () => {
    const own = new URL('../../knowledge', import.meta.url).pathname;
    expect(await checkFolder(own)).toEqual([]);
    const copy = join(folder, 'copy');
    cpSync(own, copy, { recursive: true });
    expect(await checkFolder(copy)).toEqual([]);
  });
});
