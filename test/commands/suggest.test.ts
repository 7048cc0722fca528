import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const labels = (...args: Parameters<typeof advisor.suggest>): string[] =>
  advisor.suggest(...args).map(({ label }) => label);
const COMPLETIONS = ['question', 'skill', 'goal', 'theme', 'level', 'stack'] as const;
const TYPED = ['', ' ', 'j', 'ja', 'java', 'how to g', 'docker kub', '?', 'x'.repeat(3000), '💥', '\u0000', 'sallary'];

describe('suggestions while somebody types', () => {
  test.each(COMPLETIONS)('%s: each once, no more than wanted, whatever is typed', completes => {
    for (const typed of TYPED) {
      const found = labels(completes, typed, 7);
      expect(found.length).toBeLessThanOrEqual(7);
      expect(new Set(found).size, typed).toBe(found.length);
    }
  });

  test('there are first offers before anything is typed', () => {
    for (const completes of COMPLETIONS) expect(labels(completes, '', 25).length, completes).toBeGreaterThan(2);
  });

  test('questions are ranked as they would be answered, misspelt or unfinished', () => {
    expect(advisor.suggest('question', 'do I need a degre', 5)[0]?.topic).toBe('degree-needed');
    expect(advisor.suggest('question', 'how much do juniors earn', 5)[0]?.topic).toBe('salary-by-level');
    expect(labels('question', 'boot', 10).join()).toMatch(/bootcamp/i);
  });

  test('names are found by their beginning, their aliases and with mistakes', () => {
    expect(labels('skill', 'dock', 5)).toContain('Docker and containers');
    expect(labels('skill', 'k8s', 5)).toContain('Kubernetes');
    expect(labels('skill', 'pyhton', 5)).toContain('Python');
    expect(labels('goal', 'devo', 5)[0]).toBe('DevOps engineer');
    expect(labels('level', 'se', 5)).toEqual(['senior']);
    expect(labels('stack', 'germ', 5)).toContain('Germany');
    expect(labels('theme', 'mon', 5)).toContain('Money');
  });

  test('names that begin with what was typed stand before aliases that do, and both before what is like it', () => {
    expect(labels('skill', 'j', 25).slice(0, 2).sort()).toEqual(['Java', 'JavaScript']);
    expect(labels('skill', 'java', 5)[0]).toBe('Java');
    expect(labels('skill', 'javas', 5)[0]).toBe('JavaScript');
    for (const typed of 'abcdefghijklmnopqrstuvwxyz') {
      const found = labels('skill', typed, 25);
      const begun = found.map(name => name.toLowerCase().startsWith(typed));
      expect(begun, typed).toEqual([...begun].sort((a, b) => Number(b) - Number(a)));
    }
  });

  test('what is picked can be run as it is', () => {
    for (const completes of ['skill', 'goal', 'theme', 'level', 'stack'] as const)
      for (const { label, command } of advisor.suggest(completes, '', 25)) {
        expect(command, label).toBeDefined();
        expect(advisor.run(command!.name, command!.input).kind, `${completes} ${label}`).toBe('answer');
      }
    for (const { topic } of advisor.suggest('question', 'pay', 25)) expect(library.entry(topic!)).toBeDefined();
  });
});
