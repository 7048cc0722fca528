import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Log, Meter } from '../adapter.ts';
import { faultOf } from './faults.ts';
import { createLogger } from './logger.ts';

/** Milliseconds in which a new socket must say hello, and between two looks at whether it still lives. */
const LONGEST_HELLO = 10_000;
const LOOK = 1000;
/** Milliseconds before the second attempt to connect, and at most between attempts. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** Milliseconds without an answer to a ping after which Slack counts as gone. */
const PING_TIMEOUT = 5000;
const LONGEST_CALL = 6000;
/** The number that a WebSocket has as its state while it is open. */
const OPEN = 1;

export interface SocketReceiver extends Receiver {
  start(): Promise<void>;
  /** Takes no more events; those that come now are left to the next start, or to another machine. */
  drain(): void;
  stop(): Promise<void>;
  /** Whether a socket is open and has been greeted. */
  connected(): boolean;
}

interface Delivery {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/**
 * Socket Mode with a socket of our own making: Bolt's receiver waits for the old socket's farewell and then five seconds before it
 * connects again, and ends the process where that fails. This one opens the next socket at once, beside the old one, and keeps trying.
 */
export function createSocketReceiver(options: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly meter: Meter;
}): SocketReceiver {
  const { log, meter } = options;
  const logger = createLogger(log);
  let app: App | undefined;
  let draining = false;
  let stopped = false;
  let current: SocketModeReceiver | undefined;
  let watch: NodeJS.Timeout | undefined;
  let pause: { readonly end: () => void } | undefined;

  const deliver = async ({ ack, body, retry_num, retry_reason }: Delivery): Promise<void> => {
    if (draining || !app) return;
    let acked = false;
    const event: ReceiverEvent = {
      body,
      ack: async (response?: unknown) => {
        if (acked) return;
        await ack(response);
        acked = true;
      },
      ...(retry_num === undefined ? {} : { retryNum: retry_num }),
      ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
    };
    try {
      await app.processEvent(event);
    } catch (error) {
      log.warn(
        { platform: 'slack', fault: faultOf(error).code },
        'an event was lost with its socket; Slack sends it again',
      );
    }
  };

  const open = async (): Promise<SocketModeReceiver> => {
    const socket = new SocketModeReceiver({
      appToken: options.appToken,
      logger,
      autoReconnectEnabled: false,
      clientPingTimeout: PING_TIMEOUT,
      installerOptions: {
        clientOptions: {
          slackApiUrl: options.apiUrl.endsWith('/') ? options.apiUrl : `${options.apiUrl}/`,
          retryConfig: { retries: 0 },
          rejectRateLimitedCalls: true,
          timeout: LONGEST_CALL,
        },
      },
    });
    const { client } = socket;
    client.on('slack_event', (delivery: Delivery) => void deliver(delivery));
    client.on('ws_message', (data: unknown) => {
      if (current === socket && typeof data === 'string' && leaving(data)) replace(socket, 'refresh');
    });
    client.on('disconnected', () => {
      if (current === socket) replace(socket, 'reconnect');
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Slack did not greet the new socket')), LONGEST_HELLO);
    });
    try {
      await Promise.race([socket.start(), late]);
    } catch (error) {
      void socket.stop().catch(() => {});
      throw error ?? new Error('the socket closed before Slack greeted it');
    } finally {
      clearTimeout(timer);
    }
    return socket;
  };

  const replace = (old: SocketModeReceiver, why: 'refresh' | 'reconnect'): void => {
    if (stopped || current !== old) return;
    current = undefined;
    meter.count('slack', why);
    log.info(
      { platform: 'slack' },
      why === 'refresh' ? 'Slack refreshes the socket' : 'the socket is lost; reconnecting',
    );
    void keepOpening();
  };

  const keepOpening = async (): Promise<void> => {
    for (let wait = FIRST_PAUSE; !stopped; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        const opened = await open();
        if (stopped) return void opened.stop().catch(() => {});
        current = opened;
        log.info({ platform: 'slack' }, 'the socket stands again');
        return;
      } catch (error) {
        const { code, retryAfter } = faultOf(error);
        log.warn({ platform: 'slack', fault: code }, 'could not open a socket; trying again');
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, retryAfter === undefined ? wait : retryAfter * 1000);
          pause = {
            end: () => {
              clearTimeout(timer);
              resolve();
            },
          };
        });
      }
    }
  };

  const alive = (socket: SocketModeReceiver): boolean => socket.client.websocket?.readyState === OPEN;

  return {
    init(mine) {
      app = mine;
    },
    async start() {
      current = await open();
      // A dead peer is only noticed by its silence: then the socket is closing, while the library waits for its farewell.
      watch = setInterval(() => {
        if (current && !alive(current)) replace(current, 'reconnect');
      }, LOOK);
    },
    drain() {
      draining = true;
    },
    async stop() {
      draining = true;
      stopped = true;
      clearInterval(watch);
      pause?.end();
      await current?.stop();
      current = undefined;
    },
    connected: () => current !== undefined && alive(current),
  };
}

/** Whether Slack says that it is about to close this socket. */
function leaving(data: string): boolean {
  if (!data.includes('"disconnect"')) return false;
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null && 'type' in message && message.type === 'disconnect';
  } catch {
    return false;
  }
}
