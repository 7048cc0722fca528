import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { skillCard } from '../../src/commands/sections.ts';
import type { SkillCard } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const cardOf = (name: string): SkillCard => {
  const block = advisor.run('skill', { name }).sections[0]?.blocks.find(each => each.type === 'card');
  if (block?.type !== 'card') throw new Error(`no card for ${name}`);
  return block.card;
};

describe('skill', () => {
  test('shows what it is, why, what comes before and after, and what to build', () => {
    const reply = advisor.run('skill', { name: 'docker' });
    expect(reply).toMatchObject({ kind: 'answer', skills: ['docker'], topics: ['containers'], confidence: 1 });
    const card = cardOf('docker');
    expect(card.after).toContain('Command line and Linux');
    expect(card.leadsTo.length).toBeGreaterThan(1);
    for (const text of [card.what, card.why, card.build]) expect(text).not.toBe('');
  });

  test('finds a skill by alias, abbreviation and misspelling of its name', () => {
    for (const [typed, id] of [
      ['k8s', 'kubernetes'],
      ['Postgres', 'postgresql'],
      ['dokcer', 'docker'],
      ['node.js', 'nodejs'],
      ['C#', 'csharp'],
    ])
      expect(cardOf(typed!).id).toBe(id);
  });

  test('never takes a name for its neighbour', () => {
    expect(cardOf('java').id).toBe('java');
    expect(cardOf('javascript').id).toBe('javascript');
    expect(cardOf('sql').id).not.toBe(cardOf('nosql').id);
  });

  test('names come before and after each other in both directions', () => {
    const { skills } = library.knowledge;
    for (const { id, name, prerequisites } of skills)
      for (const before of prerequisites)
        expect(skillCard(library.skill(before)!, library).leadsTo, id).toContain(name);
  });

  test('offers the skills that it leads to in words that suit every name', () => {
    const labels = advisor.run('skill', { name: 'system design' }).next.map(({ label }) => label);
    expect(labels).toContain('Tell me about Microservices and monoliths');
  });

  test('asks "did you mean" for a name it does not know', () => {
    const reply = advisor.run('skill', { name: 'spring bot framework' });
    expect(reply.kind).toBe('unknown');
    expect(JSON.stringify(reply.sections)).toContain('Did you mean Spring and Spring Boot');
    expect(reply.next.map(each => each.command?.name)).toContain('skill');
  });

  test.each(['xyzzy', '', '   ', '💥', 'x'.repeat(5000)])('offers some skills where nothing is near (%#)', name => {
    const reply = advisor.run('skill', { name });
    expect(reply.kind).toBe('unknown');
    expect(reply.next.length).toBeGreaterThan(0);
    expect(JSON.stringify(reply.sections).length).toBeLessThan(400);
  });
});
