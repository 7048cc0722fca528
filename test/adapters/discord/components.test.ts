import { describe, expect, test } from 'vitest';
import { type DiscordDouble, read, type Sent, until } from './double/discord.ts';
import { isObject, objects, text } from './double/json.ts';
import { BOT, FORUM, GENERAL, HELPERS, ROLE } from './double/world.ts';
import { connected, shared, startProgram } from './program.ts';

const DEGREE = 'Do I need a degree to work as a backend developer?';

async function asked(discord: DiscordDouble, question = DEGREE): Promise<Sent> {
  const { sent } = await discord.slash('ask', { question });
  return sent!;
}

describe('buttons and menus', () => {
  const bot = shared({}, { DISCORD_PERSON_CHANNEL: HELPERS, DISCORD_PERSON_ROLE: ROLE });

  test('choices and next questions answer privately, from their entry', async () => {
    const { discord } = bot;
    const sent = await discord.say(`<@${BOT}> ${DEGREE}`, { channel: GENERAL });
    const [, label = ''] = /^\[(.+)\]$/m.exec(read(sent)) ?? [];
    const next = await discord.click(sent, label, { person: 'grace' });
    expect(next.read).toContain(label);
    expect(next.sent?.private).toBe(true);
    const themes = await discord.slash('topics');
    const [, theme = ''] = /^\[(.+)\]$/m.exec(themes.read) ?? [];
    expect((await discord.click(themes.sent!, theme)).read).toContain(theme);
  });

  test('a private answer can be shared, once, and says who did', async () => {
    const { discord } = bot;
    const sent = await asked(discord);
    const shared = await discord.click(sent, 'Share');
    expect(shared.sent?.private).toBe(false);
    expect(shared.read).toMatch(/Shared by ada\n-# Asked: Do I need a degree/);
    const again = await discord.click(sent, 'Share');
    expect(again.sent?.private).toBe(true);
    expect(again.read).toMatch(/already/);
  });

  test('votes are thanked for privately and can be changed', async () => {
    const { discord } = bot;
    const sent = await asked(discord);
    for (const label of ['Helpful', 'Not helpful', 'Helpful']) {
      const thanks = await discord.click(sent, label);
      expect(thanks.read).toMatch(/Thank you/);
      expect(thanks.sent?.private).toBe(true);
    }
  });

  test('a person is asked after a confirmation: a thread with the question, escaped, calling the role alone', async () => {
    const { discord } = bot;
    const sent = await asked(discord, '@everyone **do I need** a degree <@123456789012345678>?');
    const question = await discord.click(sent, 'Ask a person');
    expect(discord.threads).toEqual([]);
    const { sent: confirmation } = await discord.click(question.sent!, 'Yes, ask them');
    await until('the confirmation', () => /Your question stands in <#\d+>/.test(read(confirmation!)));
    expect(discord.threads.length).toBe(1);
    expect(discord.threads[0]?.parent).toBe(HELPERS);
    const opened = discord.sent.find(each => each.channel === HELPERS)!;
    expect(read(opened)).toContain(`<@&${ROLE}>`);
    expect(read(opened)).toMatch(/\\\*\\\*do I need\\\*\\\*/);
    expect(read(opened)).toMatch(/What I had offered:\n- \*\*.*degree/);
    expect(read(opened)).not.toMatch(/@everyone|<@123456789012345678>/);
    const allowed = opened.payload['allowed_mentions'];
    expect(isObject(allowed) ? allowed['roles'] : []).toEqual([ROLE]);
    const again = await discord.click(sent, 'Ask a person');
    expect((await discord.click(again.sent!, 'Yes, ask them')).read).toMatch(/already/);
    const third = await discord.click(sent, 'Ask a person', { person: 'grace' });
    expect((await discord.click(third.sent!, 'No')).read).toMatch(/Nothing was sent/);
    expect(discord.threads.length).toBe(1);
  });

  test('in a forum a question becomes a post; where there is no permission the person is told', async () => {
    const { discord } = await connected({}, { DISCORD_PERSON_CHANNEL: FORUM });
    const question = await discord.click(await asked(discord), 'Ask a person');
    await discord.click(question.sent!, 'Yes, ask them');
    await until('a post', () => discord.threads.find(thread => thread.parent === FORUM));
    discord.faults.add(/^POST \/channels\/700000000000000003\/threads/, { error: [403, 50013, 'Missing Permissions'] });
    const other = await discord.click(await asked(discord, 'how do I learn sql?'), 'Ask a person');
    const { sent } = await discord.click(other.sent!, 'Yes, ask them');
    await until('a notice', () => /could not pass it on/.test(read(sent!)));
  });

  test('nobody is offered a person where no channel is set', async () => {
    const { discord } = await connected();
    expect(read(await asked(discord))).not.toContain('Ask a person');
  });

  test('long answers go on under "Show more"', async () => {
    const { discord } = bot;
    const question =
      'How much does a junior earn? Do I need a degree? How do I learn SQL? How do I become a backend developer?';
    const sent = await asked(discord, question);
    const first = read(sent);
    expect(first).toMatch(/-# Page 1 of \d/);
    const more = await discord.click(sent, /^Show more/);
    expect(more.read).toMatch(/-# Page 2 of \d/);
    expect(more.read).not.toBe(first);
  });

  test('buttons mean the same after a restart; those of another release are answered politely', async () => {
    const { discord, program } = await connected({}, { DISCORD_PERSON_CHANNEL: HELPERS });
    const sent = await asked(discord);
    await program.stop();
    const again = await startProgram(discord);
    await again.logged(/commands left as they were/);
    const [, label = ''] = /^\[(.+)\]$/m.exec(read(sent)) ?? [];
    expect((await discord.click(sent, label)).read).toContain(label);
    expect((await discord.click(sent, 'Helpful')).read).toMatch(/Thank you/);
    expect((await discord.click(sent, 'Share')).read).toMatch(/Shared by/);
    expect((await discord.click(sent, 'Ask a person')).read).toMatch(/no longer remember/);
    for (const id of [
      '0|show|degree-needed',
      '1|nothing',
      'x',
      '1|show|an-entry-that-is-gone',
      '1|more|forgotten||3',
      '1|run|nosuch|',
      '1|confirm|x||0',
    ])
      expect((await discord.press(sent, id)).read.length, id).toBeGreaterThan(20);
    await again.stop();
  });

  test('every reply carries a page of components only, with one accent', async () => {
    const { discord } = bot;
    const sent = await asked(discord);
    expect(Number(sent.payload['flags'])).toBe((1 << 15) | 64);
    const [container] = objects(sent.payload['components']);
    expect(container?.['type']).toBe(17);
    expect(text(objects(container?.['components'])[0]?.['content'])).toMatch(/^### /);
  });
});
