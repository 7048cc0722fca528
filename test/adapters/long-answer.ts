import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

export const QUESTION = 'What does a very long answer look like?';
const PARAGRAPHS = 60;

/** The marks that its paragraphs begin with, in order. */
const MARKS = Array.from({ length: PARAGRAPHS }, (_, at) => `Paragraph ${at + 1} of ${PARAGRAPHS}`);

/** A knowledge folder with one entry whose answer takes several messages. */
export function longKnowledge(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-long-'));
  mkdirSync(join(folder, 'faq'));
  const text =
    'goes on about **backend** work in some detail, with `code` and a [link](https://example.com/somewhere) in it. ';
  const paragraphs = MARKS.map(mark => `    ${mark} ${text.repeat(2).trim()}`);
  writeFileSync(
    join(folder, 'faq', 'long.yaml'),
    `- id: long-answer\n  question: ${QUESTION}\n  answer: |\n${paragraphs.join('\n\n')}\n`,
  );
  return folder;
}

/** Every paragraph stands on one of the pages, once, in order, and there is more than one page. */
export function expectComplete(pages: readonly string[]): void {
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flatMap(page => page.match(/Paragraph \d+ of \d+/g) ?? [])).toEqual(MARKS);
}
