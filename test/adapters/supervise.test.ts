import { describe, expect, test } from 'vitest';
import { type Adapter, type Log, StartError } from '../../adapters/adapter.ts';
import { startAll } from '../../adapters/supervise.ts';

const QUICK = { first: 1, last: 4 };

function adapter(name: string, start: (attempt: number) => Promise<void>): Adapter & { attempts: number } {
  const made = {
    name,
    attempts: 0,
    start: () => start(++made.attempts),
    stop: async () => {},
    ready: () => ({ ready: true, detail: `${name} stands` }),
  };
  return made;
}

function listener(): Log & { lines: string[] } {
  const lines: string[] = [];
  const write = (details: object, message: string): void => {
    lines.push(`${'platform' in details ? String(details.platform) : ''}: ${message}`);
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}

describe('starting platforms', () => {
  test('one that cannot be reached is tried again while the others answer', async () => {
    const log = listener();
    const discord = adapter('discord', async attempt => {
      if (attempt < 4) throw new Error('no route');
    });
    const slack = adapter('slack', async () => {});
    await startAll([discord, slack], log, new AbortController().signal, QUICK);
    expect([discord.attempts, slack.attempts]).toEqual([4, 1]);
    expect(log.lines.slice(0, 2)).toContain('slack: ready: slack stands');
    expect(log.lines.filter(line => line.startsWith('discord: could not connect'))).toHaveLength(3);
    expect(log.lines.at(-1)).toBe('discord: ready: discord stands');
  });

  test('one that can never start ends the start, with what to do', async () => {
    const discord = adapter('discord', async () => {
      throw new StartError('The token is not valid. Copy it again.');
    });
    const starting = startAll([discord], listener(), new AbortController().signal, QUICK);
    await expect(starting).rejects.toThrow('The token is not valid. Copy it again.');
    expect(discord.attempts).toBe(1);
  });

  test('no further attempt is made after the signal to stop', async () => {
    const stopping = new AbortController();
    const discord = adapter('discord', async attempt => {
      if (attempt === 2) stopping.abort();
      throw new Error('no route');
    });
    await startAll([discord], listener(), stopping.signal, QUICK).catch(() => {});
    expect(discord.attempts).toBe(2);
  });

  test('a long pause ends with the signal', async () => {
    const stopping = new AbortController();
    const discord = adapter('discord', async () => {
      throw new Error('no route');
    });
    const starting = startAll([discord], listener(), stopping.signal, { first: 1e6, last: 1e6 });
    setTimeout(() => stopping.abort(), 5);
    await starting;
    expect(discord.attempts).toBe(1);
  });
});
