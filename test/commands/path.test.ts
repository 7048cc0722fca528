import { assert as check, constantFrom, property, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { askedPath } from '../../src/commands/intents.ts';
import { knownSkills } from '../../src/commands/known-skills.ts';
import { route } from '../../src/commands/route.ts';
import type { Stage } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const { skills, tracks } = library.knowledge;
const stagesOf = (goal: string, known = ''): readonly Stage[] =>
  advisor
    .run('path', { goal, known })
    .sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.type === 'stages' ? block.stages : [])));
const idsOf = (stages: readonly Stage[]): string[] => stages.flatMap(stage => stage.skills.map(({ id }) => id));

/** Everything that a skill builds on, itself included. */
function grounds(id: string, into = new Set<string>()): Set<string> {
  if (!into.has(id)) for (const before of library.skill(into.add(id) && id)!.prerequisites) grounds(before, into);
  return into;
}

describe('path', () => {
  test('leads to every track and every skill', () => {
    for (const { name, topic } of tracks) {
      expect(advisor.run('path', { goal: name })).toMatchObject({ kind: 'answer', topics: [topic] });
      expect(idsOf(stagesOf(name)).length, name).toBeGreaterThan(5);
    }
    for (const { id, name } of skills)
      expect(advisor.run('path', { goal: id.replaceAll('-', ' ') }).kind, name).toBe('answer');
  });

  test('respects every prerequisite, whatever the goal and whatever is known', () => {
    const ids = skills.map(({ id }) => id);
    check(
      property(constantFrom(...tracks), uniqueArray(constantFrom(...ids), { maxLength: 12 }), (track, known) => {
        const { stages } = route(skills, track.skills, known);
        const learnt = new Set(known.flatMap(id => [...grounds(id)]));
        for (const stage of stages) {
          for (const { id, prerequisites, oneOf } of stage) {
            expect(learnt.has(id), `${id} is learnt twice`).toBe(false);
            expect(
              prerequisites.filter(before => !learnt.has(before)),
              id,
            ).toEqual([]);
            expect(oneOf.length === 0 || oneOf.some(one => learnt.has(one)), `${id} needs one of ${oneOf.join()}`).toBe(
              true,
            );
          }
          for (const { id } of stage) learnt.add(id);
        }
        expect(track.skills.filter(id => !learnt.has(id))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('whoever knows more has less to learn', () => {
    const fromNothing = idsOf(stagesOf('devops'));
    const further = idsOf(stagesOf('devops', 'python, sql and docker'));
    expect(further.length).toBeLessThan(fromNothing.length);
    for (const id of ['python', 'sql', 'docker', 'programming-basics']) expect(further).not.toContain(id);
  });

  test('begins with a thing to build this week', () => {
    const { sections } = advisor.run('path', { goal: 'java' });
    expect(JSON.stringify(sections)).toContain('**This week:** begin with');
  });

  test('says so when nothing is missing', () => {
    const { sections } = advisor.run('path', { goal: 'docker', known: 'kubernetes' });
    expect(JSON.stringify(sections)).toContain('You have what Docker and containers needs');
  });

  test.each([
    ['I know python and sql, what do I need for devops?', 'devops', 'python, sql'],
    ['i know java and git, what am i missing for data engineering?', 'data engineering', 'java, git'],
    [
      'I already know git and docker. What should I learn next to become a DevOps engineer?',
      'devops engineer',
      'git, docker',
    ],
  ])('"%s" reaches the same reply', (question, goal, known) => {
    const asked = advisor.ask(question);
    expect(asked.sections).toEqual(advisor.run('path', { goal, known }).sections);
    expect(asked.question).toBe(question);
  });

  test.each([
    ['i know java and git, how do i become a data engineer', 'data engineer', 'java, git'],
    ['I know java and git. How can I become a data engineer?', 'data engineer', 'java, git'],
    ['i know html and css, how to become backend dev', 'backend developer', 'html, css'],
    ['i know node.js and sql, how do i get into devops', 'devops', 'node.js, sql'],
    ['have python, want devops', 'devops', 'python'],
    ['i have python and sql, i want to become a data engineer', 'data engineer', 'python, sql'],
    ['I know docker but want to be a devops engineer', 'devops engineer', 'docker'],
  ])('"%s" is answered as the command is', (question, goal, known) => {
    expect(advisor.ask(question).sections).toEqual(advisor.run('path', { goal, known }).sections);
  });

  test.each([
    'how do I become a data engineer',
    'I want to become a data engineer',
    'I know nothing, how do I become a backend developer?',
    'I know python, how do I become better at it?',
    'i know java, how do i get a job in germany',
    'I have a degree, want a job',
    'i have 5 years of java, want to earn more',
    'have python, want a raise',
    'I know python, how do I become a manager of people',
    'i know sql, want to know if i need a degree',
  ])('"%s" stays a question', question => {
    expect(askedPath(question, library)).toBeUndefined();
  });

  test.each([
    ['html, css and javascript', 'HTML and CSS basics and JavaScript'],
    ['js, javascript, JS', 'JavaScript'],
    ['Docker and containers and sql', 'Docker and containers and SQL and relational databases'],
    ['ci/cd, c#/java', 'CI/CD, C# and .NET and Java'],
    ['nats + some python basics', 'Message queues and events and Python'],
  ])('names what is known once: %s', (known, names) => {
    expect(advisor.run('path', { goal: 'devops', known }).sections[0]?.title).toBe(
      `The way to DevOps engineer from ${names}`,
    );
  });

  test('every skill counts as known by its own name', () => {
    const lost = skills.filter(({ id, name }) => knownSkills(`${name} and juggling`, library).skills[0]?.id !== id);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  test('says back a few of many words that name no skill, each once', () => {
    const known = Array.from({ length: 2000 }, (_, at) => `qqqq${'x'.repeat(at % 9)}`).join(' and ');
    expect(JSON.stringify(advisor.run('path', { goal: 'devops', known }).sections)).toContain(
      '\\"qqqqxxx\\" and 5 more, so they are not counted',
    );
  });

  test('is typed as one line where there is only one', () => {
    const command = advisor.commands.find(({ name }) => name === 'path')!;
    expect(command.parse('to devops from python, sql')).toEqual({ goal: 'devops', known: 'python, sql' });
    expect(command.parse('java')).toEqual({ goal: 'java', known: '' });
    expect(advisor.run('path', command.parse(command.example.replace('path', ''))).kind).toBe('answer');
  });

  test('asks back for goals that it does not know, and names what it did not recognise', () => {
    expect(advisor.run('path', { goal: '' })).toMatchObject({ kind: 'unknown' });
    const unknown = advisor.run('path', { goal: 'game dev person' });
    expect(unknown.kind).toBe('unknown');
    expect(JSON.stringify(unknown.sections)).toContain('Did you mean Game backend developer');
    expect(unknown.next.every(({ command }) => command?.name === 'path')).toBe(true);
    const odd = advisor.run('path', { goal: 'devops', known: 'python, juggling' });
    expect(odd.kind).toBe('answer');
    expect(JSON.stringify(odd.sections)).toContain('I did not recognise \\"juggling\\"');
  });
});
