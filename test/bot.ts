import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REMEMBERED } from './newest.ts';

const MAIN = fileURLToPath(new URL('../dist/adapters/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The built bot as a process of its own, seen through its metrics. */
export interface Bot {
  readonly child: ChildProcess;
  /** lines of standard error, but for warnings */
  readonly lines: string[];
  /** the newest warnings on standard error */
  readonly warnings: string[];
  /** the value of a metric, added up over its labels, or with exactly the given ones (`{result="loaded"}`) */
  metric(name: string, labels?: string): Promise<number>;
  /** The values of several metrics at one time. */
  metrics(names: readonly string[]): Promise<number[]>;
  readiness(): Promise<string>;
  /** seconds for which its main thread was ready to run and the machine had no time for it; always 0 where the system does not tell */
  queued(): number;
  ready(): Promise<void>;
  readonly exited: Promise<number | null>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

export function startBot(port: number, env: Readonly<Record<string, string>>): Bot {
  const at = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      LIMIT_PER_PERSON: '1000000',
      LIMIT_PER_CHANNEL: '1000000',
      LIMIT_OVERALL: '1000000',
      ...env,
    },
  });
  const lines: string[] = [];
  const warnings: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const whole = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) (line.includes('"level":"warn"') ? warnings : lines).push(line);
    warnings.splice(0, warnings.length - REMEMBERED);
  });
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  const get = async (path: string): Promise<string> => (await fetch(`${at}${path}`)).text();
  const valueIn = (rows: readonly string[], name: string, labels = ''): number =>
    rows
      .filter(line => line.startsWith(`${name}${labels}`) && /^[ {]/.test(line.slice(name.length)))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  return {
    child,
    exited,
    lines,
    warnings,
    metric: async (name, labels) => valueIn((await get('/metrics')).split('\n'), name, labels),
    async metrics(names) {
      const rows = (await get('/metrics')).split('\n');
      return names.map(name => valueIn(rows, name));
    },
    readiness: () => get('/readyz'),
    queued() {
      try {
        return Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e9;
      } catch {
        return 0;
      }
    },
    async ready() {
      for (let turn = 0; turn < 600; turn++) {
        if (child.exitCode !== null) throw new Error(`the bot ended: ${lines.join('\n')}`);
        const status = await fetch(`${at}/readyz`).then(
          response => response.status,
          () => 0,
        );
        if (status === 200) return;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`the bot is not ready: ${lines.join('\n')}`);
    },
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
