import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../adapters/adapter.ts';
import type { AdvisorEvent } from '../../../src/advisor.ts';
import type { Reply } from '../../../src/reply.ts';
import { adapterFor, until } from './alone.ts';
import { signed } from './double/deliveries.ts';
import { actionsIn, read } from './double/reading.ts';
import { createSlackDouble, SIGNING_SECRET, type SlackDouble } from './double/slack.ts';

function reply(title: string, text: string): Reply {
  return {
    kind: 'answer',
    question: '',
    sections: [{ title, blocks: [{ type: 'text', text }] }],
    topics: [],
    candidates: [],
    confidence: 1,
    choices: [],
    skills: [],
    sources: [],
    next: [],
    turn: { question: '', understood: '', kind: 'answer', topics: [], offered: [] },
  };
}

describe('what is stored, and what was asked in vain', () => {
  let slack: SlackDouble;
  let adapter: Adapter;
  let events: readonly AdvisorEvent[];
  let close: () => void;
  let counted: () => string[];
  const forgotten: string[] = [];
  beforeAll(async () => {
    slack = await createSlackDouble('http');
    const alone = await adapterFor(slack, 'http', {
      moderators: ['UMOD'],
      records: {
        stored: async ({ person }) => reply('Stored', `2 votes of ${person}`),
        forget: async ({ person }) => {
          forgotten.push(person);
          return reply('Done', 'deleted');
        },
        inbox: async () => reply('Asked in vain', '3 times: <!channel> salary in space'),
      },
    });
    ({ adapter, events, counted } = alone);
    close = () => void alone.server?.closeAllConnections();
    await adapter.start();
  });
  afterAll(async () => {
    await adapter.stop();
    close();
    await slack.close();
  });
  afterEach(() => {
    expect(slack.violations).toEqual([]);
  });

  test('/career privacy shows it to the person, who can delete it', async () => {
    await slack.command('privacy', { channel: 'CONE' });
    const stored = await slack.next(each => each.channel === 'CONE');
    expect(stored.body['response_type']).toBe('ephemeral');
    expect(read(stored)).toContain('2 votes of UADA');
    await slack.click(stored, 'Delete it');
    await slack.next(each => each.channel === 'CONE' && read(each).includes('deleted'));
    expect(forgotten).toEqual(['UADA']);
  });

  test('the App Home shows it, and deletes it', async () => {
    await slack.command('do I need a degree?', { person: 'UHOME' });
    await slack.openHome('UHOME', 'home');
    const home = await slack.next(each => each.way === 'home');
    expect(read(home)).toContain('2 votes of UHOME');
    const mark = slack.shown.length;
    await slack.click(home, 'Delete it', 'UHOME');
    const after = await slack.next(each => each.way === 'home', mark);
    expect(read(after)).toContain('deleted');
    expect(actionsIn(after.body).map(each => each.label)).not.toContain('do I need a degree?');
    expect(forgotten).toContain('UHOME');
  });

  test('/career inbox is for moderators', async () => {
    await slack.command('inbox', { channel: 'CTWO' });
    expect(read(await slack.next(each => each.channel === 'CTWO'))).toContain('for the moderators');
    await slack.command('inbox', { channel: 'CTHREE', person: 'UMOD' });
    expect(read(await slack.next(each => each.channel === 'CTHREE'))).toContain('3 times: &lt;!channel&gt;');
  });

  test('a vote names the request, the entry and the person; the last one stands', async () => {
    await slack.command('do I need a degree?', { channel: 'CVOTE' });
    const answer = await slack.next(each => each.channel === 'CVOTE');
    await slack.click(answer, 'Helpful');
    await slack.click(answer, 'Not helpful');
    await until(() => events.filter(each => each.type === 'rated').length === 2);
    const asked = events.find(each => each.type === 'answered' && each.origin.channel === 'CVOTE');
    const rated = events.flatMap(each => (each.type === 'rated' ? [each] : []));
    expect(rated.map(each => each.rating)).toEqual([
      { request: asked?.origin.request, topics: ['degree-needed'], helpful: true },
      { request: asked?.origin.request, topics: ['degree-needed'], helpful: false },
    ]);
    expect(rated.at(-1)?.origin).toMatchObject({ platform: 'slack', person: 'UADA', channel: 'CVOTE' });
  });

  test('what is refused is counted', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'x' });
    const send = (headers: Record<string, string>): Promise<Response> =>
      fetch(slack.eventsUrl, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    const good = signed(body, { secret: SIGNING_SECRET });
    expect(await (await send(good)).text()).toBe('x');
    await send(good);
    await send(signed(body, { secret: 'another' }));
    await send(signed(body, { secret: SIGNING_SECRET, stamp: 1 }));
    await send({});
    for (const reason of ['replayed', 'forged', 'stale', 'not_signed'])
      expect(counted()).toContain(`signature_${reason}`);
  });
});
