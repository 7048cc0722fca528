import { describe, expect, test } from 'vitest';
import { route } from '../../src/commands/route.ts';
import type { Skill } from '../../src/knowledge/knowledge.ts';

const skill = (id: string, prerequisites: string[] = [], oneOf: string[] = []): Skill => ({
  id,
  name: id,
  aliases: [],
  topic: 'x',
  level: 'core',
  what: '',
  why: '',
  build: '',
  prerequisites,
  oneOf,
});
const skills = [
  skill('basics'),
  skill('shell'),
  skill('python', ['basics']),
  skill('java', ['basics']),
  skill('django', ['python']),
  skill('spring', ['java']),
  skill('api', ['shell'], ['django', 'spring']),
  skill('docker', ['shell']),
];
const ids = (stages: readonly (readonly Skill[])[]): string[][] => stages.map(stage => stage.map(each => each.id));

describe('route', () => {
  test('every prerequisite comes in an earlier stage', () => {
    expect(ids(route(skills, ['api', 'docker'], []).stages)).toEqual([
      ['basics', 'shell'],
      ['python', 'docker'],
      ['django'],
      ['api'],
    ]);
  });

  test('what is known, and what it builds on, is left out', () => {
    const { stages, known } = route(skills, ['api'], ['java', 'shell']);
    expect(ids(stages)).toEqual([['spring'], ['api']]);
    expect(known.map(each => each.id)).toEqual(['shell']);
  });

  test('of several ways the one with the least left to learn is taken', () => {
    expect(ids(route(skills, ['api'], ['spring', 'shell']).stages)).toEqual([['api']]);
    expect(ids(route(skills, ['api', 'spring'], []).stages).flat()).not.toContain('django');
  });

  test('a goal that is known needs nothing', () => {
    expect(route(skills, ['api'], ['api', 'spring']).stages).toEqual([]);
    expect(route(skills, [], []).stages).toEqual([]);
  });
});
