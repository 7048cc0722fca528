import type { ServerResponse } from 'node:http';

/** A fault that the double makes on demand. */
export type Fault =
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: number; readonly global?: boolean }
  /** as Discord refuses: an HTTP status with a code of its own */
  | { readonly type: 'error'; readonly status: number; readonly code: number }
  /** takes the call, does what it says, and closes or resets the line without an answer */
  | { readonly type: 'lost' | 'reset' }
  /** takes the call and never answers; nothing is done */
  | { readonly type: 'hang' }
  | { readonly type: 'slow'; readonly milliseconds: number };

/** Kinds of calls. */
export type Call =
  | 'gateway'
  | 'me'
  | 'application'
  | 'commands'
  | 'register'
  | 'callback'
  | 'original'
  | 'followup'
  | 'message'
  | 'edit'
  | 'thread'
  | 'threads'
  | 'typing'
  | 'direct'
  | 'read';

export interface Faults {
  /** The next calls of a kind fail; "*" is every kind. */
  next(call: Call | '*', fault: Fault, times?: number): void;
  /** Takes one planned fault. */
  take(call: Call): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const planned: { call: Call | '*'; fault: Fault; times: number }[] = [];
  return {
    next: (call, fault, times = 1) => void planned.push({ call, fault, times }),
    take(call) {
      const at = planned.findIndex(each => each.call === call || each.call === '*');
      const found = planned[at];
      if (!found) return undefined;
      found.times -= 1;
      if (found.times <= 0) planned.splice(at, 1);
      return found.fault;
    },
    clear: () => void planned.splice(0),
  };
}

/** Answers with the refusal that was asked for. @returns whether the call ends here */
export function refuse(fault: Fault, response: ServerResponse): boolean {
  if (fault.type === 'hang') return true;
  if (fault.type === 'error') {
    answer(response, fault.status, { message: 'Refused on demand', code: fault.code });
    return true;
  }
  if (fault.type !== 'status') return false;
  if (fault.status !== 429) {
    answer(response, fault.status, { message: 'Upset on demand', code: 0 });
    return true;
  }
  limited(response, fault.retryAfter ?? 1, fault.global ?? false);
  return true;
}

export function limited(response: ServerResponse, seconds: number, global: boolean): void {
  answer(
    response,
    429,
    { message: 'You are being rate limited.', retry_after: seconds, global },
    {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  );
}

export function answer(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
