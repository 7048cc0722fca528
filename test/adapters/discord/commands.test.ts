import { describe, expect, test } from 'vitest';
import { read, until } from './double/discord.ts';
import { objects, text } from './double/json.ts';
import { FORUM, GENERAL, HELP } from './double/world.ts';
import { connected, shared, startProgram } from './program.ts';

const EPHEMERAL = 64;

describe('commands', () => {
  const bot = shared();

  test('all of them are registered, for everywhere, with what can be completed; a second start leaves them alone', async () => {
    const { discord, program } = await connected();
    const slash = discord.commands.filter(command => command['type'] === 1);
    expect(slash.map(command => command['name'])).toEqual(['ask', 'skill', 'path', 'pay', 'topics', 'help']);
    expect(discord.commands.find(command => command['type'] === 3)?.['name']).toBe('Answer this');
    for (const command of discord.commands) {
      expect(command['integration_types']).toEqual([0, 1]);
      expect(command['contexts']).toEqual([0, 1, 2]);
    }
    const [question, open] = objects(slash[0]?.['options']);
    expect([text(question?.['name']), question?.['autocomplete'], question?.['required']]).toEqual([
      'question',
      true,
      true,
    ]);
    expect([text(open?.['name']), open?.['type']]).toEqual(['public', 5]);
    expect(program.log()).toMatch(/commands registered/);
    expect(program.log()).toMatch(/connected as Signpost to 1 server"/);
    expect(program.log()).toMatch(
      /oauth2\/authorize\?client_id=900000000000000001&scope=bot\+applications.commands&permissions=\d+/,
    );
    const second = await startProgram(discord);
    await second.logged(/commands left as they were/);
    await second.stop();
    expect(discord.writes).toBe(1);
  });

  test('one server gets them at once where that is set', async () => {
    const { discord, program } = await connected({}, { DISCORD_GUILD_ID: '800000000000000001' });
    expect(program.log()).toMatch(/"server":"800000000000000001"/);
    expect(discord.commands.length).toBe(7);
  });

  test('answers are private, or open where that is asked for', async () => {
    const { discord } = bot;
    const alone = await discord.slash('ask', { question: 'Do I need a degree to work as a backend developer?' });
    expect(alone.sent?.private).toBe(true);
    expect(alone.read).toContain('degree');
    const open = await discord.slash('ask', { question: 'Do I need a degree?', public: true });
    expect(open.sent?.private).toBe(false);
    expect(open.read).toContain('Asked: Do I need a degree?');
    expect(open.read).not.toContain('(Share)');
    for (const [name, options, says] of [
      ['skill', { name: 'docker' }, 'Prove it'],
      ['path', { goal: 'devops', known: 'python, sql' }, 'Stage 1'],
      ['pay', { level: 'senior' }, 'Sources'],
      ['topics', {}, 'themes'],
      ['help', {}, '/skill docker'],
    ] as const)
      expect((await discord.slash(name, options)).read, name).toContain(says);
  });

  test('in a direct conversation with the bot the answer stays', async () => {
    const { discord } = bot;
    const { sent } = await discord.slash('ask', { question: 'Do I need a degree?' }, { person: 'ada' });
    expect(Number(sent?.payload['flags']) & EPHEMERAL).toBe(0);
  });

  test('completions are ranked by the engine, each entry once; picking one answers from that entry', async () => {
    const { discord } = bot;
    const { choices } = await discord.type('ask', 'question', 'degree needed');
    expect(text(choices[0]?.['name'])).toMatch(/degree/i);
    const values = choices.map(choice => text(choice['value']));
    expect(new Set(values).size).toBe(values.length);
    expect((await discord.slash('ask', { question: values[0] ?? '' })).read).toContain(text(choices[0]?.['name']));
    expect((await discord.type('ask', 'question', '')).choices.length).toBe(25);
    expect((await discord.type('skill', 'name', 'k8s')).choices.map(choice => choice['name'])).toContain('Kubernetes');
    expect((await discord.type('pay', 'level', 'zzz')).choices).toEqual([]);
  });

  test('"Answer this" answers a message privately to whoever asked', async () => {
    const { discord } = bot;
    const { sent, read: said } = await discord.menu(
      'hey all, does anyone know whether I need a degree for backend work?',
    );
    expect(sent?.private).toBe(true);
    expect(said).toContain('degree');
    expect((await discord.menu('')).read).toMatch(/no text/);
  });

  test('follow-ups keep to one person and one channel', async () => {
    const { discord } = bot;
    await discord.slash(
      'ask',
      { question: 'how much does a junior backend developer earn?' },
      { channel: GENERAL, person: 'grace' },
    );
    const after = await discord.slash('ask', { question: 'and for seniors?' }, { channel: GENERAL, person: 'grace' });
    const elsewhere = await discord.slash('ask', { question: 'and for seniors?' }, { channel: HELP, person: 'grace' });
    const other = await discord.slash('ask', { question: 'and for seniors?' }, { channel: GENERAL, person: 'edsger' });
    expect(after.read).not.toBe(elsewhere.read);
    expect(elsewhere.read).toBe(other.read);
  });

  test('outside of the listed channels commands are answered privately only', async () => {
    const { discord } = await connected({}, { DISCORD_CHANNELS: `${HELP},${FORUM}` });
    const there = await discord.slash('ask', { question: 'Do I need a degree?', public: true }, { channel: GENERAL });
    expect(there.sent?.private).toBe(true);
    const here = await discord.slash('ask', { question: 'Do I need a degree?', public: true }, { channel: HELP });
    expect(here.sent?.private).toBe(false);
  });

  test('who asks too fast is told so, privately', async () => {
    const { discord } = await connected({}, { LIMIT_PER_PERSON: '2' });
    for (let at = 0; at < 2; at += 1) await discord.slash('help');
    const { read: said, sent } = await discord.slash('help');
    expect(said).toMatch(/wait half a minute/);
    expect(sent?.private).toBe(true);
    expect((await discord.slash('help', {}, { channel: GENERAL, person: 'grace' })).read).toContain('How to ask');
    const mentioned = discord.post('<@900000000000000001> help', { channel: GENERAL });
    const told = await until('a notice', () =>
      discord.sent.find(each => each.private && each.interaction === undefined),
    );
    expect(read(told)).toMatch(/wait half a minute/);
    expect(discord.repliesTo(mentioned)).toEqual([]);
  });
});
