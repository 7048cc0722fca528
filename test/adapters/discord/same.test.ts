import { beforeAll, describe, expect, test } from 'vitest';
import * as discord from '../../../adapters/discord/render.ts';
import * as slack from '../../../adapters/slack/render.ts';
import { render as renderTerminal } from '../../../adapters/terminal/render.ts';
import { type Advisor, createAdvisor } from '../../../src/advisor.ts';
import type { Reply } from '../../../src/reply.ts';
import { ownLibrary } from '../../library.ts';
import { readableText as readSlack } from '../slack/double/blocks.ts';
import { actionsIn, readableText } from './double/reading.ts';

function inDiscord(reply: Reply): string {
  const pages = Array.from({ length: discord.pageCount(reply) }, (_, page) => {
    const { embeds, components, content = '' } = discord.render(reply, { request: 'r', page });
    const body = { content, embeds, components };
    return [readableText(body), ...actionsIn(body).map(each => each.label)].join('\n');
  });
  return pages.join('\n');
}

function inSlack(reply: Reply): string {
  const pages = Array.from({ length: slack.pageCount(reply) }, (_, page) =>
    readSlack({ ...slack.render(reply, { request: 'r', page }) }),
  );
  return pages.join('\n');
}

/** Words alone: how they are marked and wrapped is each platform's own matter. */
function words(text: string): string[] {
  return text
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '$2')
    .replace(/\(<?https?:[^)\s]+\)|https?:\S+/g, ' ')
    .replaceAll('\u200b', '')
    .replaceAll(/\\(?=[^\w\s])/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .split(/[^\p{L}\p{N}$%]+/u)
    .filter(word => word !== '');
}

describe('the same question gives the same answer everywhere', () => {
  let advisor: Advisor;
  beforeAll(async () => {
    advisor = createAdvisor(await ownLibrary());
  });

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
    const shown = new Set(words(inDiscord(reply)));
    const chrome = new Set(['Sources', 'Source', 'Next', 'You', 'could', 'ask', 'answer', 'reviewed']);
    const missing = words(renderTerminal(reply)).filter(word => !shown.has(word) && !chrome.has(word));
    // The terminal numbers what can be picked.
    expect(missing.filter(word => !/^\d{1,2}$/.test(word))).toEqual([]);
  });

  test.each(['how much does a junior backend developer earn?', 'what will a senior java developer earn in germany'])(
    'figures never stand without what must be known to read them: %s',
    question => {
      const reply = advisor.ask(question);
      const blocks = reply.sections.flatMap(section => section.blocks);
      const figures = blocks.flatMap(block => (block.type === 'figures' ? [block] : []));
      expect(figures.length).toBeGreaterThan(0);
      for (const shown of [inDiscord(reply), inSlack(reply), renderTerminal(reply)]) {
        const found = words(shown).join(' ');
        const holds = (text: string): void => expect(found).toContain(words(text).join(' '));
        for (const { rows, remark } of figures) {
          for (const row of rows) for (const part of [row.amount, row.place, row.when, row.note ?? '']) holds(part);
          // A long remark may be wrapped, or stand on two pages: its words must be there.
          for (const word of words(remark ?? '')) expect(found).toContain(word);
        }
        for (const source of reply.sources) {
          holds(source.label.slice(0, 30).replace(/\S*$/, ''));
          if (source.year !== null) expect(found).toContain(String(source.year));
        }
      }
    },
  );
});
