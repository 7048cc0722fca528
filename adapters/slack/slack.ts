import { App } from '@slack/bolt';
import { type Adapter, StartError, type Surroundings } from '../adapter.ts';
import { type Account, clientOptions, createClient, readAccount } from './account.ts';
import { listenToActions } from './actions.ts';
import { listenToAgent } from './agent.ts';
import { listenToCommands } from './commands.ts';
import { type Counter, createCounter } from './counter.ts';
import { faultOf } from './faults.ts';
import { createHome } from './home.ts';
import { createHttpReceiver, type HttpReceiver } from './http.ts';
import { createLogger } from './logger.ts';
import { listenToMessages } from './messages.ts';
import type { SlackOptions } from './options.ts';
import { render } from './render.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { createSocketReceiver, type SocketReceiver } from './socket.ts';

/** Where Slack's requests arrive in HTTP mode. */
const PATH = '/slack/events';

interface Running {
  readonly account: Account;
  readonly counter: Counter;
  readonly receiver: SocketReceiver | HttpReceiver;
  connected(): boolean;
}

/** Slack, over a socket that we open or over HTTP requests that Slack sends. */
export function createSlack(options: SlackOptions, surroundings: Surroundings): Adapter {
  const { log, meter, http } = surroundings;
  let running: Running | undefined;
  let mounted = false;
  let handle: HttpReceiver['handle'] | undefined;

  const receiverFor = (): { receiver: Running['receiver']; connected: () => boolean } => {
    if (options.connection.mode === 'socket') {
      const receiver = createSocketReceiver({
        appToken: options.connection.appToken,
        apiUrl: options.apiUrl,
        log,
        meter,
      });
      return { receiver, connected: receiver.connected };
    }
    const receiver = createHttpReceiver({ signingSecret: options.connection.signingSecret, log, meter });
    handle = receiver.handle;
    return { receiver, connected: () => true };
  };

  const mount = (): void => {
    if (!http) throw new StartError('Slack in HTTP mode needs the HTTP side of the program; set HOST and PORT.');
    if (mounted) return;
    mounted = true;
    http.mount(PATH, (request, response) => {
      if (handle) handle(request, response);
      else response.writeHead(503, { 'retry-after': '5' }).end();
    });
  };

  return {
    name: 'slack',
    rehearse(replies) {
      for (const reply of replies) JSON.stringify(render(reply, { request: 'rehearsal', share: true }));
    },
    async start() {
      if (options.connection.mode === 'http') mount();
      const client = createClient(options.botToken, options.apiUrl, log, meter);
      const account = await readAccount(client, log);
      const { receiver, connected } = receiverFor();
      const app = new App({
        token: options.botToken,
        botId: account.botId,
        botUserId: account.userId,
        receiver,
        // Bolt would ask Slack once more who it is, and call itself ready whatever the answer.
        deferInitialization: true,
        tokenVerificationEnabled: false,
        convoStore: false,
        clientOptions: clientOptions(options.apiUrl, log),
        logger: createLogger(log),
      });
      await app.init();
      app.error(async error => {
        meter.count('slack', 'failed');
        log.error({ platform: 'slack', err: error, fault: faultOf(error).code }, 'could not answer');
      });
      const counter = createCounter(account, client, options, surroundings);
      listenToCommands(app, counter);
      listenToShortcuts(app, counter);
      listenToMessages(app, counter);
      listenToActions(app, counter, createHome(app, counter));
      listenToAgent(app, counter);
      await receiver.start();
      running = { account, counter, receiver, connected };
      const { workspace, name: bot } = account;
      log.info({ platform: 'slack', workspace, bot, mode: options.connection.mode }, 'connected to Slack');
    },
    async stop() {
      const stopping = running;
      running = undefined;
      if (!stopping) return;
      await stopping.receiver.drain();
      await stopping.counter.idle();
      await stopping.receiver.stop();
    },
    ready() {
      if (!running) return { ready: false, detail: 'not connected to Slack' };
      const { account, connected } = running;
      return connected()
        ? { ready: true, detail: `connected as ${account.name} to ${account.workspace} (${options.connection.mode})` }
        : { ready: false, detail: `the socket to ${account.workspace} is lost; reconnecting` };
    },
  };
}
