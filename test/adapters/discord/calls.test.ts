import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import type { Call, Fault } from './double/faults.ts';
import { actionsIn, readableText } from './double/reading.ts';
import type { Shown } from './double/scene.ts';
import { FORUM, PERSON_CHANNEL } from './double/world.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean, pause, ready } from './running.ts';

/** Longer than any retry that is still to come. */
const SETTLED = 3500;

describe('calls that fail', () => {
  let discord: DiscordDouble;
  let program: Program;
  let count = 0;
  /** what must have been shown exactly once, when no retry can come any more */
  const once: ((shown: Shown) => boolean)[] = [];
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord, { DISCORD_PERSON_CHANNEL: PERSON_CHANNEL });
    await program.logged(/"ready: /);
  });
  afterAll(async () => {
    await program.stop();
    await discord.close();
  });
  afterEach(() => {
    discord.faults.clear();
    expectClean(discord, program);
  });
  const somebody = (): string => {
    count += 1;
    return `person-${count}`;
  };
  const direct = async (): Promise<string> => {
    const message = discord.say('do I need a degree?', { person: somebody(), direct: true });
    await discord.next(each => each.replyTo === message.id, 0, 20_000);
    return message.id;
  };

  test.each<[string, Fault, number]>([
    ['a limit of the route', { type: 'status', status: 429, retryAfter: 1 }, 1],
    ['the global limit', { type: 'status', status: 429, retryAfter: 1, global: true }, 1],
    ['a server that is upset', { type: 'status', status: 500 }, 2],
    ['a gateway that is upset', { type: 'status', status: 502 }, 2],
    ['an answer that was lost', { type: 'lost' }, 1],
    ['two answers that were lost', { type: 'lost' }, 2],
    ['two lines that were reset', { type: 'reset' }, 2],
    ['a slow answer', { type: 'slow', milliseconds: 1500 }, 1],
    ['a call that hangs', { type: 'hang' }, 1],
  ])('%s: a message is answered once', async (_, fault, times) => {
    discord.faults.next('message', fault, times);
    const id = await direct();
    once.push(each => each.replyTo === id);
  });

  test.each<[string, Fault, number]>([
    ['a server that is upset', { type: 'status', status: 503 }, 1],
    ['a limit of the route', { type: 'status', status: 429, retryAfter: 1 }, 1],
    ['an answer that was lost', { type: 'lost' }, 1],
    ['two answers that were lost', { type: 'lost' }, 2],
    ['a line that was reset', { type: 'reset' }, 1],
    ['a slow answer', { type: 'slow', milliseconds: 2400 }, 1],
    ['a call that hangs', { type: 'hang' }, 1],
    ['a server that is upset for a while', { type: 'status', status: 503 }, 7],
  ])('%s: a command is answered once', async (_, fault, times) => {
    discord.faults.next('callback', fault, times);
    const asked = discord.command('ask', { question: 'do I need a degree?' }, { person: somebody() });
    const shown = await discord.answer(asked);
    expect(readableText(shown.body)).toContain('degree');
    once.push(each => each.interaction === asked.id);
  });

  test('an interaction that came too late is given up quietly', async () => {
    const before = discord.refusals.length;
    const asked = discord.command('ask', { question: 'do I need a degree?' });
    asked.started -= 4000;
    await discord.until(() => discord.refusals.slice(before).some(each => each.code === 10062), 'it was refused');
    await pause(300);
    expect(program.log()).not.toMatch(/"level":"error"/);
  });

  test('an answer that is shared although the answer of Discord is lost stands there once', async () => {
    const shown = await discord.answer(
      discord.command('ask', { question: 'do I need a degree?' }, { person: somebody() }),
    );
    const mark = discord.shown.length;
    discord.faults.next('callback', { type: 'lost' });
    discord.click(shown, 'Share in channel');
    const { interaction } = await discord.next(each => !each.hidden, mark);
    once.push(each => each.interaction === interaction && !each.hidden);
  });

  test.each<Call>(['callback', 'original'])('a line that is closed without an answer costs nothing: %s', async call => {
    const person = somebody();
    const stored = await discord.answer(discord.command('privacy', {}, { person }));
    const really = await discord.answer(discord.click(stored, actionsIn(stored.body)[0]?.id ?? '', { person }));
    discord.faults.next(call, { type: 'lost' });
    const done = await discord.answer(discord.click(really, actionsIn(really.body)[0]?.id ?? '', { person }));
    expect(readableText(done.body)).toMatch(/forgotten|deleted/i);
  });

  test.each<Call>(['message', 'thread', 'callback', 'original'])(
    'a person is asked once although the answer to a call is lost: %s',
    async call => {
      const shown = await discord.answer(
        discord.command('ask', { question: 'do I need a degree?' }, { person: somebody() }),
      );
      const sure = await discord.answer(discord.click(shown, 'Ask a person'));
      const mark = discord.shown.length;
      discord.faults.next(call, { type: 'reset' });
      const [confirm] = actionsIn(sure.body);
      const asked = discord.click(sure, confirm?.id ?? '');
      const done = await discord.answer(asked, 15_000);
      const behind = discord.shown.slice(mark);
      const [thread, ...others] = behind.filter(each => each.way === 'thread');
      expect(others).toEqual([]);
      expect(readableText(done.body)).toContain(`<#${thread?.id}>`);
      expect(behind.filter(each => each.channel === PERSON_CHANNEL && each.way === 'message')).toHaveLength(1);
      expect(behind.filter(each => each.channel === thread?.id)).toHaveLength(1);
    },
  );

  test('where no thread can be opened, the question stands in the channel', async () => {
    const shown = await discord.answer(
      discord.command('ask', { question: 'do I need a degree?' }, { person: somebody() }),
    );
    const sure = await discord.answer(discord.click(shown, 'Ask a person'));
    discord.world.channels.get(PERSON_CHANNEL)?.denied.add('CreatePublicThreads');
    const mark = discord.shown.length;
    const done = await discord.answer(discord.click(sure, actionsIn(sure.body)[0]?.id ?? ''));
    discord.world.channels.get(PERSON_CHANNEL)?.denied.clear();
    expect(readableText(done.body)).toContain(`<#${PERSON_CHANNEL}>`);
    expect(discord.shown.slice(mark).some(each => each.channel === PERSON_CHANNEL)).toBe(true);
  });

  test('after all of that nothing was shown twice, it still answers, and nothing of it is an error', async () => {
    await pause(SETTLED);
    for (const fits of once) expect(discord.shown.filter(fits)).toHaveLength(1);
    await direct();
    expect(program.process.exitCode).toBeNull();
    expect(program.log()).not.toMatch(/"level":"error"/);
  });
});

