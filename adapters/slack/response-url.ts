import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request } from 'node:https';

/** Milliseconds for one call. */
const LONGEST_CALL = 4000;
/** Seconds of a Retry-After that are waited for; behind a longer one another way is taken. */
const LONGEST_RETRY_AFTER = 5;
/** Calls that are under way at once; in a burst the others wait for their lines. */
const LINES = { keepAlive: true, maxSockets: 100 } as const;

const agent = new Agent(LINES);
const plainAgent = new PlainAgent(LINES);

export interface Refused {
  readonly code: string;
  /** another attempt may work */
  readonly again: boolean;
  readonly retryAfter?: number;
}

/** Sends a message to the address that came with a command or click. @returns nothing where it was taken */
export async function callResponseUrl(url: string, body: object): Promise<Refused | undefined> {
  try {
    const { status, pause } = await post(new URL(url), JSON.stringify(body));
    if (status >= 200 && status < 300) return undefined;
    const retryAfter = status === 429 ? Number(pause ?? 1) : undefined;
    const again = status >= 500 || (retryAfter !== undefined && retryAfter <= LONGEST_RETRY_AFTER);
    return { code: `http_${status}`, again, ...(retryAfter === undefined ? {} : { retryAfter }) };
  } catch (error) {
    return { code: error instanceof Error && error.name === 'AbortError' ? 'timeout' : 'network', again: true };
  }
}

/** In a burst `fetch` would take a quarter of the time that the answers take. @returns the status, and what it says of when to come again */
function post(url: URL, body: string): Promise<{ readonly status: number; readonly pause: string | undefined }> {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(LONGEST_CALL),
  };
  return new Promise((resolve, reject) => {
    const call =
      url.protocol === 'http:'
        ? plainRequest(url, { ...options, agent: plainAgent })
        : request(url, { ...options, agent });
    call.on('error', reject);
    call.on('response', response => {
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, pause: response.headers['retry-after'] }));
      response.resume();
    });
    call.end(body);
  });
}
