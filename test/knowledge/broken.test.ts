import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdvisorFor } from '../../src/advisor.ts';
import type { SourceFile } from '../../src/knowledge/document.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { excerpt } from './excerpt.ts';
import { broken } from './mutations.ts';

const FOLDERS = 1000;
/** Of the folders that still load, so many are learnt and asked. */
const MOST_ASKED = 10;

describe('1,000 broken knowledge folders', () => {
  const whole = excerpt();

  test('the folder that they are made from is whole', () => {
    expect(readKnowledge(whole)).toHaveProperty('knowledge');
  });

  test('each either loads or is refused with the file, the line and what to do; none takes long', () => {
    const count = { loaded: 0, refused: 0 };
    fc.assert(
      fc.property(broken(whole), files => {
        const started = performance.now();
        const result = readKnowledge(files);
        // A whole second for a hundredth of the real folder would be a hang in the making.
        expect(performance.now() - started).toBeLessThan(5000);
        if ('problems' in result) {
          count.refused += 1;
          checkProblems(result.problems, files);
          return;
        }
        count.loaded += 1;
        expect(result.knowledge.entries.length).toBeGreaterThan(0);
        if (count.loaded > MOST_ASKED) return;
        const failed: unknown[] = [];
        const advisor = createAdvisorFor(result.knowledge);
        advisor.listen(event => event.type === 'failed' && failed.push(event.error));
        for (const question of ['how do i start', 'postgresql or mysql?', 'asdf', 'how much does a junior earn'])
          advisor.ask(question);
        expect(failed).toEqual([]);
      }),
      { numRuns: FOLDERS, seed: 5 },
    );
    // Mutations that hit nothing, or always everything, would prove little.
    expect(count.refused).toBeGreaterThan(FOLDERS / 4);
    expect(count.loaded).toBeGreaterThan(FOLDERS / 25);
  });
});

function checkProblems(
  problems: Extract<ReturnType<typeof readKnowledge>, { problems: unknown }>['problems'],
  files: readonly SourceFile[],
): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const { file, line, column, message } of problems) {
    const text = files.find(each => each.path === file)?.text;
    if (text === undefined) expect(file).toBe('faq');
    const lines = (text ?? '').split(/\r\n|\r|\n/).length;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/\S.*[.?]$/s);
    expect(message).not.toMatch(/undefined|\[object|TypeError|\bat .*\.ts/);
  }
}
