import { DiscordAPIError, DiscordjsError, HTTPError, RateLimitError } from 'discord.js';

/** What Discord or the network said of a call, short enough for one line of the log; never with a token. */
export interface Fault {
  /** Discord's own number, such as "50013", or "http_503", "timeout", "network", "internal" */
  readonly code: string;
  /** HTTP status, where there was an answer */
  readonly status?: number;
}

export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) return { code: String(error.code), status: error.status };
  if (error instanceof HTTPError) return { code: `http_${error.status}`, status: error.status };
  if (error instanceof RateLimitError) return { code: 'rate_limited', status: 429 };
  if (error instanceof DiscordjsError) return { code: String(error.code) };
  if (!(error instanceof Error)) return { code: 'internal' };
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { code: 'timeout' };
  if ('code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|UND_ERR_)/.test(error.code))
    return { code: 'network' };
  if (error.cause !== undefined) return faultOf(error.cause);
  return { code: 'internal' };
}

/** Faults that belong to everyday life: they are counted, not treated as errors (topics/opcodes-and-status-codes, "JSON Error Codes"). */
const QUIET: Readonly<Record<string, string>> = {
  10003: 'unknown_channel',
  10008: 'unknown_message',
  10015: 'unknown_webhook',
  10062: 'unknown_interaction',
  40060: 'already_acknowledged',
  50001: 'missing_access',
  50007: 'direct_messages_closed',
  50013: 'missing_permission',
  50027: 'interaction_expired',
  50083: 'thread_archived',
  160002: 'missing_permission',
};

/** The name under which a fault of everyday life is counted; nothing for the others. */
export function quiet({ code }: Fault): string | undefined {
  return QUIET[code];
}

/** A fault for the log: what Discord said, without the address and body of the call, which hold tokens and what people wrote. */
export function described(error: unknown): {
  readonly fault: string;
  readonly reason?: string;
  readonly err?: unknown;
} {
  const { code } = faultOf(error);
  const ours = code === 'internal' && !(error instanceof DiscordAPIError);
  if (ours) return { fault: code, err: error };
  return { fault: code, ...(error instanceof Error ? { reason: error.message } : {}) };
}

/** Whether Discord no longer takes the bot's token. An interaction has one of its own, which merely runs out. */
export function isRefused(fault: Fault): boolean {
  return fault.status === 401 && quiet(fault) === undefined;
}

/** Whether the bot may not write, or not in that way, where it tried to. */
export function isForbidden({ code }: Fault): boolean {
  return code === '50001' || code === '50013' || code === '160002' || code === '10003' || code === '50083';
}

/** Whether another attempt may work: nothing was refused, the answer only did not come. */
export function isPassing({ code, status }: Fault): boolean {
  return code === 'timeout' || code === 'network' || (status !== undefined && status >= 500);
}
