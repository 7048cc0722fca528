import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createDiscordDouble, type DiscordDouble, type DoubleOptions, until } from './double/discord.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = join(ROOT, 'dist/adapters/main.js');

/** The built program, connected to a double. */
export interface Program {
  log(): string;
  logged(pattern: RegExp, milliseconds?: number): Promise<void>;
  readonly exited: Promise<number | null>;
  /** Whether /readyz says so. */
  ready(): Promise<boolean>;
  /** SIGTERM. @returns milliseconds until the end, and the exit code */
  stop(): Promise<{ milliseconds: number; code: number | null }>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export async function startProgram(
  discord: DiscordDouble,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-discord-'));
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
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
  return {
    log: () => log,
    exited,
    async logged(pattern, milliseconds = 30_000) {
      await until(`the line ${pattern} in\n${log}`, () => pattern.test(log) || child.exitCode !== null, milliseconds);
      if (!pattern.test(log)) throw new Error(`not logged: ${pattern}\n${log}`);
    },
    ready: async () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        response => response.ok,
        () => false,
      ),
    async stop() {
      const started = performance.now();
      child.kill('SIGTERM');
      const code = await exited;
      return { milliseconds: performance.now() - started, code };
    },
  };
}

const started: { discord: DiscordDouble; program: Program }[] = [];

/** The program and a double of its own, for one test; ended behind it, and nothing may have offended Discord. */
export async function start(
  options: DoubleOptions = {},
  env: Readonly<Record<string, string>> = {},
): Promise<{ discord: DiscordDouble; program: Program }> {
  const discord = await createDiscordDouble(options);
  const program = await startProgram(discord, env);
  started.push({ discord, program });
  return { discord, program };
}

/** A program that is connected and has its commands registered. */
export async function connected(
  options: DoubleOptions = {},
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof start> {
  const made = await start(options, env);
  await made.program.logged(/commands (?:registered|left as they were)/);
  return made;
}

/** Checks what every run must have kept. */
export function expectClean(discord: DiscordDouble, program: Program): void {
  expect(discord.violations).toEqual([]);
  expect(program.log()).not.toMatch(/Internal error|unhandled|could not answer|token-of/i);
}

afterEach(async () => {
  for (const { discord, program } of started.splice(0)) {
    await program.stop();
    await discord.close();
    expectClean(discord, program);
  }
});

interface Running {
  readonly discord: DiscordDouble;
  readonly program: Program;
}

/** One program and double for all tests of a file that need no settings or faults of their own: a start takes seconds. */
export function shared(options: DoubleOptions = {}, env: Readonly<Record<string, string>> = {}): Running {
  let running: Running | undefined;
  const of = (): Running => {
    if (!running) throw new Error('the program has not been started');
    return running;
  };
  beforeAll(async () => {
    const discord = await createDiscordDouble(options);
    const program = await startProgram(discord, env);
    running = { discord, program };
    await program.logged(/commands (?:registered|left as they were)/);
  });
  afterEach(() => expectClean(of().discord, of().program));
  afterAll(async () => {
    await of().program.stop();
    await of().discord.close();
  });
  return {
    get discord() {
      return of().discord;
    },
    get program() {
      return of().program;
    },
  };
}
