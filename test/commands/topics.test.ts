import { expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import type { Reply } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const items = (reply: Reply): string[] =>
  reply.sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.type === 'list' ? block.items : [])));

test('shows all themes with the number of their entries', () => {
  const reply = advisor.run('topics', {});
  expect(reply.kind).toBe('answer');
  expect(items(reply)).toEqual(library.knowledge.themes.map(({ title, entries }) => `${title} (${entries.length})`));
  expect(reply.next.every(({ command }) => command?.name === 'topics')).toBe(true);
});

test('shows the questions of every theme, by its title or id', () => {
  for (const { id, title, entries } of library.knowledge.themes) {
    const questions = entries.map(each => library.entry(each)!.question);
    expect(items(advisor.run('topics', { theme: title })), id).toEqual(questions);
    expect(items(advisor.run('topics', { theme: id.toUpperCase() })), id).toEqual(questions);
  }
});

test('takes a misspelt theme for the nearest, and says so where none is near', () => {
  expect(advisor.run('topics', { theme: 'mony' }).sections[0]?.title).toBe('Money');
  const unknown = advisor.run('topics', { theme: 'qqqqqq' });
  expect(unknown.kind).toBe('unknown');
  expect(JSON.stringify(unknown.sections)).toContain('no theme called \\"qqqqqq\\"');
  expect(items(unknown)).toHaveLength(library.knowledge.themes.length);
});

test('offers every question of a theme with one click', () => {
  for (const { title, entries } of library.knowledge.themes)
    expect(advisor.run('topics', { theme: title }).next.map(({ topic }) => topic)).toEqual(entries);
});
