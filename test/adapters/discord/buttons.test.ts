import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectComplete, longKnowledge, QUESTION } from '../long-answer.ts';
import { adapterFor } from './alone.ts';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { actionsIn, readableText } from './double/reading.ts';
import type { Shown } from './double/scene.ts';
import { FORUM, GENERAL, PERSON_CHANNEL, PERSON_ROLE } from './double/world.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean, ready } from './running.ts';

const SETTINGS = { DISCORD_PERSON_CHANNEL: PERSON_CHANNEL, DISCORD_PERSON_ROLE: PERSON_ROLE };

describe('buttons and menus', () => {
  let discord: DiscordDouble;
  let program: Program;
  let count = 0;
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord, SETTINGS);
    await program.logged(/"ready: /);
  });
  afterAll(async () => {
    await program.stop();
    await discord.close();
  });
  afterEach(() => expectClean(discord, program));

  const labels = (shown: Shown): string[] => actionsIn(shown.body).map(each => each.label);
  const privately = (question: string): Promise<Shown> => {
    count += 1;
    return discord.answer(discord.command('ask', { question }, { person: `person-${count}` }));
  };
  /** One of these leaves room, whatever the knowledge becomes. */
  const asksBack = async (): Promise<Shown> => {
    for (const question of ['docker', 'job', 'work', 'learn', 'java or what']) {
      const shown = await privately(question);
      if (readableText(shown.body).includes('not sure which')) return shown;
    }
    throw new Error('it asked back nowhere');
  };
  const openly = async (question: string, person = `person-${count}`): Promise<Shown> => {
    const { id: channel } = discord.world.channel(`room-${count}`);
    discord.gateway.dispatch(
      'CHANNEL_CREATE',
      () => discord.world.channelJson(discord.world.channels.get(channel)!),
      discord.world.channels.get(channel)?.guild,
    );
    const message = discord.say(`@me ${question}`, { channel, person });
    return discord.next(each => each.replyTo === message.id);
  };

  test('choices where it asks back; one of them answers', async () => {
    const shown = await asksBack();
    const [first, second] = actionsIn(shown.body).filter(each => each.id.startsWith('1|show|'));
    expect(second).toBeDefined();
    const answer = await discord.answer(discord.click(shown, first?.id ?? ''));
    expect(answer.hidden).toBe(true);
    expect(readableText(answer.body)).toContain('This week');
  });

  test('a next question before everybody for who asked, privately for others', async () => {
    const shown = await openly('do I need a degree?', 'asker');
    const [next] = actionsIn(shown.body).filter(each => each.id.startsWith('1|show|'));
    const own = await discord.answer(discord.click(shown, next?.id ?? '', { person: 'asker' }));
    expect(own.hidden).toBe(false);
    const curious = await discord.answer(discord.click(shown, next?.id ?? '', { person: 'curious' }));
    expect(curious.hidden).toBe(true);
  });

  test('the topics as a menu', async () => {
    const shown = await discord.answer(discord.command('topics'));
    expect(labels(shown)).toContain('Money');
    expect(readableText((await discord.answer(discord.click(shown, 'Money'))).body)).toContain('earn');
  });

  test('a vote is thanked privately and can be changed', async () => {
    const shown = await openly('do I need a degree?');
    for (const [label, said] of [
      ['Helpful', '**helpful**'],
      ['Not helpful', '**not helpful**'],
    ] as const) {
      const thanks = await discord.answer(discord.click(shown, label, { person: 'voter' }));
      expect(thanks.hidden).toBe(true);
      expect(readableText(thanks.body)).toContain(said);
    }
  });

  test('a private answer is shared once, and calls nobody', async () => {
    const shown = await privately('do I need a degree? @everyone');
    const shared = await discord.answer(discord.click(shown, 'Share in channel'));
    expect(shared.hidden).toBe(false);
    expect(readableText(shared.body)).toContain('Shared by');
    const again = await discord.answer(discord.click(shown, 'Share in channel'));
    expect(again.hidden).toBe(true);
    expect(readableText(again.body)).toContain('already');
  });

  test('a person is asked in a thread, after a confirmation, and only the role is called', async () => {
    const shown = await privately('do I need a degree? @everyone <@123456789012345678>');
    const mark = discord.shown.length;
    const sure = await discord.answer(discord.click(shown, 'Ask a person'));
    expect(sure.hidden).toBe(true);
    expect(discord.shown.slice(mark).filter(each => each.channel === PERSON_CHANNEL && !each.hidden)).toEqual([]);
    const [confirm] = actionsIn(sure.body);
    const done = await discord.answer(discord.click(sure, confirm?.id ?? ''));
    expect(done.hidden).toBe(true);
    const thread = await discord.next(each => each.way === 'thread', mark);
    expect(readableText(done.body)).toContain(`<#${thread.id}>`);
    const question = discord.shown.find(each => each.id === thread.replyTo);
    expect(question?.channel).toBe(PERSON_CHANNEL);
    expect(readableText(question?.body ?? {})).toMatch(new RegExp(`<@&${PERSON_ROLE}>.*<@${shown.person}>`));
    expect(question?.body['allowed_mentions']).toMatchObject({ parse: [], roles: [PERSON_ROLE] });
    const offered = await discord.next(each => each.channel === thread.id, mark);
    expect(readableText(offered.body)).toContain('degree');
    const again = await discord.answer(discord.click(sure, confirm?.id ?? ''));
    expect(readableText(again.body)).toContain('already');
    expect(discord.shown.slice(mark).filter(each => each.way === 'thread')).toHaveLength(1);
  });

  test('buttons of an earlier release and of entries that are gone are answered politely', async () => {
    const shown = await privately('do I need a degree?');
    for (const id of ['0|what|ever', 'nonsense', '1|more|forgotten||1', '1|show|gone-entry', '1|run|gone|x=1']) {
      const answer = await discord.answer(discord.clickId(shown, id));
      expect(readableText(answer.body).length, id).toBeGreaterThan(20);
    }
  });
});

