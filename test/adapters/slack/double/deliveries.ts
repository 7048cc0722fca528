import { createHmac } from 'node:crypto';
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
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': type, ...signed(body, { secret }), ...retry },
        body,
        signal: AbortSignal.timeout(LATE),
      });
      const answer = await response.text();
      status = response.status;
      if (response.ok)
        return { acknowledged: true, milliseconds: performance.now() - started, body: parsed(answer), status };
    } catch {
      status = 0;
    }
  }
  return { acknowledged: false, milliseconds: performance.now() - started, body: {}, status };
}

function encoded({ type, payload }: Envelope): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  if (type === 'interactive')
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
  const fields = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: form };
}
