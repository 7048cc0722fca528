import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { freePort } from './free-port.ts';

describe('a free port', () => {
  test('is given once, also when several ask at the same time, and nothing listens on it', async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    expect(new Set(ports).size).toBe(20);
    const server = createServer();
    server.listen(ports[0], '127.0.0.1');
    await once(server, 'listening');
    server.close();
  });

  test('lies in a block that no other process can take', async () => {
    const block = Math.floor((await freePort()) / 100) * 100;
    const code = `const s = require('node:net').createServer(); s.on('error', e => process.stdout.write(e.code)); s.listen(${block}, '127.0.0.1', () => process.exit());`;
    const other = spawn(process.execPath, ['-e', code]);
    let said = '';
    other.stdout.on('data', chunk => {
      said += String(chunk);
    });
    await once(other, 'close');
    expect(said).toBe('EADDRINUSE');
  });
});
