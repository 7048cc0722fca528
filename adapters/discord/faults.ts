import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * What became of a call, as far as somebody can do something about it:
 * - `done`: Discord did it already; the answer to an earlier attempt was lost
 * - `late`: the interaction is over
 * - `gone`: the message or channel was deleted
 * - `forbidden`: a permission is missing
 * - `closed`: the person takes no messages from the bot
 * - `reference`: it may write there, but not refer to an earlier message
 * - `unreachable`: no answer came, or one that says "later"
 */
export type FaultKind =
  | 'done'
  | 'late'
  | 'gone'
  | 'forbidden'
  | 'closed'
  | 'reference'
  | 'unauthorised'
  | 'unreachable'
  | 'refused';

export interface Fault {
  readonly kind: FaultKind;
  /** Discord's code with its message, or the network's: never a token, an address or what somebody wrote */
  readonly detail: string;
}

/** Codes of discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes. */
const KINDS: Readonly<Record<string, FaultKind>> = {
  10003: 'gone',
  10004: 'gone',
  10008: 'gone',
  10015: 'late',
  10062: 'late',
  40060: 'done',
  50001: 'forbidden',
  50007: 'closed',
  50013: 'forbidden',
  50027: 'late',
  50083: 'forbidden',
  50278: 'closed',
  160002: 'reference',
  160004: 'done',
  160005: 'forbidden',
};

export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) {
    const kind = KINDS[error.code] ?? (error.status === 401 ? 'unauthorised' : 'refused');
    return { kind, detail: `${error.status} ${error.code} ${firstLine(error.rawError)}`.trim() };
  }
  if (error instanceof HTTPError) return { kind: 'unreachable', detail: `${error.status}` };
  if (error instanceof RateLimitError) return { kind: 'unreachable', detail: 'rate limit of more than a minute' };
  if (error instanceof Error && error.message.startsWith('Expected token to be set'))
    return { kind: 'unauthorised', detail: '401' };
  // It was done, but the answer is cut short.
  if (error instanceof SyntaxError) return { kind: 'done', detail: 'an answer that cannot be read' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'unreachable', detail: name === 'AbortError' ? 'timeout' : code === '' ? name : code };
}

function firstLine(raw: DiscordAPIError['rawError']): string {
  const said = 'message' in raw ? raw.message : raw.error;
  return String(said).split('\n')[0]!.slice(0, 120);
}
