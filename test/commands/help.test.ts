import { expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { ownLibrary } from '../library.ts';

const advisor = createAdvisor(await ownLibrary());

test('help shows every other command with an example that works', () => {
  const text = JSON.stringify(advisor.run('help', {}).sections);
  for (const command of advisor.commands.filter(({ name }) => name !== 'help')) {
    expect(text).toContain(command.example);
    expect(text).toContain(command.description);
    const rest = command.example.slice(command.name.length);
    expect(advisor.run(command.name, command.parse(rest)).kind, command.example).toBe('answer');
  }
});

test('commands keep the limits of the strictest platform', () => {
  expect(advisor.commands.map(({ name }) => name)).toEqual(['ask', 'skill', 'path', 'pay', 'topics', 'help']);
  for (const { name, description, parameters } of advisor.commands) {
    expect(name).toMatch(/^[a-z]{1,32}$/);
    for (const text of [description, ...parameters.map(each => each.description)]) {
      expect(text.length, text).toBeGreaterThan(0);
      expect(text.length, text).toBeLessThanOrEqual(100);
    }
    const required = parameters.map(each => each.required);
    expect(required, `${name}: what is required stands first`).toEqual(
      [...required].sort((a, b) => Number(b) - Number(a)),
    );
  }
});

test('a command that does not exist is answered with what there is', () => {
  expect(advisor.run('dance', { with: 'me' }).sections).toEqual(advisor.run('help', {}).sections);
});
