import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { markdown, PLAIN } from '../../../adapters/terminal/markdown.ts';
import { render } from '../../../adapters/terminal/render.ts';
import { createAdvisor } from '../../../src/advisor.ts';
import type { Reply } from '../../../src/reply.ts';
import { ownLibrary } from '../../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const replies: Record<string, Reply> = {
  'an answer': advisor.show('degree-needed'),
  figures: advisor.run('pay', {}),
  'a card': advisor.run('skill', { name: 'docker' }),
  stages: advisor.run('path', { goal: 'devops', known: 'python' }),
  help: advisor.run('help', {}),
  topics: advisor.run('topics', {}),
  'a theme': advisor.run('topics', { theme: 'money' }),
  'small talk': advisor.ask('hello'),
  'what lies outside': advisor.ask('what will the weather be in Oslo tomorrow'),
};
const kinds = Object.entries(replies);
/** Words longer than the room that there is, such as addresses, are not cut. */
const tooLong = (text: string, width: number): string[] =>
  text.split('\n').filter(line => line.length > width && line.trim().split(/\s+/).length > 2 && !line.includes('http'));

describe('a reply in the terminal', () => {
  for (const width of [30, 40, 80, 100])
    test.each(kinds)(`%s fits into ${width} columns, with and without colour`, (_, reply) => {
      const plain = render(reply, { colour: false, width });
      expect(tooLong(plain, width)).toEqual([]);
      expect(stripVTControlCharacters(render(reply, { colour: true, width }))).toBe(plain);
    });

  test.each(kinds)('%s has colour only where it was asked for', (_, reply) => {
    expect(render(reply)).toBe(stripVTControlCharacters(render(reply)));
    const coloured = render(reply, { colour: true, width: 80 });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
  });

  test.each(kinds)('%s says the same at every width', (_, reply) => {
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(words(render(reply, { colour: false, width: 30 }))).toBe(words(render(reply, PLAIN)));
  });

  test('every entry is shown without marks of Markdown', () => {
    for (const { id, answer } of library.knowledge.entries) {
      const text = render(advisor.show(id));
      expect(text, id).not.toMatch(/\*\*|\]\(http|^- /m);
      expect(text, id).toContain('This week:');
      expect(text.length, id).toBeGreaterThan(answer.length * 0.8);
    }
  });

  test('figures stand with place, year and the number of their source', () => {
    const text = render(replies['figures']!);
    expect(text).toMatch(/• Software developers \(United States, 2024\)\n {4}\$133,080 median/);
    expect(text).toMatch(/\(place not said, undated\)/);
    expect(text).toMatch(/\[1\] US Bureau of Labor Statistics/);
    const cited = [...text.matchAll(/\[(\d+)\]$/gm)].map(match => Number(match[1]));
    expect(Math.max(...cited)).toBeLessThanOrEqual(replies['figures']!.sources.length);
  });

  test('a list of just what can be picked is numbered where it stands, and shown once', () => {
    const text = render(replies['a theme']!);
    expect(text).toMatch(/^Money\n\n {2}1 {2}/);
    for (const { label } of replies['a theme']!.next) expect(text.split(label)).toHaveLength(2);
    expect(text).not.toContain('Next');
  });

  test('what can be picked is numbered on, choices first', () => {
    const reply: Reply = {
      ...replies['an answer']!,
      kind: 'choices',
      choices: [
        { topic: 'a', label: 'First choice' },
        { topic: 'b', label: 'Second choice' },
      ],
      next: [{ label: 'Then this', topic: 'c' }],
    };
    const text = render(reply);
    expect(text.indexOf('1  First choice')).toBeGreaterThan(0);
    expect(text.indexOf('2  Second choice')).toBeGreaterThan(text.indexOf('1  First choice'));
    expect(text.indexOf('3  Then this')).toBeGreaterThan(text.indexOf('2  Second choice'));
  });
});

describe('Markdown in the terminal', () => {
  const text = (source: string, width = 40): string => markdown(source, { colour: false, width });
  test.each([
    ['**bold** and *italic* and `code`', 'bold and italic and code'],
    ['[label](https://example.org)', 'label (https://example.org)'],
    ['[https://example.org](https://example.org)', 'https://example.org'],
    ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
    ['- one\n- two', '  • one\n  • two'],
    ['1. one\n2. two', '  1. one\n  2. two'],
    ['one\ntwo', 'one two'],
    ['one\n\n\n\ntwo', 'one\n\ntwo'],
    ['', ''],
  ])('%s', (source, shown) => {
    expect(text(source)).toBe(shown);
  });
  test('a long item goes on under its text', () => {
    expect(text('- a word and another word and one more word and the last', 30)).toMatch(/^ {2}• a word[^\n]+\n {4}\S/);
  });
});
