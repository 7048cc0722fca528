import type { Fault } from '../adapters/slack/double/faults.ts';
import type { Mode, SlackDouble } from '../adapters/slack/double/slack.ts';

/** What goes wrong: how often, and how it is done. */
export type SlackFaults = Readonly<Record<string, readonly [weight: number, make: (slack: SlackDouble) => void]>>;
const EVERYWHERE: SlackFaults = {
  'post 429, twice': [10, call('chat.postMessage', { type: 'status', status: 429, retryAfter: 2 }, 2)],
  'post 503': [8, call('chat.postMessage', { type: 'status', status: 503 })],
  'post hang': [4, call('chat.postMessage', { type: 'hang' })],
  'post lost': [5, call('chat.postMessage', { type: 'lost' })],
  'ephemeral 429, twice': [6, call('chat.postEphemeral', { type: 'status', status: 429, retryAfter: 2 }, 2)],
  'ephemeral 500': [5, call('chat.postEphemeral', { type: 'status', status: 500 })],
  'home 429': [3, call('views.publish', { type: 'status', status: 429, retryAfter: 1 })],
  'any 500, twice': [6, call('*', { type: 'status', status: 500 }, 2)],
  'response 500': [8, call('response_url', { type: 'status', status: 500 })],
  'response 429': [6, call('response_url', { type: 'status', status: 429, retryAfter: 1 })],
  'response hang': [4, call('response_url', { type: 'hang' })],
  'response lost': [4, call('response_url', { type: 'lost' })],
};
const OF_MODE: Readonly<Record<Mode, SlackFaults>> = {
  socket: {
    'socket cut': [3, ({ sockets }) => sockets.cut()],
    'socket refreshed': [3, ({ sockets }) => sockets.refresh()],
    'socket cut, the next one closed at once': [
      2,
      ({ sockets }) => {
        sockets.rude = 1;
        sockets.cut();
      },
    ],
  },
  http: {
    'a request that is not signed': [
      6,
      ({ eventsUrl }) => {
        const done = fetch(eventsUrl, { method: 'POST', body: 'payload=null' }).then(response => response.text());
        done.catch(() => {});
      },
    ],
  },
};

function call(method: string, fault: Fault, times = 1): (slack: SlackDouble) => void {
  return ({ faults }) => faults.next(method, fault, times);
}

export const slackFaults = (mode: Mode): SlackFaults => ({ ...EVERYWHERE, ...OF_MODE[mode] });
