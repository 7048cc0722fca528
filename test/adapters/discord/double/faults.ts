/**
 * What goes wrong with a call:
 * - a number: that status, before anything is done
 * - `lost`: it is done, but the connection breaks before the answer
 * - `reset`: the connection breaks before anything is done
 * - `hang`: nothing comes back, and nothing is done
 * - `slow`: it is done after some milliseconds
 * - `limit`: 429, for some seconds
 * - `error`: one of Discord's own errors
 */
export type Kind =
  | number
  | 'lost'
  | 'reset'
  | 'hang'
  | { readonly slow: number }
  | { readonly limit: number; readonly global: boolean }
  | { readonly error: readonly [status: number, code: number, message: string] };

export interface Faults {
  /** The next calls that fit "POST /channels/1/messages" go wrong. */
  add(calls: RegExp, kind: Kind, times?: number): void;
  take(call: string): Kind | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let faults: { calls: RegExp; kind: Kind; left: number }[] = [];
  return {
    add: (calls, kind, times = 1) => void faults.push({ calls, kind, left: times }),
    take(call) {
      const found = faults.find(fault => fault.left > 0 && fault.calls.test(call));
      if (found) found.left -= 1;
      return found?.kind;
    },
    clear() {
      faults = [];
    },
  };
}
