import { beforeAll, describe, expect, test } from 'vitest';
import { type Advisor, createAdvisor } from '../../src/advisor.ts';
import type { Library } from '../../src/commands/library.ts';
import { orderSkills } from '../../src/knowledge/graph.ts';
import type { Skill } from '../../src/knowledge/knowledge.ts';
import { ownLibrary } from '../library.ts';

describe('the skills', () => {
  let library: Library;
  let advisor: Advisor;
  let skills: readonly Skill[];
  beforeAll(async () => {
    library = await ownLibrary();
    advisor = createAdvisor(library);
    ({ skills } = library.knowledge);
  });

  test('are seventy at least, with names of their own', () => {
    expect(skills.length).toBeGreaterThanOrEqual(70);
    const plain = (name: string): string => name.toLowerCase().trim();
    const owners = new Map<string, string>();
    const clashes = skills.flatMap(({ id, name, aliases }) =>
      [...new Set([name, ...aliases].map(plain))].flatMap(each => {
        const other = owners.get(each);
        owners.set(each, id);
        return other === undefined ? [] : [`${each}: ${other} and ${id}`];
      }),
    );
    expect(clashes).toEqual([]);
    expect(owners.size).toBeGreaterThan(400);
  });

  test('build on each other without a circle', () => {
    const { order, circle } = orderSkills(skills);
    expect(circle).toEqual([]);
    expect(order).toHaveLength(skills.length);
    const ids = new Set(order);
    expect(
      skills.flatMap(({ prerequisites, oneOf }) => [...prerequisites, ...oneOf]).filter(id => !ids.has(id)),
    ).toEqual([]);
  });

  test('belong to entries that exist, and say what, why and what to build', () => {
    expect(skills.filter(({ topic }) => !library.entry(topic)).map(({ id }) => id)).toEqual([]);
    for (const { id, what, why, build } of skills)
      for (const text of [what, why, build]) {
        expect(text.length, id).toBeGreaterThan(30);
        expect(text, id).toMatch(/[.?!)]$/);
      }
  });

  test('make tracks that are found by all their names and belong to entries that exist', () => {
    for (const { id, name, aliases, topic } of library.knowledge.tracks) {
      expect(library.entry(topic), id).toBeDefined();
      for (const each of [name, ...aliases]) expect(library.goalNamed(each)?.id, each).toBe(id);
    }
  });

  test.each([
    ['what is docker', 'docker', 'containers'],
    ['k8s??', 'kubernetes', 'containers'],
    ['should i learn graphql', 'graphql', 'api-styles'],
    ['Postgres?', 'postgresql', 'databases'],
    ['do I need redis', 'caching', undefined],
    ['whats ci/cd', 'ci-cd', 'devops-practices'],
    ['C#', 'csharp', 'csharp-dotnet'],
    ['what is java', 'java', 'java'],
    ['what is javascript', 'javascript', 'nodejs-javascript'],
  ])('"%s" shows the card within its topic', (question, skill, topic) => {
    const reply = advisor.ask(question);
    expect(reply.skills).toEqual([skill]);
    expect(reply.topics).toEqual([topic ?? library.skill(skill)!.topic]);
    expect(reply.sections.flatMap(section => section.blocks.map(block => block.type))).toContain('card');
  });

  test.each([
    'how do i go from junior to senior',
    'what should I do with the rest of the week before my interview',
    'should I express interest in a lower salary',
    'can I spring a salary question on them in the first call',
  ])('"%s" is plain English and shows no card', question => {
    expect(advisor.ask(question).skills).toEqual([]);
  });
});
