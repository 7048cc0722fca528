import type { IncomingMessage, ServerResponse } from 'node:http';
import { newest } from '../../../newest.ts';
import { faultName } from './faults.ts';
import { textAt } from './json.ts';
import { bodyOf, checkMessage, parsed, type Shown, type Workspace } from './web-api.ts';

const USES = 5;
const LIFE = 30 * 60 * 1000;
const KNOWN = [
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'unfurl_links',
  'unfurl_media',
  'thread_ts',
];

interface Issued {
  readonly channel: string;
  readonly person: string;
  readonly until: number;
  left: number;
}

/** One-time addresses: five uses within thirty minutes. */
export interface ResponseUrls {
  issue(channel: string, person: string): string;
  /** Uses up everything that was issued so far. */
  exhaust(): void;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export function createResponseUrls(workspace: Workspace, base: () => string): ResponseUrls {
  const issued = new Map<string, Issued>();
  let count = 0;
  return {
    issue(channel, person) {
      count += 1;
      const path = `/response/${count}`;
      issued.set(path, { channel, person, until: performance.now() + LIFE, left: USES });
      newest(issued);
      return `${base()}${path}`;
    },
    exhaust() {
      for (const each of issued.values()) each.left = 0;
    },
    handle(request, response) {
      void bodyOf(request).then(text => {
        const { violation, faults, shown } = workspace;
        const fault = faults.take('response_url');
        const found = issued.get(request.url ?? '');
        const gone = !found || found.left === 0 || performance.now() > found.until;
        workspace.calls.push({
          method: 'response_url',
          channel: found?.channel ?? '',
          person: found?.person ?? '',
          answer: fault ? faultName(fault) : gone ? 'used_url' : 'ok',
          at: performance.now(),
        });
        if (fault?.type === 'hang') return;
        if (fault?.type === 'status')
          return void response
            .writeHead(fault.status, fault.retryAfter ? { 'retry-after': String(fault.retryAfter) } : {})
            .end();
        if (gone) return void response.writeHead(404).end('used_url');
        found.left -= 1;
        const body = parsed(text);
        if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
          violation('response_url: not JSON');
        for (const name of Object.keys(body)) if (!KNOWN.includes(name)) violation(`response_url: no field "${name}"`);
        if (!['ephemeral', 'in_channel'].includes(textAt(body, 'response_type')))
          violation('response_url: no response_type');
        checkMessage(body, 'response_url', false, violation);
        const each: Shown = {
          way: 'response',
          channel: found.channel,
          person: found.person,
          thread: '',
          ts: workspace.nextTs(),
          body,
          at: performance.now(),
        };
        shown.push(each);
        if (fault?.type === 'lost') {
          workspace.unconfirmed.add(each);
          response.destroy();
        } else response.writeHead(200).end('ok');
      });
    },
  };
}
