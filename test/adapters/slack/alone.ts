import { createServer, type RequestListener, type Server } from 'node:http';
import type { Adapter, Records } from '../../../adapters/adapter.ts';
import { createSlack } from '../../../adapters/slack/slack.ts';
import { type AdvisorEvent, createAdvisor } from '../../../src/advisor.ts';
import { freePort } from '../../free-port.ts';
import { ownLibrary } from '../../library.ts';
import { APP_TOKEN, BOT_TOKEN, type Mode, SIGNING_SECRET, type SlackDouble } from './double/slack.ts';

/** The adapter in this process, with everything around it in view. */
export interface Alone {
  readonly adapter: Adapter;
  readonly events: AdvisorEvent[];
  counted(): string[];
  readonly server?: Server;
}

export async function adapterFor(
  slack: SlackDouble,
  mode: Mode = 'socket',
  more: { readonly records?: Records; readonly moderators?: readonly string[] } = {},
): Promise<Alone> {
  const advisor = createAdvisor(await ownLibrary());
  const events: AdvisorEvent[] = [];
  advisor.listen(event => events.push(event));
  const counts: string[] = [];
  const handlers = new Map<string, RequestListener>();
  const port = await freePort();
  const server = createServer((request, response) => handlers.get(request.url ?? '')?.(request, response));
  if (mode === 'http') server.listen(port, '127.0.0.1');
  slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const quiet = (): void => {};
  const adapter = createSlack(
    {
      botToken: BOT_TOKEN,
      apiUrl: slack.apiUrl,
      channels: [],
      moderators: more.moderators ?? [],
      connection: mode === 'socket' ? { mode, appToken: APP_TOKEN } : { mode, signingSecret: SIGNING_SECRET },
    },
    {
      advisor,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      meter: { count: (_, event) => void counts.push(event), acknowledged: quiet, replied: quiet },
      limits: { perPerson: 1000, perChannel: 1000, overall: 1000 },
      http: { mount: (path, handler) => void handlers.set(path, handler) },
      ...(more.records ? { records: more.records } : {}),
    },
  );
  return { adapter, events, counted: () => counts, server };
}

export async function until(fits: () => boolean, milliseconds = 8000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!fits()) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
