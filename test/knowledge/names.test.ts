import { expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { askSkill } from '../../src/commands/sections.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const { skills } = library.knowledge;
const advisor = createAdvisor(library);

test('every skill is found by its name, its id and all its aliases', () => {
  const lost = skills.flatMap(({ id, name, aliases }) =>
    [name, id.replaceAll('-', ' '), ...aliases].filter(each => library.skillNamed(each)?.id !== id),
  );
  expect(lost).toEqual([]);
});

test('"what is …" shows the card of every skill within its topic', () => {
  const lost = skills.flatMap(({ id, name, topic }) => {
    const { kind, skills: cards, topics } = advisor.ask(`what is ${name}?`);
    return kind === 'answer' && cards[0] === id && topics[0] === topic ? [] : [`${name}: ${kind} ${topics.join(' ')}`];
  });
  expect(lost).toEqual([]);
});

test('what is offered as a next question about a skill shows its card when it is typed', () => {
  const lost = skills.flatMap(({ id }) =>
    askSkill(id, library).flatMap(({ label }) => (advisor.ask(label).skills[0] === id ? [] : [label])),
  );
  expect(lost).toEqual([]);
});
