import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Counter } from './counter.ts';
import { cut } from './escape.ts';
import { faultOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import { greeting } from './notices.ts';

/** People who are known to have been greeted; Slack is asked again about the others. */
const MOST_GREETED = 20_000;
/** What Slack says where the workspace has no agent view: then nobody is asked again until the next start. */
const NO_AGENT = new Set([
  'missing_scope',
  'not_allowed',
  'unknown_method',
  'feature_not_enabled',
  'method_not_supported',
]);

/** The agent view, where the workspace has it: suggested prompts, and a greeting for who opens the conversation for the first time. */
export function listenToAgent(app: App, counter: Counter): void {
  const { agent, client, delivery, log, meter, surroundings } = counter;
  const greeted = new LRUCache<string, true>({ max: MOST_GREETED });
  let offers = true;

  const suggest = async (channel: string): Promise<void> => {
    const questions = surroundings.advisor.suggest('question', '', LIMITS.prompts);
    const prompts = questions.map(({ label }) => ({ title: cut(label, 75), message: label }));
    const [first, ...others] = prompts;
    if (!offers || !first) return;
    try {
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        title: 'People often ask',
        prompts: [first, ...others],
      });
      agent.view = true;
    } catch (error) {
      const { code } = faultOf(error);
      offers = !NO_AGENT.has(code);
      log.info({ platform: 'slack', fault: code }, 'there is no agent view here; everything else works without it');
    }
  };
  const greet = async (person: string, channel: string): Promise<void> => {
    if (greeted.has(person)) return;
    greeted.set(person, true);
    try {
      const { messages = [] } = await client.conversations.history({ channel, limit: 1 });
      if (messages.length === 0) await delivery.post(channel, undefined, greeting(surroundings.advisor.about));
    } catch (error) {
      log.info({ platform: 'slack', fault: faultOf(error).code }, 'could not look whether somebody was greeted before');
    }
  };
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'messages') return;
    meter.count('slack', 'conversation_opened');
    await counter.hand('agent', async () => {
      await greet(event.user, event.channel);
      await suggest(event.channel);
    });
  });
}
