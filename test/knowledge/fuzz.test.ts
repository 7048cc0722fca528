import { readdirSync, readFileSync } from 'node:fs';
import { array, assert as check, constantFrom, integer, jsonValue, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { SourceFile } from '../../src/knowledge/document.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const own = (path: string): SourceFile => ({ path, text: readFileSync(new URL(path, folder), 'utf8') });
const files = [
  'faq/worklife.yaml',
  'skills/quality.yaml',
  'tracks.yaml',
  'sources.yaml',
  'vocabulary/languages.yaml',
].map(own);
const PATHS = [
  'about.yaml',
  ...files.map(({ path }) => path),
  'pay.yaml',
  'smalltalk.yaml',
  'out-of-scope.yaml',
  'handoffs.yaml',
  'odd.yaml',
];

/** Reads files, and looks at every problem: it must name a file, a place in it, and say something. */
function expectProblemsOrKnowledge(given: readonly SourceFile[]): void {
  const read = readKnowledge(given);
  if ('knowledge' in read) return;
  expect(read.problems.length).toBeGreaterThan(0);
  expect(read.problems.length).toBeLessThan(5000);
  for (const { file, line, column, message } of read.problems) {
    const text = given.find(each => each.path === file)?.text ?? '';
    expect(file).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/\S{2}.*[.?!]$/s);
    expect(message.length).toBeLessThan(2000);
    expect(message).not.toMatch(/undefined|\[object |Zod|TypeError|\n\s+at /);
  }
}

describe('whatever stands in a knowledge folder', () => {
  test('any text gives knowledge or problems', () => {
    const text = oneof(string({ unit: 'binary', maxLength: 200 }), string({ unit: 'grapheme', maxLength: 200 }));
    check(
      property(constantFrom(...PATHS), text, (path, content) => expectProblemsOrKnowledge([{ path, text: content }])),
      { numRuns: 400 },
    );
  });

  test('any YAML gives knowledge or problems', () => {
    check(
      property(constantFrom(...PATHS), jsonValue(), (path, value) =>
        expectProblemsOrKnowledge([{ path, text: stringify(value) }]),
      ),
      { numRuns: 400 },
    );
  });

  test('our own files with lines lost, doubled, moved and cut give knowledge or problems', () => {
    const scissors = tuple(
      constantFrom('lose', 'double', 'indent', 'cut', 'quote', 'key', 'anchor'),
      integer({ min: 0 }),
    );
    check(
      property(
        array(tuple(integer({ min: 0, max: files.length - 1 }), scissors), { minLength: 1, maxLength: 4 }),
        cuts => {
          const changed = files.map(({ path, text }) => ({ path, lines: text.split('\n') }));
          for (const [which, [how, where]] of cuts) {
            const { lines } = changed[which]!;
            const at = where % lines.length;
            const line = lines[at] ?? '';
            if (how === 'lose') lines.splice(at, 1);
            else if (how === 'double') lines.splice(at, 0, line);
            else if (how === 'indent') lines[at] = `   ${line}`;
            else if (how === 'cut') lines[at] = line.slice(0, line.length >> 1);
            else if (how === 'quote') lines[at] = `${line}"`;
            else if (how === 'key') lines[at] = line.replace(':', 'x:');
            else lines[at] = `${line} *nowhere`;
          }
          expectProblemsOrKnowledge(changed.map(({ path, lines }) => ({ path, text: lines.join('\n') })));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('anchors that explode are stopped', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}x]`);
    const bomb = `a: &a [x]\n${levels.join('\n').replaceAll('*a-1', '*a')}`;
    expectProblemsOrKnowledge([{ path: 'faq/bomb.yaml', text: bomb }]);
    expectProblemsOrKnowledge([{ path: 'faq/deep.yaml', text: '['.repeat(5000) }]);
    expectProblemsOrKnowledge([{ path: 'faq/deep.yaml', text: `${'- '.repeat(5000)}x` }]);
  });

  test('the files that are mutated are fine as they are', () => {
    const all = (path: string): string[] =>
      readdirSync(new URL(path, folder), { withFileTypes: true }).flatMap(each =>
        each.isDirectory() ? all(`${path}${each.name}/`) : each.name.endsWith('.yaml') ? [`${path}${each.name}`] : [],
      );
    expect(readKnowledge(all('').map(own))).toHaveProperty('knowledge');
  });
});
