import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Bot, startBot } from '../bot.ts';
import { freePort } from '../free-port.ts';
import { add, type Drive, drive, list, sum, told } from './drive.ts';
import { type Edited, editedKnowledge } from './knowledge.ts';
import { LATEST, type Load } from './load.ts';
import { createMemory, type Memory } from './memory.ts';

/** Options of Node for the bot, to look closer: `BOT_OPTIONS=--cpu-prof npm run soak`. */
const NODE_OPTIONS = process.env['BOT_OPTIONS'] ?? '';
/** Milliseconds between two looks at the memory. */
const LOOK = 2000;
/** Milliseconds for one change of the knowledge to be learnt. */
const LONGEST_LEARNING = 120_000;
/** Lines of the log above a warning that belong to the broken knowledge folders of the run. */
const EXPLAINED =
  /"msg":"(?:knowledge refused|the changed knowledge was refused; the bot goes on with what it knew before)"/;

export const say = (text: string): void => void process.stderr.write(`${text}\n`);

export interface Serving {
  readonly bot: Bot;
  readonly knowledge: Edited;
  /** Ends the bot and the doubles, and checks that it ended in order. */
  end(): Promise<void>;
}

/** The built bot, connected to doubles, with a copy of the knowledge. */
export async function serving(loads: readonly Load[]): Promise<Serving> {
  const knowledge = editedKnowledge();
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-soak-data-'));
  const port = await freePort();
  const env = Object.assign({}, ...loads.map(load => load.env(`http://127.0.0.1:${port}`)));
  const bot = startBot(port, { ...env, KNOWLEDGE_DIR: knowledge.folder, DATA_DIR: dataDir, NODE_OPTIONS });
  await bot.ready();
  return {
    bot,
    knowledge,
    async end() {
      expect(await bot.stop()).toBe(0);
      for (const load of loads) await load.close();
      knowledge.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Soak extends Drive {
  /** milliseconds between two edits of the knowledge, every third of which breaks it; 0 leaves it as it is */
  readonly editEvery: number;
  /** share of the questions to which no reply is possible at most: more would mean that the bot is away for too long */
  readonly mostExcused: number;
}

export interface Soaked {
  readonly memory: Memory;
  /** readings of the changed knowledge, the refused ones too */
  readonly reloads: number;
}

/** Drives one bot over some platforms at once, says what came of it, and checks what has to hold of every run. */
export async function soak(loads: readonly Load[], options: Soak): Promise<Soaked> {
  const { bot, knowledge, end } = await serving(loads);
  const memory = createMemory(bot);
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
  const { tally, done, count } = drive(loads, { witness: () => lately(bot.warnings), ...options });
  const edits = options.editEvery > 0;
  if (edits) knowledge.edit();
  let looks = 0;
  const timers = [
    ...(edits ? [setInterval(() => knowledge.edit(), options.editEvery)] : []),
    setInterval(() => {
      looks += 1;
      void memory.sample().catch(() => {});
      if (looks % 15 === 0) say(`${seconds()} s: ${count()} done, ${tally.lost.length} lost`);
    }, LOOK),
  ];
  await done;
  for (const timer of timers) clearInterval(timer);
  // On a slow machine a short run may be over before the first change is learnt.
  if (edits)
    await expect.poll(() => bot.metric('signpost_reloads_total'), { timeout: LONGEST_LEARNING }).toBeGreaterThan(0);
  const [reloads = 0, unhandled = 0] = [
    await bot.metric('signpost_reloads_total'),
    (await bot.metric('signpost_errors_total', '{where="unhandled"}')) +
      (await bot.metric('signpost_errors_total', '{where="advisor"}')),
  ];
  const names = loads.map(load => load.name).join(' and ');
  say(`\n${names}: ${seconds()} s, ${reloads} reloads`);
  for (const line of [...told(tally), ...memory.table()]) say(line);
  for (const load of loads) say(`${load.name}: ${load.unasked()} things shown that nobody waited for`);
  for (const line of warned(bot.warnings)) say(line);
  // The last fault may have broken a line just now.
  await bot.ready();
  await end();
  expect(tally.lost).toEqual([]);
  expect(sum(tally.answered) + sum(tally.excused)).toBe(tally.total);
  expect(sum(tally.excused)).toBeLessThanOrEqual(tally.total * options.mostExcused);
  for (const load of loads) expect(load.violations()).toEqual([]);
  expect(unhandled).toBe(0);
  expect(bot.lines.filter(line => !EXPLAINED.test(line))).toEqual([]);
  return { memory, reloads };
}

/** What a log warns of, and how often, of its newest lines. */
function warned(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) add(counts, /"msg":"([^"]*)"/.exec(line)?.[1] ?? line);
  return ['warnings in the log:', ...list(counts)];
}

/** Lines of a log that are no older than the longest wait for a reply. */
function lately(lines: readonly string[]): string[] {
  const since = Date.now() - LATEST - 1000;
  return lines.filter(line => Date.parse(/"time":"([^"]+)"/.exec(line)?.[1] ?? '') >= since);
}
