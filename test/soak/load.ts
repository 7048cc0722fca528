import { read } from '../adapters/slack/double/reading.ts';
import { BOT_TOKEN, createSlackDouble, SIGNING_SECRET } from '../adapters/slack/double/slack.ts';

/** A platform's double that asks. */
export interface Load {
  readonly name: string;
  /** settings with which the bot finds the double; `at` is the address of the bot's HTTP side */
  env(at: string): Readonly<Record<string, string>>;
  /** @returns the reply as people read it; rejects when none comes */
  ask(question: string, person: string): Promise<string>;
  /** Makes something go wrong, as platforms do. */
  disturb(): void;
  /** What the bot did that the platform forbids. */
  violations(): readonly string[];
  close(): Promise<void>;
}

/** Slack in HTTP mode: slash commands, answered in the response itself. */
export async function slackLoad(): Promise<Load> {
  const slack = await createSlackDouble('http');
  let disturbed = 0;
  return {
    name: 'slack',
    env(at) {
      slack.eventsUrl = `${at}/slack/events`;
      return {
        SLACK_MODE: 'http',
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: slack.apiUrl,
      };
    },
    async ask(question, person) {
      const { acknowledged, body } = await slack.command(question, { person, channel: `C${person.length}` });
      // What the double keeps for its own tests would be the growth that is looked for here.
      slack.shown.length = 0;
      slack.workspace.calls.length = 0;
      return acknowledged ? read(body) : Promise.reject(new Error('not acknowledged'));
    },
    disturb() {
      disturbed += 1;
      if (disturbed % 3 === 0) slack.faults.next('*', { type: 'status', status: 500 }, 2);
      else if (disturbed % 3 === 1) slack.faults.next('chat.postMessage', { type: 'hang' });
      else slack.faults.next('chat.postMessage', { type: 'status', status: 503 });
      // Somebody talks to the bot in a channel meanwhile, so that the fault hits something.
      void slack.mention(`what is docker? ${disturbed}`, { person: 'UMENTION', channel: 'CFAULT' }).catch(() => {});
      // Somebody else sends what is not Slack's.
      void fetch(slack.eventsUrl, { method: 'POST', body: 'payload=null' }).then(
        response => response.text(),
        () => {},
      );
    },
    violations: () => slack.violations,
    close: () => slack.close(),
  };
}

/** Every platform that is driven. Another one joins here. */
export const LOADS: readonly (() => Promise<Load>)[] = [slackLoad];
