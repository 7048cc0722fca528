import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Log, Meter, StartError } from '../adapter.ts';
import { createQueue } from '../queue.ts';
import { refusal } from './account.ts';
import { measured, onlyOnce, personIn } from './acknowledgement.ts';
import { type Connection, type Delivery, openConnection } from './connection.ts';
import { faultOf } from './faults.ts';
import { createLogger } from './logger.ts';

/** Milliseconds between two looks at whether the socket still lives. */
const LOOK = 1000;
/** Milliseconds before the second attempt to connect, and at most between attempts. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** Milliseconds between attempts with a token that Slack has come to refuse: somebody may allow it again. */
const REFUSED_PAUSE = 60_000;
export interface SocketReceiver extends Receiver {
  start(): Promise<void>;
  /** Takes no more events; those that come now are left to the next start, or to another machine. Resolves when those in hand are done. */
  drain(): Promise<void>;
  stop(): Promise<void>;
  /** Whether a socket is open and has been greeted. */
  connected(): boolean;
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
  // What the library says of its sockets is said again here, with what is done about it.
  const details = (fields: object, message: string): void => log.debug(fields, message);
  const logger = createLogger({ debug: details, info: details, warn: details, error: details });
  const queue = createQueue();
  let app: App | undefined;
  let draining = false;
  let stopped = false;
  let current: Connection | undefined;
  let watch: NodeJS.Timeout | undefined;
  let pause: { readonly end: () => void } | undefined;

  const deliver = async ({ ack, body, retry_num, retry_reason }: Delivery): Promise<void> => {
    if (draining || !app) return;
    const mine = app;
    const event: ReceiverEvent = {
      body,
      ack: onlyOnce(measured(meter, ack)),
      ...(retry_num === undefined ? {} : { retryNum: retry_num }),
      ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
    };
    try {
      await queue.enter(() => mine.processEvent(event), { person: personIn(body), late: () => late(event.ack) });
    } catch (error) {
      log.warn(
        { platform: 'slack', fault: faultOf(error).code },
        'an event was lost with its socket; Slack sends it again',
      );
    }
  };

  const late = (ack: () => Promise<void>): void => {
    meter.count('slack', 'made_to_wait');
    // It is tried again with the answer.
    ack().catch(() => {});
  };

  const open = async (): Promise<Connection> => {
    let opened: Connection | undefined;
    const lost = (why: 'refresh' | 'reconnect'): void => {
      if (opened) replace(opened, why);
    };
    opened = await openConnection(
      { ...options, logger },
      {
        delivered: delivery => void deliver(delivery),
        leaving: () => lost('refresh'),
        closed: () => lost('reconnect'),
      },
    );
    return opened;
  };

  const replace = (old: Connection, why: 'refresh' | 'reconnect'): void => {
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
        if (stopped) return void opened.close().catch(() => {});
        current = opened;
        log.info({ platform: 'slack' }, 'the socket stands again');
        return;
      } catch (error) {
        const { code, retryAfter } = faultOf(error);
        const refused = refusedToken(error);
        if (refused) log.error({ platform: 'slack', fault: code }, refused.message);
        else log.warn({ platform: 'slack', fault: code }, 'could not open a socket; trying again');
        const rest = refused ? REFUSED_PAUSE : retryAfter === undefined ? wait : retryAfter * 1000;
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, rest);
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

  return {
    init(mine) {
      app = mine;
    },
    async start() {
      current = await open().catch((error: unknown) => {
        throw refusedToken(error) ?? new Error(`Slack cannot be reached: ${faultOf(error).code}`);
      });
      // A dead peer is only noticed by its silence: then the socket is closing, while the library waits for its farewell.
      watch = setInterval(() => {
        if (current && !current.alive()) replace(current, 'reconnect');
      }, LOOK);
    },
    drain() {
      draining = true;
      return queue.idle();
    },
    async stop() {
      draining = true;
      stopped = true;
      clearInterval(watch);
      pause?.end();
      await current?.close();
      current = undefined;
    },
    connected: () => current?.alive() === true,
  };
}

/** The error for an app token that Slack refuses; nothing where another attempt may work. */
function refusedToken(error: unknown): StartError | undefined {
  const page = 'the app\'s page "Basic Information" (it starts with "xapp-" and has the scope connections:write)';
  return refusal(error, 'SLACK_APP_TOKEN', page);
}