describe('a post in a forum', () => {
  test.each<[string, Fault, number]>([
    ['an answer that was lost', { type: 'lost' }, 1],
    ['a line that was reset', { type: 'reset' }, 1],
    ['a server that is upset', { type: 'status', status: 500 }, 1],
    ['a limit of the route', { type: 'status', status: 429, retryAfter: 1 }, 1],
    ['a call that hangs', { type: 'hang' }, 1],
  ])('is opened once: %s', async (_, fault, times) => {
    const { discord } = await ready({ DISCORD_PERSON_CHANNEL: FORUM });
    const pass = async (person: string, broken: boolean): Promise<Shown> => {
      const shown = await discord.answer(discord.command('ask', { question: 'do I need a degree?' }, { person }));
      const sure = await discord.answer(discord.click(shown, 'Ask a person', { person }));
      if (broken) discord.faults.next('thread', fault, times);
      return discord.answer(discord.click(sure, actionsIn(sure.body)[0]?.id ?? '', { person }), 15_000);
    };
    // Somebody else's question of the same name stands there already.
    await pass('grace', false);
    const mark = discord.shown.length;
    const done = await pass('ada', true);
    const behind = discord.shown.slice(mark);
    const [thread, ...others] = behind.filter(each => each.way === 'thread');
    expect(others).toEqual([]);
    expect(readableText(done.body)).toContain(`<#${thread?.id}>`);
    const inside = behind.filter(each => each.channel === thread?.id && each.way === 'message');
    expect(inside.map(each => readableText(each.body))).toEqual([
      expect.stringContaining(`<@${done.person}> asks:`),
      expect.stringContaining('I had answered'),
    ]);
  });

  test('is given up where nobody can say what became of it', async () => {
    const { discord } = await ready({ DISCORD_PERSON_CHANNEL: FORUM });
    const shown = await discord.answer(discord.command('ask', { question: 'do I need a degree?' }));
    const sure = await discord.answer(discord.click(shown, 'Ask a person'));
    discord.faults.next('thread', { type: 'lost' });
    discord.faults.next('threads', { type: 'error', status: 403, code: 50001 });
    const done = await discord.answer(discord.click(sure, actionsIn(sure.body)[0]?.id ?? ''), 15_000);
    expect(readableText(done.body)).not.toContain('Your question stands');
    expect(discord.shown.filter(each => each.way === 'thread')).toHaveLength(1);
  });
});
