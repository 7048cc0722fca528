import { expect, test } from 'vitest';
import { expectComplete, longKnowledge, QUESTION } from '../long-answer.ts';
import { actionsIn, read } from './double/reading.ts';
import type { Mode } from './double/slack.ts';
import { ready } from './running.ts';

test.each<[Mode, string]>([
  ['socket', 'privately'],
  ['http', 'in a direct conversation'],
])('a long answer goes on by a button until it is complete: over %s, %s', async (mode, how) => {
  const { slack } = await ready(mode, { KNOWLEDGE_DIR: longKnowledge() });
  const direct = how !== 'privately';
  if (direct) await slack.direct(QUESTION, { person: 'UADA' });
  else await slack.command(QUESTION, { person: 'UADA' });
  let shown = await slack.next(each => each.way === (direct ? 'message' : 'ack'));
  const pages = [read(shown)];
  for (;;) {
    const more = actionsIn(shown.body).find(each => each.label.startsWith('Show more'));
    if (!more) break;
    const mark = slack.shown.length;
    await slack.click(shown, more.label, 'UADA');
    shown = await slack.next(() => true, mark);
    expect(shown.way).toBe(direct ? 'message' : 'response');
    pages.push(read(shown));
  }
  expectComplete(pages);
});
