/** A fault that the double makes on demand. */
export type Fault =
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly type: 'error'; readonly error: string; readonly needed?: string }
  /** takes the call and never answers */
  | { readonly type: 'hang' }
  /** takes the call, does what it says, and breaks the line without an answer */
  | { readonly type: 'lost' };

/** A fault in a word, for a list of calls. */
export function faultName(fault: Fault): string {
  if (fault.type === 'status') return String(fault.status);
  return fault.type === 'error' ? fault.error : fault.type;
}

export interface Faults {
  /** The next calls of a method fail; "*" is every method, "response_url" the one-time addresses. */
  next(method: string, fault: Fault, times?: number): void;
  /** Takes one planned fault. */
  take(method: string): Fault | undefined;
  clear(): void;
  /** Slack cannot be reached at all while this is true. */
  outage: boolean;
}

export function createFaults(): Faults {
  const planned: { method: string; fault: Fault; times: number }[] = [];
  return {
    outage: false,
    next: (method, fault, times = 1) => void planned.push({ method, fault, times }),
    take(method) {
      const at = planned.findIndex(each => each.method === method || each.method === '*');
      const found = planned[at];
      if (!found) return undefined;
      found.times -= 1;
      if (found.times <= 0) planned.splice(at, 1);
      return found.fault;
    },
    clear: () => void planned.splice(0),
  };
}
