import { webApi } from '@slack/bolt';
import { LONGEST_WAIT } from './patience.ts';

/** What Slack or the network said of a call, short enough for one line of the log; never with a token. */
export interface Fault {
  /** Slack's own word, such as "channel_not_found", or "timeout", "http_503", "network" */
  readonly code: string;
  /** the scope that is missing, where that is the fault */
  readonly needed?: string;
  /** seconds to wait before the next call, where Slack says so */
  readonly retryAfter?: number;
}

export function faultOf(error: unknown): Fault {
  if (error instanceof webApi.WebAPIPlatformError) {
    const needed = 'needed' in error.data && typeof error.data.needed === 'string' ? error.data.needed : undefined;
    return { code: error.data.error, ...(needed === undefined ? {} : { needed }) };
  }
  if (error instanceof webApi.WebAPIRateLimitedError) return { code: 'ratelimited', retryAfter: error.retryAfter };
  if (error instanceof webApi.WebAPIHTTPError) return { code: `http_${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError)
    return { code: error.original.name === 'TimeoutError' ? 'timeout' : 'network' };
  // The client throws a plain error after its last attempt, and where Slack does not say for how long.
  if (error instanceof Error && /^(?:A rate limit was exceeded|Retry header did not)/.test(error.message))
    return { code: 'ratelimited' };
  return { code: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'internal' };
}

/** What passes, in our words and Slack's own (docs.slack.dev/reference/methods/chat.postMessage), which its client takes as final. */
const PASSING = new Set([
  'timeout',
  'network',
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Whether another attempt may work a little later. */
export function passes({ code, retryAfter = 0 }: Fault): boolean {
  return (PASSING.has(code) || /^http_5/.test(code)) && retryAfter <= LONGEST_WAIT;
}

/** What to do about a fault, for the log. */
export function remedy(fault: Fault): string {
  if (fault.code === 'missing_scope')
    return `the scope ${fault.needed ?? ''} is missing: add it under "OAuth & Permissions" and install the app again`;
  if (fault.code === 'not_in_channel' || fault.code === 'channel_not_found')
    return 'the app is not in that channel: invite it there';
  return fault.code;
}
