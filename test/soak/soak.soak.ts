import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Bot, freePort, startBot } from '../bot.ts';
import { editedKnowledge } from './knowledge.ts';
import { LOADS, type Load } from './load.ts';

const QUESTIONS = Number(process.env['QUESTIONS'] ?? 200_000);
const AT_ONCE = 24;
/** Milliseconds between two edits of the knowledge, and between two faults. */
const EDITS = 6000;
const FAULTS = 700;
/** The promise: no answer waits longer, in seconds. */
const LONGEST_PAUSE = 0.05;
const PEOPLE = 3000;

const asked: string[] = ['first.yaml', 'mixed.yaml'].flatMap(name => {
  const items: { q?: string }[] = parse(readFileSync(new URL(`../questions/${name}`, import.meta.url), 'utf8'));
  return items.flatMap(item => (item.q ? [item.q] : []));
});
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

async function serving(loads: readonly Load[], knowledge: string, dataDir: string): Promise<Bot> {
  const port = await freePort();
  const env = Object.assign({}, ...loads.map(load => load.env(`http://127.0.0.1:${port}`)));
  const bot = startBot(port, { ...env, KNOWLEDGE_DIR: knowledge, DATA_DIR: dataDir });
  await bot.ready();
  return bot;
}

/** Samples of the heap, in bytes: the least of a stretch is what stays after the rubbish is collected. */
function least(samples: readonly number[], from: number, to: number): number {
  return Math.min(...samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
}

test('no answer waits longer than 50 ms while changed knowledge is taken over', async () => {
  const knowledge = editedKnowledge();
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-soak-data-'));
  const loads = await Promise.all(LOADS.map(load => load()));
  const bot = await serving(loads, knowledge.folder, dataDir);
  const quiet: number[] = [];
  const pauses: number[] = [];
  /** Asks for a tenth of a second. @returns the longest pause of that time in seconds, less what the machine let the bot wait */
  const look = async (turn: number): Promise<number> => {
    const queued = bot.queued();
    await bot.metric('nodejs_eventloop_lag_max_seconds');
    await loads[0]?.ask(asked[turn % asked.length] ?? '', 'UQUIET');
    await pause(100);
    // The gauge tells the longest since it was last read.
    return Math.max(0, (await bot.metric('nodejs_eventloop_lag_max_seconds')) - (bot.queued() - queued));
  };
  for (let round = 0; round < 5; round++) {
    for (let turn = 0; turn < 10; turn++) quiet.push(await look(turn));
    knowledge.add();
    for (let turn = 0; (await bot.metric('signpost_reloads_total', '{result="loaded"}')) <= round && turn < 300; turn++)
      pauses.push(await look(turn));
  }
  expect(await bot.metric('signpost_reloads_total', '{result="loaded"}')).toBe(5);
  const [without, longest] = [quiet, pauses].map(list => Math.round(Math.max(...list) * 1000));
  say(`longest pause: ${without} ms without, ${longest} ms with a reload`);
  expect(Math.max(...pauses)).toBeLessThan(LONGEST_PAUSE);
  expect(await bot.stop()).toBe(0);
  for (const load of loads) await load.close();
  knowledge.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`${QUESTIONS} questions over all platforms, with reloads and faults`, async () => {
  const knowledge = editedKnowledge(true);
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-soak-data-'));
  const loads = await Promise.all(LOADS.map(load => load()));
  const bot = await serving(loads, knowledge.folder, dataDir);
  const heap: number[] = [];
  const resident: number[] = [];
  let next = 0;
  let answered = 0;
  const lost: string[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    for (let at = next++; at < QUESTIONS; at = next++) {
      const load = loads[at % loads.length]!;
      try {
        const reply = await load.ask(`${asked[at % asked.length]} ${at % 17}`, `U${at % PEOPLE}`);
        if (reply.trim() === '') throw new Error('an empty reply');
        answered += 1;
      } catch (error) {
        lost.push(`${load.name} ${at}: ${error}`);
      }
    }
  };
  const edits = setInterval(() => knowledge.edit(), EDITS);
  const faults = setInterval(() => loads[Math.floor(Math.random() * loads.length)]?.disturb(), FAULTS);
  const samples = setInterval(async () => {
    heap.push(await bot.metric('nodejs_heap_size_used_bytes'));
    resident.push(await bot.metric('process_resident_memory_bytes'));
    if (heap.length % 10 === 0)
      say(
        `${answered} answered, ${lost.length} lost, heap ${megabytes(heap.at(-1) ?? 0)} MB, resident ${megabytes(resident.at(-1) ?? 0)} MB`,
      );
  }, 1000);
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const timer of [edits, faults, samples]) clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  const [before, after] = [least(heap, 0.4, 0.6), least(heap, 0.8, 1)];
  const reloads = await bot.metric('signpost_reloads_total');
  say(
    `${answered} answered in ${seconds.toFixed(0)} s, ${reloads} reloads; heap ${megabytes(before)} → ${megabytes(after)} MB, resident at most ${megabytes(Math.max(...resident))} MB`,
  );
  expect(lost).toEqual([]);
  expect(answered).toBe(QUESTIONS);
  expect(reloads).toBeGreaterThan(0);
  expect(await bot.metric('signpost_errors_total', '{where="unhandled"}')).toBe(0);
  expect(await bot.metric('signpost_errors_total', '{where="advisor"}')).toBe(0);
  expect(bot.lines.filter(line => !line.includes('knowledge'))).toEqual([]);
  for (const load of loads) expect(load.violations()).toEqual([]);
  expect(after).toBeLessThan(before * 1.1 + 5e6);
  expect(await bot.stop()).toBe(0);
  for (const load of loads) await load.close();
  knowledge.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`${QUESTIONS} lines through one terminal conversation`, async () => {
  const main = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'ask', '--batch', '-'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const memory: number[] = [];
  let replies = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    replies += text.split('\n').length - 1;
  });
  const samples = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  }, 1000);
  for (let at = 0; at < QUESTIONS; at++) {
    const line = JSON.stringify({ id: at, question: `${asked[at % asked.length]} ${at % 17}` });
    if (!child.stdin.write(`${line}\n`)) await new Promise(resolve => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  const code = await new Promise(resolve => child.once('close', resolve));
  clearInterval(samples);
  const [before, after] = [least(memory, 0.3, 0.5), least(memory, 0.8, 1)];
  say(`${replies} replies; resident ${megabytes(before)} → ${megabytes(after)} MB`);
  expect({ code, replies }).toEqual({ code: 0, replies: QUESTIONS });
  expect(after).toBeLessThan(before * 1.1 + 5e6);
});
