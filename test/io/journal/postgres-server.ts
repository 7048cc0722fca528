import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';

/** A real PostgreSQL server in a temporary folder. */
export interface PostgresServer {
  /** address of a fresh, empty database */
  database(): Promise<string>;
  start(): Promise<void>;
  /** Ends it at once, as when its machine is lost. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** Where Debian and others put the server beside PATH. */
function programs(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort().reverse() : [];
  const places = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map(version => `/usr/lib/postgresql/${version}/bin`),
  ];
  return places.find(place => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
}

const NO_POSTGRES =
  'PostgreSQL is not installed here, so the journal was NOT tested on it. Install it (Debian: apt-get install postgresql) and run the tests again.';

/** Whether PostgreSQL is installed; says so loudly where it is not, and fails where CI runs the tests. */
export function isPostgresHere(): boolean {
  if (programs() !== undefined) return true;
  if (process.env['CI']) throw new Error(NO_POSTGRES);
  process.stderr.write(`\n${'!'.repeat(80)}\n${NO_POSTGRES}\n${'!'.repeat(80)}\n`);
  return false;
}

export async function startPostgres(): Promise<PostgresServer> {
  const folder = programs();
  if (folder === undefined) throw new Error(NO_POSTGRES);
  const place = mkdtempSync(join(tmpdir(), 'signpost-postgres-'));
  const data = join(place, 'data');
  // The server refuses to run as root.
  const other = process.getuid?.() === 0 ? userOtherThanRoot() : undefined;
  if (other) chownSync(place, other.uid, other.gid);
  const as = other ? { uid: other.uid, gid: other.gid } : {};
  const env = { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, LC_ALL: 'C', HOME: place };
  const options = { ...as, cwd: place, env } as const;
  execFileSync(join(folder, 'initdb'), ['-D', data, '-U', 'signpost', '--auth=trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const port = await freePort();
  let server: ReturnType<typeof spawn> | undefined;
  let count = 0;
  const url = (name: string): string => `postgres://signpost@127.0.0.1:${port}/${name}`;
  const ask = async (name: string, statement: string): Promise<void> => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url(name) });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const start = async (): Promise<void> => {
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: place, fsync: 'off' };
    server = spawn(
      join(folder, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...options, stdio: ['ignore', 'ignore', 'ignore'] },
    );
    for (let attempt = 0; ; attempt++) {
      try {
        await ask('postgres', 'SELECT 1');
        return;
      } catch (error) {
        if (attempt === 200) throw error;
        await pause(100);
      }
    }
  };
  const kill = async (): Promise<void> => {
    if (!server || server.exitCode !== null) return;
    const ended = new Promise(resolve => server?.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  };
  await start();
  return {
    async database() {
      const name = `journal_${++count}`;
      await ask('postgres', `CREATE DATABASE ${name}`);
      return url(name);
    },
    start,
    kill,
    async remove() {
      await kill();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function userOtherThanRoot(): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map(flag => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })));
  return { uid: uid!, gid: gid! };
}
