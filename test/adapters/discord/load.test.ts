import { expect, test } from 'vitest';
import { type Sent, until } from './double/discord.ts';
import { GENERAL } from './double/world.ts';
import { connected } from './program.ts';

const QUESTIONS = [
  'do I need a degree?',
  'how much does a junior earn?',
  'docker?? job',
  'how do I learn sql?',
  'hello',
  'asdf qwer',
];

/** 60 people, five questions each, all at once. */
test('300 questions at once are all answered, in order for each person and in time for Discord', async () => {
  const { discord } = await connected({}, { LIMIT_PER_PERSON: '1000' });
  await discord.slash('ask', { question: 'do I need a degree?' });
  const asked: { id: string; person: string; at: number }[] = [];
  for (let round = 0; round < 5; round += 1)
    for (let number = 0; number < 60; number += 1) {
      const person = `person-${number}`;
      const question = QUESTIONS[(round + number) % QUESTIONS.length]!;
      const data = {
        type: 2,
        data: { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: question }] },
      };
      const at = performance.now();
      asked.push({ id: discord.interact(data, { channel: GENERAL, person }), person, at });
    }
  const of = (id: string): Sent | undefined => discord.sent.find(each => each.interaction === id);
  await until('300 answers', () => asked.every(({ id }) => of(id) !== undefined), 30_000);
  for (let number = 0; number < 60; number += 1) {
    const order = asked
      .filter(each => each.person === `person-${number}`)
      .map(({ id }) => discord.sent.findIndex(each => each.interaction === id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
  const times = asked.map(({ id, at }) => of(id)!.at - at).sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(3000);
  expect(discord.sent.length).toBe(301);
});