describe('a long answer', () => {
  test.each(['privately', 'in a direct conversation'])('goes on by a button until it is complete: %s', async how => {
    const { discord } = await ready({ KNOWLEDGE_DIR: longKnowledge() });
    const direct = how !== 'privately';
    const asked = direct ? discord.say(QUESTION, { direct }) : undefined;
    let shown = asked
      ? await discord.next(each => each.replyTo === asked.id)
      : await discord.answer(discord.command('ask', { question: QUESTION }));
    const pages = [readableText(shown.body)];
    for (;;) {
      const more = actionsIn(shown.body).find(each => each.label.startsWith('Show more'));
      if (!more) break;
      shown = await discord.answer(discord.click(shown, more.label, { direct }));
      expect(shown.hidden).toBe(!direct);
      pages.push(readableText(shown.body));
    }
    expectComplete(pages);
  });
});

describe('after a restart', () => {
  test('the buttons of before still mean the same', async () => {
    const discord = await createDiscordDouble();
    const before = await startProgram(discord, SETTINGS);
    await before.logged(/"ready: /);
    const shown = await discord.answer(discord.command('ask', { question: 'do I need a degree?' }));
    await before.stop();
    expectClean(discord, before);
    const after = await startProgram(discord, SETTINGS);
    await after.logged(/"ready: /);
    const ids = actionsIn(shown.body);
    expect(ids.length).toBeGreaterThan(3);
    for (const { id, label } of ids) {
      const answer = await discord.answer(discord.clickId(shown, id));
      expect(readableText(answer.body), label).not.toMatch(/no longer|went wrong/);
    }
    await after.stop();
    expectClean(discord, after);
    await discord.close();
  });
});

describe('where people answer', () => {
  test.each<[string, { personChannel?: string; personRole?: string }]>([
    ['a forum', { personChannel: FORUM }],
    ['the channel of the question, calling a role', { personRole: PERSON_ROLE }],
  ])('%s: the question and what was offered stand in one thread', async (_, options) => {
    const discord = await createDiscordDouble();
    const { adapter } = await adapterFor(discord, options);
    await adapter.start();
    const place = { channel: 'personChannel' in options ? GENERAL : PERSON_CHANNEL };
    const shown = await discord.answer(discord.command('ask', { question: 'do I need a degree?' }, place));
    const sure = await discord.answer(discord.click(shown, 'Ask a person'));
    const done = await discord.answer(discord.click(sure, actionsIn(sure.body)[0]?.id ?? ''));
    const thread = await discord.next(each => each.way === 'thread');
    expect(thread.channel).toBe(options.personChannel ?? PERSON_CHANNEL);
    expect(readableText(done.body)).toContain(`<#${thread.id}>`);
    const offered = discord.shown.filter(each => each.channel === thread.id || each.id === thread.id);
    expect(offered.map(each => readableText(each.body)).join('\n')).toContain('I had answered');
    await adapter.stop();
    await discord.close();
    expect(discord.violations).toEqual([]);
  });
});
