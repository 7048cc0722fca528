import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the range from which systems choose ports by themselves: a port from there is somebody else's before the program that it is for has started. */
const FIRST = 20_000;
/** Every test process has a block of its own. */
const BLOCKS = 120;
const BLOCK = 100;

const block = (process.pid + 31 * Number(process.env['VITEST_POOL_ID'] ?? 0)) % BLOCKS;
let next = 0;

/** A port on which nothing listens, and which no other test gets. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < BLOCK; tries++) {
    const port = FIRST + block * BLOCK + (next++ % BLOCK);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${FIRST + block * BLOCK} on`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
