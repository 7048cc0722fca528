import { type Logger, SocketModeReceiver } from '@slack/bolt';

/** Milliseconds in which a new socket must say hello. */
const LONGEST_HELLO = 10_000;
/** Milliseconds without an answer to a ping after which Slack counts as gone. */
const PING_TIMEOUT = 5000;
const LONGEST_CALL = 6000;
/** The number that a WebSocket has as its state while it is open. */
const OPEN = 1;

/** Something that Slack delivers over a socket. */
export interface Delivery {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/** What a socket reports. */
export interface Events {
  delivered(delivery: Delivery): void;
  /** Slack is about to close this socket and wants the app to open another. */
  leaving(): void;
  closed(): void;
}

/** One socket that Slack has greeted. */
export interface Connection {
  alive(): boolean;
  close(): Promise<void>;
}

/**
 * Opens one socket. It never reconnects by itself.
 * @throws what Slack or the network said against it
 */
export async function openConnection(
  options: { readonly appToken: string; readonly apiUrl: string; readonly logger: Logger },
  events: Events,
): Promise<Connection> {
  const socket = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    clientPingTimeout: PING_TIMEOUT,
    // Settings of the app do not reach a receiver that is made by hand.
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
  client.on('slack_event', events.delivered);
  client.on('ws_message', (data: unknown) => {
    if (typeof data === 'string' && isFarewell(data)) events.leaving();
  });
  client.on('disconnected', events.closed);
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
  return { alive: () => client.websocket?.readyState === OPEN, close: () => socket.stop() };
}

function isFarewell(data: string): boolean {
  if (!data.includes('"disconnect"')) return false;
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null && 'type' in message && message.type === 'disconnect';
  } catch {
    return false;
  }
}
