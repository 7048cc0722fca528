import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type App,
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  HTTPResponseAck,
  isValidSlackRequest,
  type Receiver,
} from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Log, Meter } from '../adapter.ts';
import { createQueue } from '../queue.ts';
import { measured, onlyOnce, personIn } from './acknowledgement.ts';
import { createLogger } from './logger.ts';

/** Bytes; Slack's own payloads stay far below. */
const LARGEST_BODY = 1024 * 1024;
/** Seconds that a signature is good for, before and after (docs.slack.dev/authentication/verifying-requests-from-slack). */
const FRESH = 300;
/** Signatures that are remembered, so that a copy of a request is recognised. */
const MOST_SIGNATURES = 50_000;

export interface HttpReceiver extends Receiver {
  /** Answers one request of Slack. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Refuses what comes from now on, so that Slack sends it again. Resolves when all that came before is done. */
  drain(): Promise<void>;
}

type Body = Record<string, unknown>;
type Refusal = 'not_signed' | 'stale' | 'forged' | 'replayed';

/**
 * The HTTP side of Slack, to be mounted on a server that is shared. Bolt's receiver listens by itself, takes a request that is sent
 * twice, and ends the process over a body such as `null`.
 * @param now seconds since 1970
 */
export function createHttpReceiver(
  options: { readonly signingSecret: string; readonly log: Log; readonly meter: Meter },
  now: () => number = () => Date.now() / 1000,
): HttpReceiver {
  const { log, meter } = options;
  const logger = createLogger(log);
  const queue = createQueue();
  const seen = new LRUCache<string, true>({ max: MOST_SIGNATURES, ttl: 2 * FRESH * 1000 });
  let app: App | undefined;
  let draining = false;

  const verify = (request: IncomingMessage, text: string, body: Body | undefined): Refusal | undefined => {
    const signature = request.headers['x-slack-signature'];
    const stamp = Number(request.headers['x-slack-request-timestamp']);
    if (typeof signature !== 'string' || !Number.isInteger(stamp)) return 'not_signed';
    if (Math.abs(now() - stamp) > FRESH) return 'stale';
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp };
    if (!isValidSlackRequest({ signingSecret: options.signingSecret, body: text, headers })) return 'forged';
    if (!seen.has(signature)) {
      seen.set(signature, true);
      return undefined;
    }
    // Slack may repeat an event word for word; the same event id is answered once anyway.
    const repeated = body?.['type'] === 'event_callback' && request.headers['x-slack-retry-num'] !== undefined;
    return repeated ? undefined : 'replayed';
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return end(response, 405, { allow: 'POST' });
    if (draining || !app) return end(response, 503, { 'retry-after': '5' });
    const arrival = performance.now();
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, LARGEST_BODY);
    const text = buffered.rawBody.toString('utf8');
    const form = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    if (form && new URLSearchParams(text).get('ssl_check') === '1') return end(response, 200);
    const body = parsed(text, form);
    const refused = verify(request, text, body);
    if (refused !== undefined) {
      meter.count('slack', `signature_${refused}`);
      log.warn({ platform: 'slack', reason: refused }, 'refused a request to /slack/events');
      return end(response, 401);
    }
    if (body === undefined) {
      meter.count('slack', 'bad_body');
      return end(response, 400);
    }
    if (body['type'] === 'url_verification')
      return end(response, 200, { 'content-type': 'text/plain' }, String(body['challenge'] ?? ''));
    const mine = app;
    const { ack, refuse } = acknowledging(buffered, body, response, arrival);
    const late = (): void => {
      meter.count('slack', 'made_to_wait');
      ack().catch(() => {});
    };
    try {
      await queue.enter(() => mine.processEvent({ body, ack, ...retryOf(request) }), { person: personIn(body), late });
    } finally {
      refuse();
    }
  };
  const acknowledging = (
    request: BufferedIncomingMessage,
    body: Body,
    response: ServerResponse,
    arrival: number,
  ): { ack: (answer?: unknown) => Promise<void>; refuse: () => void } => {
    const answered = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: request,
      httpRequestBody: body,
      httpResponse: response,
    });
    return {
      ack: onlyOnce(measured(meter, answered.bind(), arrival)),
      /** Where nobody has acknowledged it. */
      refuse() {
        if (response.headersSent) return;
        answered.ack();
        end(response, 400);
      },
    };
  };

  return {
    init(mine) {
      app = mine;
    },
    start: async () => {},
    drain() {
      draining = true;
      return queue.idle();
    },
    async stop() {
      draining = true;
    },
    handle(request, response) {
      answer(request, response).catch((error: unknown) => {
        const large = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
        meter.count('slack', large ? 'large_body' : 'bad_request');
        end(response, large ? 413 : 400, { connection: 'close' });
      });
    },
  };
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}, body = ''): void {
  if (response.headersSent) return;
  response.writeHead(status, headers);
  response.end(body);
}

/** The payload of a request, or nothing where it is not an object in JSON or a form. */
function parsed(text: string, form: boolean): Body | undefined {
  const fields = form ? Object.fromEntries(new URLSearchParams(text)) : undefined;
  if (fields !== undefined && fields['payload'] === undefined) return 'command' in fields ? fields : undefined;
  try {
    const value: unknown = JSON.parse(fields?.['payload'] ?? text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function retryOf(request: IncomingMessage): { retryNum?: number; retryReason?: string } {
  const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
  const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
  return { ...(retryNum === undefined ? {} : { retryNum }), ...(retryReason === undefined ? {} : { retryReason }) };
}
