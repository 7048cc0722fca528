import { beforeAll, describe, expect, test } from 'vitest';
import { pageCount, render as renderSlack } from '../../../adapters/slack/render.ts';
import { render as renderTerminal } from '../../../adapters/terminal/render.ts';
import { type Advisor, createAdvisor } from '../../../src/advisor.ts';
import { ownLibrary } from '../../library.ts';
import { describeAdapter } from '../contract.ts';
import { readableText } from './double/blocks.ts';
import { signed } from './double/deliveries.ts';
import { read } from './double/reading.ts';
import { createSlackDouble, type Mode, SIGNING_SECRET, type SlackDouble } from './double/slack.ts';
import { startProgram } from './program.ts';

/** What Slack itself sees of the app: a socket that was greeted, or an answer to its challenge. */
async function reachable(slack: SlackDouble, mode: Mode): Promise<boolean> {
  if (mode === 'socket') return slack.sockets.open > 0;
  const body = JSON.stringify({ type: 'url_verification', challenge: `hello-${slack.nextTs()}` });
  const headers = { 'content-type': 'application/json', ...signed(body, { secret: SIGNING_SECRET }) };
  const answer = await fetch(slack.eventsUrl, { method: 'POST', headers, body }).catch(() => undefined);
  return answer?.ok === true;
}

describe.each<Mode>(['socket', 'http'])('over %s', mode => {
  describeAdapter(`Slack (${mode})`, async () => {
    const slack = await createSlackDouble(mode);
    const program = await startProgram(slack, mode);
    await program.logged(/"ready: connected/);
    let time: number | undefined;
    return {
      async say(text, person = 'somebody') {
        const mark = slack.shown.length;
        const id = `U${person.toUpperCase()}`;
        await slack.direct(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), {
          person: id,
        });
        return read(await slack.next(each => each.channel === `D${id}`, mark));
      },
      ready: () => reachable(slack, mode),
      async stop() {
        if (time === undefined) {
          time = await program.stop();
          expect(slack.violations).toEqual([]);
        }
        return time;
      },
    };
  });
});

describe('the same question gives the same answer in Slack and in the terminal', () => {
  let advisor: Advisor;
  beforeAll(async () => {
    advisor = createAdvisor(await ownLibrary());
  });
  /** Words alone: how they are marked and wrapped is each platform's own matter. */
  const words = (text: string): string[] =>
    text
      .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '$2')
      .replace(/\(https?:[^)\s]+\)|https?:\S+/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .split(/[^\p{L}\p{N}$%]+/u)
      .filter(word => word !== '');

  test.each([
    'Do I need a degree to work as a backend developer?',
    'how much does a junior backend developer earn?',
    'what will a senior java developer earn in germany',
    'docker',
    'I know python and sql, what do I need for devops?',
    'is AI going to replace me',
    'what will the weather be tomorrow',
    'I want to kill myself',
    'job',
  ])('%s', question => {
    const reply = advisor.ask(question);
    const slack = Array.from({ length: pageCount(reply) }, (_, page) =>
      readableText({ ...renderSlack(reply, { request: 'r', page }) }),
    ).join('\n');
    const shown = new Set(words(slack));
    const chrome = new Set(['Sources', 'Next', 'You', 'could', 'ask', 'answer', 'reviewed']);
    const missing = words(renderTerminal(reply)).filter(word => !shown.has(word) && !chrome.has(word));
    // The terminal numbers what can be picked.
    expect(missing.filter(word => !/^\d{1,2}$/.test(word))).toEqual([]);
    for (const source of reply.sources) expect(slack).toContain(source.label.slice(0, 30).replaceAll('&', '&amp;'));
  });
});
