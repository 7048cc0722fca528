import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../free-port.ts';
import { APP_TOKEN, BOT_TOKEN, type Mode, PERSON_CHANNEL, SIGNING_SECRET, type SlackDouble } from './double/slack.ts';

const MAIN = fileURLToPath(new URL('../../../dist/adapters/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The built program, connected to a double. */
export interface Program {
  readonly process: ChildProcess;
  /** lines of its log so far */
  log(): string;
  /** Waits for a line of the log. */
  logged(pattern: RegExp, milliseconds?: number): Promise<void>;
  metrics(): Promise<string>;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
  /** SIGTERM. @returns milliseconds until the end */
  stop(): Promise<number>;
}

export async function startProgram(
  slack: SlackDouble,
  mode: Mode,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-slack-'));
  const port = await freePort();
  slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_MODE: mode,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
      SLACK_API_URL: slack.apiUrl,
      SLACK_PERSON_CHANNEL: PERSON_CHANNEL,
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
  return {
    process: child,
    log: () => log,
    exited,
    metrics: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    async logged(pattern, milliseconds = 20_000) {
      const until = performance.now() + milliseconds;
      while (!pattern.test(log)) {
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
