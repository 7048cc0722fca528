import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actionsIn, read } from './double/reading.ts';
import { createSlackDouble, type Mode, PERSON_CHANNEL, type SlackDouble } from './double/slack.ts';
import { type Program, startProgram } from './program.ts';

describe.each<Mode>(['socket', 'http'])('people talk to the bot over %s', mode => {
  let slack: SlackDouble;
  let program: Program;
  /** a place that no other test speaks in */
  let count = 0;
  const somewhere = (): { channel: string; person: string } => {
    count += 1;
    return { channel: `CROOM${count}`, person: `UPERSON${count}` };
  };
  const silence = async (after: number): Promise<void> => {
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(slack.shown.slice(after).map(read)).toEqual([]);
  };
  beforeAll(async () => {
    slack = await createSlackDouble(mode);
    program = await startProgram(slack, mode);
    await program.logged(/"ready: connected/);
  });
  afterAll(async () => {
    await program.stop();
    await slack.close();
  });
  afterEach(() => {
    expect(slack.violations).toEqual([]);
  });

  test('a mention is answered in its thread, follow-ups there without a mention', async () => {
    const { channel, person } = somewhere();
    const ts = slack.nextTs();
    await slack.mention('<@UBOT> how much does a junior backend developer earn?', { channel, person, ts });
    const first = await slack.next(each => each.channel === channel);
    expect(first).toMatchObject({ way: 'message', thread: ts });
    expect(read(first)).toContain('junior');
    const mark = slack.shown.length;
    const follow = { type: 'message', channel_type: 'channel', channel, thread_ts: ts, ts: slack.nextTs() };
    await slack.event({ ...follow, user: person, text: 'and a senior?' });
    expect(await slack.next(each => each.channel === channel, mark)).toMatchObject({ thread: ts });
    const after = slack.shown.length;
    await slack.event({ ...follow, user: 'UOTHER', text: 'see you at lunch', ts: slack.nextTs() });
    await slack.event({ ...follow, user: 'UOTHER', text: '<@UADA> do I need a degree?', ts: slack.nextTs() });
    await slack.event({
      ...follow,
      user: person,
      text: 'do I need a degree?',
      thread_ts: slack.nextTs(),
      ts: slack.nextTs(),
    });
    await silence(after);
  });

  test('a mention within a thread is answered there; an empty one gets help', async () => {
    const { channel, person } = somewhere();
    const thread = slack.nextTs();
    await slack.mention(' <@UBOT>  ', { channel, person, thread });
    const shown = await slack.next(each => each.channel === channel);
    expect(shown.thread).toBe(thread);
    expect(read(shown)).toContain('How to ask');
  });

  test('a direct message is answered below it, in its thread where it stands in one', async () => {
    const { person } = somewhere();
    await slack.direct('a &lt; b &amp;&amp; do I need a degree?', { person });
    const shown = await slack.next(each => each.channel === `D${person}`);
    expect(shown).toMatchObject({ way: 'message', thread: '' });
    expect(read(shown)).toContain('degree');
    expect(actionsIn(shown.body).map(each => each.label)).not.toContain('Share in channel');
    const thread = slack.nextTs();
    const mark = slack.shown.length;
    await slack.direct('skill docker', { person, thread });
    expect(await slack.next(each => each.channel === `D${person}`, mark)).toMatchObject({ thread });
  });

  test('what is delivered twice is answered once', async () => {
    const { channel, person } = somewhere();
    const event = {
      type: 'app_mention',
      user: person,
      text: '<@UBOT> do I need a degree?',
      ts: slack.nextTs(),
      channel,
    };
    await slack.event(event, 'Ev-twice');
    await slack.next(each => each.channel === channel);
    const mark = slack.shown.length;
    await slack.event({ ...event, event_ts: '1790000000.999999' }, 'Ev-twice');
    await slack.event({ ...event, type: 'message', channel_type: 'channel' });
    await silence(mark);
  });

  test('bots, edits and other subtypes get no answer', async () => {
    const { channel, person } = somewhere();
    const said = { type: 'message', channel_type: 'im', channel: `D${person}`, text: 'do I need a degree?' };
    const mark = slack.shown.length;
    await slack.event({ ...said, user: person, bot_id: 'B2', ts: slack.nextTs() });
    await slack.event({ ...said, user: 'UBOT', bot_id: 'BBOT', ts: slack.nextTs() });
    await slack.event({ ...said, subtype: 'message_changed', message: { ...said, user: person }, ts: slack.nextTs() });
    await slack.event({ ...said, user: person, subtype: 'channel_join', ts: slack.nextTs() });
    await slack.event({ ...said, user: person, edited: { user: person, ts: '1' }, ts: slack.nextTs() });
    await slack.mention('<@UBOT> hi', { channel, person: 'UBOT' });
    await slack.event({ ...said, channel_type: 'channel', channel, user: person, ts: slack.nextTs() });
    await silence(mark);
  });

  test('the message shortcut answers for the one who clicked', async () => {
    const { channel, person } = somewhere();
    expect((await slack.shortcut('do i need a degree??', { channel, person })).acknowledged).toBe(true);
    const shown = await slack.next(each => each.channel === channel);
    expect(shown).toMatchObject({ way: 'response', person, body: { response_type: 'ephemeral' } });
    expect(read(shown)).toContain('degree');
  });

  test('a private answer is shared once, escaped, and nobody is called', async () => {
    const { channel, person } = somewhere();
    await slack.command('do I need a degree? &lt;!channel&gt;', { channel, person });
    const answer = await slack.next(each => each.channel === channel);
    const mark = slack.shown.length;
    await slack.click(answer, 'Share in channel');
    const shared = await slack.next(each => each.body['response_type'] === 'in_channel', mark);
    expect(read(shared)).toContain(`Shared by ${person.toLowerCase()}`);
    expect(shared.body['unfurl_links']).toBe(false);
    await slack.click(answer, 'Share in channel');
    await slack.next(each => read(each).includes('already'), mark);
    expect(slack.shown.slice(mark).filter(each => each.body['response_type'] === 'in_channel')).toHaveLength(1);
  });

  test('choices, next questions and menus answer; in a thread for the asker, privately for others', async () => {
    const { channel, person } = somewhere();
    await slack.mention('<@UBOT> do I need a degree?', { channel, person });
    const answer = await slack.next(each => each.channel === channel);
    const [next] = actionsIn(answer.body).filter(each => each.id.startsWith('1|show|'));
    const mark = slack.shown.length;
    await slack.click(answer, next?.id ?? '', person);
    expect(await slack.next(each => each.channel === channel, mark)).toMatchObject({
      way: 'message',
      thread: answer.thread,
    });
    const after = slack.shown.length;
    await slack.click(answer, next?.id ?? '', 'UCURIOUS');
    const hidden = await slack.next(each => each.channel === channel, after);
    expect(hidden).toMatchObject({ way: 'ephemeral', person: 'UCURIOUS', thread: answer.thread });
    await slack.command('topics', { channel, person });
    const topics = await slack.next(each => each.way === 'ack' && each.channel === channel);
    const end = slack.shown.length;
    await slack.click(topics, 'Money');
    expect(read(await slack.next(each => each.channel === channel, end))).toContain('earn');
  });

  test('a vote is thanked privately and can be changed', async () => {
    const { channel, person } = somewhere();
    await slack.command('do I need a degree?', { channel, person });
    const answer = await slack.next(each => each.channel === channel);
    await slack.click(answer, 'Helpful');
    await slack.next(each => each.person === person && read(each).includes('*helpful*'));
    await slack.click(answer, 'Not helpful');
    const thanks = await slack.next(each => each.person === person && read(each).includes('not helpful'));
    expect(thanks).toMatchObject({ way: 'response', body: { response_type: 'ephemeral', replace_original: false } });
  });

  test('a person is asked after a confirmation, and nobody else is called', async () => {
    const { channel, person } = somewhere();
    await slack.command('do I need a degree? &lt;!channel&gt; &lt;@U1&gt;', { channel, person });
    const answer = await slack.next(each => each.channel === channel);
    expect(JSON.stringify(answer.body)).toContain('"confirm"');
    await slack.click(answer, 'Ask a person');
    const asked = await slack.next(each => each.channel === PERSON_CHANNEL && read(each).includes(person));
    expect(read(asked)).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    await slack.next(each => each.channel === channel && read(each).includes('Somebody will come back'));
  });

  test('buttons of an earlier release and of entries that are gone are answered politely', async () => {
    const { channel, person } = somewhere();
    await slack.command('do I need a degree?', { channel, person });
    const answer = await slack.next(each => each.channel === channel);
    const old = (id: string) => ({
      ...answer,
      body: {
        blocks: [
          { type: 'actions', elements: [{ type: 'button', action_id: id, text: { type: 'plain_text', text: 'Old' } }] },
        ],
      },
    });
    for (const id of ['0|what|ever', '1|more|forgotten||1', '1|show|gone-entry']) {
      const mark = slack.shown.length;
      await slack.click(old(id), 'Old');
      expect(read(await slack.next(each => each.channel === channel, mark)), id).toMatch(/no longer/);
    }
    const mark = slack.shown.length;
    await slack.click(old('1|more|forgotten|degree-needed|0'), 'Old');
    expect(read(await slack.next(each => each.channel === channel, mark))).toContain('degree');
  });

  test('the App Home shows what there is, what was asked and what is stored; answers open in it', async () => {
    const { person, channel } = somewhere();
    await slack.command('do I need a degree?', { channel, person });
    await slack.openHome(person, 'home');
    const home = await slack.next(each => each.way === 'home' && each.person === person);
    expect(read(home)).toContain('What is stored about you');
    expect(actionsIn(home.body).map(each => each.label)).toContain('do I need a degree?');
    const mark = slack.shown.length;
    await slack.click(home, 'Docker and containers', person);
    const card = await slack.next(each => each.way === 'home' && each.person === person, mark);
    expect(read(card)).toContain('*Comes after:*');
    const later = slack.shown.length;
    await slack.click(card, 'Back', person);
    expect(read(await slack.next(each => each.way === 'home' && each.person === person, later))).toContain(
      'Look around',
    );
  });

  test('who opens the conversation is greeted once and offered prompts', async () => {
    const { person } = somewhere();
    await slack.openHome(person, 'messages');
    expect(read(await slack.next(each => each.channel === `D${person}`))).toContain(
      'Hello! Ask me anything about careers in backend development, in your own words.',
    );
    const prompts = await slack.next(each => each.way === 'prompts' && each.channel === `D${person}`);
    expect(prompts.body['prompts']).toHaveLength(4);
    const mark = slack.shown.length;
    await slack.openHome(person, 'messages');
    await slack.next(each => each.way === 'prompts', mark);
    expect(slack.shown.slice(mark).filter(each => each.way === 'message')).toEqual([]);
    const later = slack.shown.length;
    await slack.direct('do I need a degree?', { person });
    const answer = await slack.next(each => each.channel === `D${person}`, later);
    expect(answer.thread).not.toBe('');
  });

  test('privacy shows what the journal holds about somebody, and deletes it', async () => {
    const person = 'UPRIVATE';
    await slack.command('do I need a degree?', { person });
    const before = slack.shown.length;
    await slack.command('privacy', { person });
    const stored = await slack.next(each => read(each).includes('Stored now'), before);
    expect(read(stored)).toContain('Stored now: 1 question');
    await slack.click(stored, 'Delete it', person);
    await slack.next(each => /deleted/i.test(read(each)) && !read(each).includes('Stored now'), before);
    const after = slack.shown.length;
    await slack.command('privacy', { person });
    const empty = await slack.next(() => true, after);
    expect(read(empty)).toContain('nothing about you is stored');
  });

  test('who is no moderator does not see what was asked in vain', async () => {
    const { channel, person } = somewhere();
    await slack.command('inbox', { channel, person });
    expect(read(await slack.next(each => each.channel === channel))).toContain('moderators');
  });
});
