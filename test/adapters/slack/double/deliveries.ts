import { createHmac } from 'node:crypto';
import { Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { Json } from './json.ts';
import { parsed } from './web-api.ts';

export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Json;
  /** the acknowledgement may carry a message */
  readonly accepts: boolean;
}

export interface Delivered {
  readonly acknowledged: boolean;
  /** from the sending to the acknowledgement */
  readonly milliseconds: number;
  readonly body: Json;
  /** the socket over which it went last was gone before the acknowledgement, or there was none */
  readonly lost?: boolean;
  /** HTTP status of the last attempt */
  readonly status?: number;
}

export interface Signing {
  readonly secret: string;
  /** seconds since 1970 */
  readonly stamp?: number;
}

/** Headers with which Slack signs a body. */
export function signed(
  body: string,
  { secret, stamp = Math.floor(Date.now() / 1000) }: Signing,
): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-signature': `v0=${hash}`, 'x-slack-request-timestamp': String(stamp) };
}

const LATE = 3000;

/** Sends one delivery over HTTP as Slack does, and events again that were not acknowledged. */
export async function deliverHttp(url: string, envelope: Envelope, secret: string): Promise<Delivered> {
  const { body, type } = encoded(envelope);
  const started = performance.now();
  let status = 0;
  for (let attempt = 0; attempt < (envelope.type === 'events_api' ? 4 : 1); attempt += 1) {
    const retry: Record<string, string> =
      attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' };
    const answer = await post(url, { 'content-type': type, ...signed(body, { secret }), ...retry }, body);
    status = answer.status;
    if (status >= 200 && status < 300)
      return { acknowledged: true, milliseconds: performance.now() - started, body: parsed(answer.text), status };
  }
  return { acknowledged: false, milliseconds: performance.now() - started, body: {}, status };
}

const agent = new Agent({ keepAlive: true });

/** @returns the status 0 where there is no answer in time; `fetch` would take the double as long as the answers take the app */
function post(url: string, headers: OutgoingHttpHeaders, body: string): Promise<{ status: number; text: string }> {
  return new Promise(resolve => {
    const none = (): void => resolve({ status: 0, text: '' });
    const request = httpRequest(
      url,
      { method: 'POST', agent, headers, signal: AbortSignal.timeout(LATE) },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', none);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', none);
    request.end(body);
  });
}

function encoded({ type, payload }: Envelope): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  if (type === 'interactive')
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
  const fields = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: form };
}
