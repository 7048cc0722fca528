import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Below the range from which systems choose ports by themselves: a port from there is somebody else's before the program that it is for has started. */
const FIRST = 20_000;
const BLOCKS = 120;
const BLOCK = 100;

/** Every process that asks takes a block: it listens on the first port of it as long as it lives, which no other can. */
let block: Promise<number> | undefined;
let next = 0;

/** A port on which nothing listens, and which no other test gets, in this process or another. */
export async function freePort(): Promise<number> {
  block ??= takeBlock();
  const first = await block;
  for (let tries = 1; tries < BLOCK; tries++) {
    next = (next % (BLOCK - 1)) + 1;
    const port = first + next;
    const server = await listening(port);
    if (server === undefined) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`no free port from ${first} on`);
}

async function takeBlock(): Promise<number> {
  for (let tries = 0; tries < BLOCKS; tries++) {
    const first = FIRST + ((process.pid + tries) % BLOCKS) * BLOCK;
    const server = await listening(first);
    if (server === undefined) continue;
    server.unref();
    return first;
  }
  throw new Error(`no free block of ports from ${FIRST} on`);
}

async function listening(port: number): Promise<Server | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}
