import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import type { FigureRow, Reply } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const tables = (reply: Reply) =>
  reply.sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.type === 'figures' ? [block] : [])));
const rows = (reply: Reply): FigureRow[] => tables(reply).flatMap(table => table.rows);
const pay = (level = '', stack = ''): Reply => advisor.run('pay', { level, stack });

describe('pay', () => {
  test('shows sources side by side, each figure with place, year and source', () => {
    const reply = pay();
    expect(reply.kind).toBe('answer');
    expect(new Set(rows(reply).map(({ source }) => source)).size).toBeGreaterThanOrEqual(3);
    const known = new Set(reply.sources.map(({ id }) => id));
    for (const row of rows(reply)) {
      expect(row.place).not.toBe('');
      expect(row.when).toMatch(/^(?:20\d\d|undated)$/);
      expect(row.amount).toMatch(/\d/);
      expect(known).toContain(row.source);
    }
  });

  test.each([
    ['', ''],
    ['junior', ''],
    ['senior', ''],
    ['', 'devops'],
    ['senior', 'germany'],
    ['', 'united states'],
  ])('shows no number as the truth: %s %s', (level, stack) => {
    const [table] = tables(pay(level, stack));
    expect(table?.rows.length).toBeGreaterThan(1);
    expect(table?.remark).toMatch(/do not agree|undated|self-reported/);
  });

  test('says that undated and old figures are so', () => {
    const [table] = tables(pay('junior'));
    expect(table?.rows.map(({ when }) => when)).toContain('undated');
    expect(table?.rows.some(({ note = '' }) => note.startsWith('old'))).toBe(true);
    expect(table?.remark).toMatch(/undated.*old/s);
  });

  test('keeps to the level, technology or country that was named', () => {
    expect(rows(pay('', 'germany')).every(({ place }) => place === 'Germany')).toBe(true);
    expect(rows(pay('', 'java')).map(({ label }) => label)).toContain('Java developers');
    expect(rows(pay('senior')).map(({ label }) => label)).not.toContain('Junior backend developers');
    expect(pay('', 'germany').topics).toEqual(['salary-overview']);
    expect(pay('junior').topics).toEqual(['salary-by-level']);
    expect(pay('', 'java').topics).toEqual(['salary-by-stack']);
  });

  test('says so where no source has a figure', () => {
    expect(JSON.stringify(pay('', 'ruby').sections)).toContain('No source here gives a figure');
    expect(JSON.stringify(pay('', 'plumbing').sections)).toContain('I recognised no level');
  });

  test('never shows a single undated number alone, whatever is asked for', () => {
    const { skills, tracks, figures } = library.knowledge;
    const stacks = [...tracks, ...skills].flatMap(({ name, aliases }) => [name, ...aliases]);
    const alone = ['', 'junior', 'mid', 'senior', 'lead'].flatMap(level =>
      ['', ...stacks, ...new Set(figures.map(({ place }) => place))].filter(stack => {
        const shown = rows(pay(level, stack));
        return shown.length === 1 && shown[0]?.when === 'undated';
      }),
    );
    expect(alone).toEqual([]);
  });

  test('a single figure stands beside general ones that have a year and a source', () => {
    for (const reply of [pay('', 'java'), advisor.ask('how much does a java developer earn?')]) {
      const [first, ...others] = rows(reply);
      expect(first?.label).toBe('Java developers');
      expect(others.length).toBeGreaterThan(0);
      expect(others.map(({ label }) => label).join()).not.toMatch(/database|analyst|occupations/i);
      expect(others.map(({ when }) => when)).not.toContain('undated');
      expect(reply.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(others.map(({ source }) => source)));
    }
    expect(JSON.stringify(pay('', 'java').sections)).toContain('Only the first of these figures is about Java');
  });

  test('a question about pay shows the same figures', () => {
    const asked = advisor.ask('how much does a senior backend developer earn?');
    expect(asked.topics).toEqual(['salary-by-level']);
    expect(rows(asked).map(({ label }) => label)).toEqual(expect.arrayContaining(['Senior backend developers']));
  });
});
