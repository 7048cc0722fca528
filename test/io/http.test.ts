import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttp, type HttpOptions, type HttpSide, type Part } from '../../src/io/http.ts';

const open: HttpSide[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.stop()));
});

function part(name: string, ready: boolean, optional?: true): Part {
  return { name, state: () => ({ ready, detail: `it is\n${ready}` }), ...(optional ? { optional } : {}) };
}

async function started(options: Partial<HttpOptions> = {}): Promise<{ side: HttpSide; at: string; port: number }> {
  const side = createHttp({
    host: '127.0.0.1',
    port: 0,
    parts: () => [part('knowledge', true)],
    metrics: { type: 'text/plain; version=0.0.4', text: async () => 'signpost_up 1\n' },
    failed: () => {},
    ...options,
  });
  const result = await side.start();
  if ('fault' in result) throw new Error(result.fault);
  open.push(side);
  return { side, at: `http://127.0.0.1:${result.port}`, port: result.port };
}

async function read(
  address: string,
  init?: RequestInit,
): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(address, init);
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

describe('the HTTP side', () => {
  test('says that it is alive, and shows the metrics', async () => {
    const { at } = await started();
    expect(await read(`${at}/healthz`)).toMatchObject({ status: 200, text: 'ok\n' });
    expect(await read(`${at}/metrics?x=1`)).toMatchObject({
      status: 200,
      text: 'signpost_up 1\n',
      type: 'text/plain; version=0.0.4',
    });
    expect(await read(`${at}/healthz`, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  test('is ready when every part that is needed is, and says one line a part', async () => {
    const { at } = await started({
      parts: () => [part('knowledge', true), part('slack', true), part('journal', false, true)],
    });
    expect(await read(`${at}/readyz`)).toMatchObject({
      status: 200,
      text: 'ok knowledge: it is true\nok slack: it is true\ndegraded journal: it is false\n',
    });
    const other = await started({ parts: () => [part('knowledge', true), part('slack', false)] });
    expect(await read(`${other.at}/readyz`)).toMatchObject({
      status: 503,
      text: 'ok knowledge: it is true\nnot ready slack: it is false\n',
    });
  });

  test('is not ready any more from the moment it stops', async () => {
    const { side, at } = await started();
    side.retire();
    expect(await read(`${at}/readyz`)).toMatchObject({ status: 503, text: expect.stringContaining('stopping') });
    expect((await read(`${at}/healthz`)).status).toBe(200);
  });

  test('shares its port with what is mounted', async () => {
    const { side, at } = await started();
    side.mount('/slack/events', (request, response) => {
      request.resume().on('end', () => response.end(`${request.method} heard`));
    });
    expect(await read(`${at}/slack/events?x`, { method: 'POST', body: 'hello' })).toMatchObject({ text: 'POST heard' });
    expect((await read(`${at}/slack/other`, { method: 'POST' })).status).toBe(404);
  });

  test.each([
    ['/nothing', 'GET', 404],
    ['/healthz', 'POST', 405],
    ['/../../etc/passwd', 'GET', 404],
    ['/healthz/', 'GET', 404],
  ])('%s by %s is refused', async (path, method, status) => {
    const { at } = await started();
    expect((await read(`${at}${path}`, { method })).status).toBe(status);
  });

  test('a handler that throws costs one request, tells nobody why, and is reported', async () => {
    const failures: unknown[] = [];
    const { side, at } = await started({ failed: error => failures.push(error) });
    side.mount('/slack/events', () => {
      throw new Error('secret reason');
    });
    const answer = await read(`${at}/slack/events`);
    expect(answer).toMatchObject({ status: 500 });
    expect(answer.text).not.toContain('secret');
    expect(failures).toHaveLength(1);
    expect((await read(`${at}/healthz`)).status).toBe(200);
  });

  test('a port in use, or an address that is not here, is a plain fault', async () => {
    const { port } = await started();
    const options = { parts: () => [], metrics: { type: '', text: async () => '' }, failed: () => {} };
    expect(await createHttp({ ...options, host: '127.0.0.1', port }).start()).toEqual({
      fault: `PORT is "${port}"; expected a free port, but something listens on 127.0.0.1:${port} already`,
    });
    expect(await createHttp({ ...options, host: '203.0.113.7', port: 0 }).start()).toEqual({
      fault: expect.stringMatching(/^HOST is "203\.0\.113\.7"; expected an address of this machine/),
    });
  });

  test('a connection that says nothing does not hold up the end', async () => {
    const { side, port } = await started();
    const socket = connect(port, '127.0.0.1');
    await new Promise(resolve => socket.once('connect', resolve));
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n');
    socket.on('error', () => {});
    const closed = new Promise(resolve => socket.once('close', resolve));
    await side.stop();
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});
