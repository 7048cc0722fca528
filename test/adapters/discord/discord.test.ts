import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { adapterFor } from './alone.ts';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { type Json, objects } from './double/json.ts';
import { actionsIn, readableText } from './double/reading.ts';
import { GUILD } from './double/world.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean } from './running.ts';

/** What an interaction may take of Discord's three seconds; the bot's own time is far less. */
const SOON = 3000;

describe('commands', () => {
  let discord: DiscordDouble;
  let program: Program;
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord);
    await program.logged(/"ready: /);
  });
  afterAll(async () => {
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    await discord.close();
  });
  afterEach(() => expectClean(discord, program));

  const registered = (name: string): Json | undefined =>
    discord.commands.get('')?.find(command => command['name'] === name);

  test('the log names the bot, its servers, the commands and the invite link', () => {
    expect(program.log()).toContain('signpost');
    expect(program.log()).toMatch(/1 server\b|"servers":1/);
    expect(program.log()).toMatch(/commands everywhere: registered/);
    expect(program.log()).toMatch(/oauth2\/authorize\?\S*client_id=1180000000000000002/);
  });

  test('every command of the advisor is there, in servers, in direct messages and after a user install', () => {
    for (const name of ['ask', 'skill', 'path', 'pay', 'topics', 'help'])
      expect(registered(name)).toMatchObject({ type: 1, contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(objects(registered('ask')?.['options'])[0]).toMatchObject({
      name: 'question',
      required: true,
      autocomplete: true,
    });
    expect(registered('Answer this')).toMatchObject({ type: 3 });
  });

  test.each([
    ['ask', { question: 'how do I become a backend developer?' }, 'This week'],
    ['ask', { question: 'degree-needed' }, 'degree'],
    ['skill', { name: 'docker' }, 'Docker'],
    ['pay', {}, 'before tax'],
    ['topics', {}, 'Topics'],
    ['help', {}, 'How to ask'],
  ])('/%s %j is answered privately, within three seconds', async (name, options, expected) => {
    const asked = discord.command(name, options);
    const shown = await discord.answer(asked);
    expect(shown).toMatchObject({ way: 'callback', hidden: true });
    expect(readableText(shown.body)).toContain(expected);
    expect((asked.responded ?? Number.POSITIVE_INFINITY) - asked.started).toBeLessThan(SOON);
  });

  test('an answer in the channel where it is asked for', async () => {
    const option = objects(registered('ask')?.['options']).find(each => each['type'] === 5);
    expect(option).toMatchObject({ type: 5 });
    const shown = await discord.answer(
      discord.command('ask', { question: 'do I need a degree?', [String(option?.['name'])]: true }),
    );
    expect(shown.hidden).toBe(false);
    expect(actionsIn(shown.body).map(each => each.label)).not.toContain('Share in channel');
  });

  test('in direct messages, and in servers that the bot is not in', async () => {
    const direct = await discord.answer(discord.command('ask', { question: 'do I need a degree?' }, { direct: true }));
    expect(readableText(direct.body)).toContain('degree');
    const outside = await discord.answer(
      discord.command('ask', { question: 'do I need a degree?' }, { outside: true }),
    );
    expect(outside.hidden).toBe(true);
    expect(readableText(outside.body)).toContain('degree');
  });

  test.each(['', 'doc', 'do i need a degree', 'salary', '🤷', 'x'.repeat(100), '@everyone'])(
    'completion of "%s" within the limits, nothing twice',
    async typed => {
      const { body } = await discord.answer(discord.complete('ask', 'question', typed));
      const choices = objects(body['choices']);
      const values = choices.map(choice => choice['value']);
      const names = choices.map(choice => choice['name']);
      expect(new Set(values).size).toBe(values.length);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  test('what is completed is answered', async () => {
    const { body } = await discord.answer(discord.complete('ask', 'question', 'degree'));
    const [first] = objects(body['choices']);
    expect(String(first?.['name'])).toMatch(/degree/i);
    const shown = await discord.answer(discord.command('ask', { question: String(first?.['value']) }));
    expect(readableText(shown.body)).toMatch(/degree/i);
  });

  test('the menu of a message answers privately for the one who asked', async () => {
    const message = discord.say('do i need a degree?? <@123456789012345678> @everyone', { person: 'grace' });
    const shown = await discord.answer(discord.menu('Answer this', message, { person: 'ada' }));
    expect(shown).toMatchObject({ hidden: true, person: discord.world.person('ada') });
    expect(readableText(shown.body)).toContain('degree');
    const picture = discord.say('', { person: 'grace' });
    expect(readableText((await discord.answer(discord.menu('Answer this', picture))).body)).not.toBe('');
  });

  test('a command that this release has not got is answered politely', async () => {
    discord.commands.get('')?.push({ id: '1180000000000000055', name: 'older', type: 1, contexts: [0, 1, 2] });
    expect(readableText((await discord.answer(discord.command('older'))).body).length).toBeGreaterThan(20);
  });
});

describe('registration', () => {
  let discord: DiscordDouble;
  beforeEach(async () => {
    discord = await createDiscordDouble();
  });
  afterEach(async () => {
    await discord.close();
    expect(discord.violations).toEqual([]);
  });
  const writes = (): number => discord.calls.filter(call => call === 'PUT register').length;
  /** One start and stop. @returns what was logged */
  const run = async (options: { guildId?: string } = {}): Promise<string> => {
    const { adapter, logged } = await adapterFor(discord, options);
    await adapter.start();
    await adapter.stop();
    return logged.join('\n');
  };

  test('commands are written when they differ, and left alone when they do not', async () => {
    expect(await run()).toContain('commands everywhere: registered');
    expect(writes()).toBe(1);
    expect(await run()).toContain('left as they were');
    expect(writes()).toBe(1);
    const [first] = discord.commands.get('') ?? [];
    if (first) first['description'] = 'Something else';
    await run();
    expect(writes()).toBe(2);
    discord.commands.get('')?.splice(0, 1);
    await run();
    expect(writes()).toBe(3);
  });

  test('in one server alone where the operator says so', async () => {
    await run({ guildId: GUILD });
    expect(discord.commands.get('')).toBeUndefined();
    expect(discord.commands.get(GUILD)?.length).toBeGreaterThan(5);
    expect(await run({ guildId: GUILD })).toContain('left as they were');
  });

  test('without them it answers all the same, and tries again', async () => {
    discord.faults.next('commands', { type: 'status', status: 500 }, 3);
    const { adapter, counted } = await adapterFor(discord);
    await adapter.start();
    const question = discord.say('do I need a degree?', { direct: true });
    await discord.next(each => each.replyTo === question.id);
    expect(counted).toContain('registration_failed');
    await discord.until(() => writes() === 1, 'they are registered');
    await adapter.stop();
  });
});
