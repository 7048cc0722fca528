import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { DiscordDouble } from './double/discord.ts';
import { GENERAL } from './double/world.ts';
import { connected, type Program, start } from './program.ts';

async function expectEnd(program: Program): Promise<void> {
  const { milliseconds, code } = await program.stop();
  expect(code, program.log()).toBe(0);
  expect(milliseconds).toBeLessThan(5000);
}

test.each<[string, (discord: DiscordDouble) => void | Promise<void>]>([
  ['nothing happens', () => {}],
  [
    'answers are in hand that hang',
    discord => {
      discord.faults.add(/^POST/, 'hang', 50);
      for (const person of ['ada', 'grace', 'edsger']) discord.post('do I need a degree?', { person });
      discord.interact({ type: 2, data: { id: '1', name: 'help', type: 1 } }, { channel: GENERAL });
    },
  ],
  [
    'a rate limit lasts',
    discord => {
      discord.faults.add(/^POST/, { limit: 30, global: true });
      for (const person of ['ada', 'grace']) discord.post('do I need a degree?', { person });
    },
  ],
  [
    'the gateway is gone',
    discord => {
      discord.gateway.refuse = 'reset';
      discord.gateway.drop();
    },
  ],
  [
    'the gateway refuses',
    discord => {
      discord.gateway.refuse = 503;
      discord.gateway.drop();
    },
  ],
  ['the connection is dead', discord => discord.gateway.freeze()],
  ['a new session begins', discord => discord.gateway.send(9, false)],
])('SIGTERM while %s ends it within five seconds', async (_, happen) => {
  const { discord, program } = await connected();
  await happen(discord);
  await pause(300);
  await expectEnd(program);
});

test('SIGTERM during a start that cannot succeed ends it within five seconds', async () => {
  const { discord, program } = await start();
  discord.gateway.refuse = 'reset';
  await program.logged(/health and metrics/);
  await pause(700);
  await expectEnd(program);
});

test('SIGTERM during a start whose calls hang ends it within five seconds', async () => {
  const { discord, program } = await start();
  discord.faults.add(/^GET/, 'hang', 9);
  await program.logged(/health and metrics/);
  await pause(300);
  await expectEnd(program);
});

test('what is in hand is finished before the end', async () => {
  const { discord, program } = await connected();
  discord.faults.add(/^POST \/channels/, { slow: 800 });
  const id = discord.post('do I need a degree?');
  await pause(200);
  await expectEnd(program);
  expect(discord.repliesTo(id).length).toBe(1);
});
