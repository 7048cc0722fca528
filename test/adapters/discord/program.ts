import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../free-port.ts';
import type { DiscordDouble } from './double/discord.ts';
import { TOKEN } from './double/world.ts';

const MAIN = fileURLToPath(new URL('../../../dist/adapters/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The built program, connected to a double. */
export interface Program {
  readonly process: ChildProcess;
  /** lines of its log so far */
  log(): string;
  /** Waits for something in the log, behind a mark. */
  logged(pattern: RegExp, milliseconds?: number, after?: number): Promise<void>;
  /** Whether /readyz says that it is ready; false where nobody answers. */
  ready(): Promise<boolean>;
  /** Waits until /readyz says so. */
  becomes(ready: boolean, milliseconds?: number): Promise<void>;
  metrics(): Promise<string>;
  readonly exited: Promise<number | null>;
  /** SIGTERM. @returns milliseconds until the end */
  stop(): Promise<number>;
}

export async function startProgram(
  discord: DiscordDouble,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-discord-'));
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      LIMIT_PER_PERSON: '1000',
      LIMIT_PER_CHANNEL: '1000',
      ...env,
    },
  });
  let log = '';
  child.stderr?.on('data', chunk => {
    log += String(chunk);
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => {
    rmSync(dataDir, { recursive: true, force: true });
    return code ?? null;
  });
  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
  const ready = (): Promise<boolean> =>
    get('/readyz').then(
      response => response.status === 200,
      () => false,
    );
  return {
    process: child,
    log: () => log,
    exited,
    ready,
    async becomes(wanted, milliseconds = 30_000) {
      const until = performance.now() + milliseconds;
      while ((await ready()) !== wanted) {
        if (performance.now() > until) throw new Error(`it did not become ${wanted ? 'ready' : 'unready'}\n${log}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    metrics: async () => (await get('/metrics')).text(),
    async logged(pattern, milliseconds = 20_000, after = 0) {
      const until = performance.now() + milliseconds;
      while (!pattern.test(log.slice(after))) {
        if (performance.now() > until || child.exitCode !== null) throw new Error(`not logged: ${pattern}\n${log}`);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    async stop() {
      const started = performance.now();
      child.kill('SIGTERM');
      await exited;
      return performance.now() - started;
    },
  };
}
