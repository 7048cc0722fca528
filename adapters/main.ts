#!/usr/bin/env node
import { join } from 'node:path';
import type { Advisor } from '../src/advisor.ts';
import { type Config, readConfig } from '../src/io/config.ts';
import type { InboxFlags, Outcome, StatsFlags } from '../src/io/curate.ts';
import type { JournalCompanion } from '../src/io/journal/companion.ts';
import type { JournalLog } from '../src/io/journal/connection.ts';
import { createRedactor } from '../src/io/redact.ts';
import { secretsOf, showConfig } from '../src/io/show-config.ts';
import { VERSION } from '../src/io/version.ts';
import { formatProblem, type Problem } from '../src/knowledge/problem.ts';
import type { Reply } from '../src/reply.ts';
import { type Adapter, StartError, type Surroundings } from './adapter.ts';
import { type AskFlags, program, type ServeFlags } from './program.ts';
import { serveAll } from './serve.ts';

// What only some commands need is imported by them: the health check of a container must not load the whole program.

/** Exit codes: fine; the work was done and found problems; it could not start; an internal error. */
const FINE = 0;
const PROBLEMS = 1;
const NO_START = 2;
const INTERNAL = 70;

const HOW_TO_CONNECT = [
  'To answer in Discord, set DISCORD_TOKEN and start again.',
  'To answer in Slack, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN and start again.',
];

/** What is printed never shows a secret, even where a library wrote it into an error. */
let redact = createRedactor([]);

function configuration(): Config {
  const read = readConfig(process.env);
  if ('faults' in read)
    throw new StartError(['The configuration is not right:', ...read.faults.map(fault => `  ${fault}`)].join('\n'));
  redact = createRedactor(secretsOf(read.config));
  return read.config;
}

interface Loaded {
  readonly advisor: Advisor;
  readonly key: string;
  /** what was answered to warm up */
  readonly rehearsed: readonly Reply[];
}

/** @param many whether many questions will be asked: then the first ones shall not be slower than the others */
async function load(folder: string, keepIn: string, many = false): Promise<Loaded> {
  const { loadLibrary } = await import('../src/io/load.ts');
  const loaded = await loadLibrary(folder, {
    keepIn,
    onLearning: lines => {
      if (process.stderr.isTTY) process.stderr.write(`Learning ${lines.toLocaleString('en-GB')} lines …`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if ('problems' in loaded) throw new StartError(listed(folder, loaded.problems));
  const { createAdvisor } = await import('../src/advisor.ts');
  const rehearsed = many ? (await import('../src/io/warm-up.ts')).warmUp(loaded.library) : [];
  return { advisor: createAdvisor(loaded.library), key: loaded.key, rehearsed };
}

/** Problems, one a line, and their number. */
function listed(folder: string, problems: readonly Problem[]): string {
  const { length } = problems;
  const count = length === 0 ? 'no problem found' : `${length} ${length === 1 ? 'problem' : 'problems'}`;
  return [...problems.map(formatProblem), `${folder}: ${count}`].join('\n');
}

function learntIn(config: Config): string {
  return join(config.dataDir, 'learnt');
}

/** Learns the knowledge beforehand and keeps it beside the program, so that the first start is as quick as those after it. */
async function learn(): Promise<number> {
  const { BUILT_IN } = await import('../src/io/load.ts');
  await load(configuration().knowledgeDir, BUILT_IN);
  return FINE;
}

async function ask(words: readonly string[], flags: AskFlags): Promise<number> {
  const config = configuration();
  const question = words.join(' ');
  if (flags.batch === undefined && question.trim() === '')
    throw new StartError('What is the question? Try: npm run -s ask -- "How do I become a backend developer?"');
  const { answer, batch, openBatch } = await import('./terminal/ask.ts');
  const { lookOf } = await import('./terminal/streams.ts');
  const opened = flags.batch === undefined ? undefined : await openBatch(flags.batch, process.stdin);
  if (opened && 'fault' in opened) throw new StartError(opened.fault);
  const { advisor } = await load(flags.knowledge ?? config.knowledgeDir, learntIn(config), opened !== undefined);
  if (opened) return (await batch(advisor, opened.input, process.stdout)) ? FINE : PROBLEMS;
  process.stdout.write(`${answer(advisor, question, flags, lookOf(process))}\n`);
  return FINE;
}

async function check(folder: string | undefined): Promise<number> {
  const place = folder ?? configuration().knowledgeDir;
  const { checkFolder } = await import('../src/io/load.ts');
  const problems = await checkFolder(place);
  process.stdout.write(`${listed(place, problems)}\n`);
  return problems.length === 0 ? FINE : PROBLEMS;
}

async function health(): Promise<number> {
  const { isHealthy } = await import('../src/io/health.ts');
  return (await isHealthy(configuration())) ? FINE : PROBLEMS;
}

async function serve(words: readonly string[], flags: ServeFlags): Promise<number> {
  if (words.length > 0) throw new StartError(`There is no command "${words[0]}". --help lists what there is.`);
  const config = configuration();
  if (flags.printConfig) {
    process.stdout.write(`${showConfig(config)}\n`);
    return FINE;
  }
  return config.discord || config.slack ? servePlatforms(config) : serveTerminal(config);
}

/** An adapter is imported only when it is wanted: discord.js alone takes most of a second to load. */
async function platforms(config: Config, surroundings: Surroundings): Promise<Adapter[]> {
  const { discord, slack } = config;
  const adapters: Adapter[] = [];
  if (discord) adapters.push((await import('./discord/discord.ts')).createDiscord(discord, surroundings));
  if (slack) adapters.push((await import('./slack/slack.ts')).createSlack(slack, surroundings));
  return adapters;
}

/** A signal that is given when the program is told to stop, or has to. */
function stopSignal(): AbortController {
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stopping.abort());
  return stopping;
}

async function journalOf(config: Config, log: JournalLog): Promise<JournalCompanion> {
  const { journalBeside } = await import('../src/io/journal/companion.ts');
  return journalBeside(config.journal, log);
}

async function servePlatforms(config: Config): Promise<number> {
  const { createOperations } = await import('../src/io/operations.ts');
  const { createLog } = await import('../src/io/log.ts');
  const { appearance } = await import('../src/io/watch.ts');
  const { keepHeapSmall } = await import('../src/io/v8.ts');
  keepHeapSmall();
  const stopping = stopSignal();
  const seen = await appearance(config.knowledgeDir);
  const keepIn = learntIn(config);
  const { advisor, key, rehearsed } = await load(config.knowledgeDir, keepIn, true);
  const journal = await journalOf(config, createLog(config.logLevel, secretsOf(config)));
  const operations = createOperations({ config, advisor, keepIn, key, seen, companions: [journal] });
  await journal.open().catch((error: Error) => {
    throw new StartError(`The journal cannot be kept. ${error.message}`);
  });
  const { log, meter, http } = operations;
  const { records } = journal;
  const adapters = await platforms(config, { advisor, log, meter, http, records, limits: config.limits });
  for (const adapter of adapters) adapter.rehearse?.(rehearsed);
  let code = FINE;
  process.on('SIGHUP', operations.reload);
  process.on('unhandledRejection', operations.unexpected);
  process.on('uncaughtException', error => {
    operations.unexpected(error);
    code = INTERNAL;
    stopping.abort();
  });
  log.info({ ...advisor.size, folder: config.knowledgeDir, version: VERSION }, 'knowledge loaded');
  await serveAll(adapters, operations, stopping.signal).catch((error: unknown) => {
    code = report(error);
  });
  // Sockets of the platforms' libraries may linger for seconds although all is done.
  process.exit(code);
}

async function serveTerminal(config: Config): Promise<number> {
  const stopping = stopSignal();
  const { advisor } = await load(config.knowledgeDir, learntIn(config));
  const { holdChat } = await import('./terminal/streams.ts');
  // A conversation here is noted too, so that the inbox can be tried at once; where that is not possible nobody is bothered with it.
  const journal = await journalOf(config, { info: () => {}, warn: () => {} });
  advisor.listen(journal.heard);
  const held = await holdChat(advisor, process, HOW_TO_CONNECT, stopping.signal);
  await journal.stop();
  if (held) return FINE;
  const nothing = 'There is no token, no terminal and nothing on standard input, so there is nothing to do.';
  throw new StartError([nothing, ...HOW_TO_CONNECT].join('\n'));
}

/** Prints what a command of the operator came to. */
async function curated(work: Promise<Outcome>): Promise<number> {
  const outcome = await work;
  if ('message' in outcome) {
    process.stderr.write(`${redact(outcome.message)}\n`);
    return outcome.code;
  }
  const { render } = await import('./terminal/render.ts');
  const { lookOf } = await import('./terminal/streams.ts');
  process.stdout.write(`${'reply' in outcome ? render(outcome.reply, lookOf(process)) : outcome.text}\n`);
  if ('note' in outcome) process.stderr.write(`${outcome.note}\n`);
  return FINE;
}

async function inbox(words: readonly string[], flags: InboxFlags): Promise<number> {
  const config = configuration();
  return curated((await import('../src/io/curate.ts')).inbox(words, flags, config, Date.now()));
}

async function stats(flags: StatsFlags): Promise<number> {
  const config = configuration();
  return curated((await import('../src/io/curate.ts')).stats(flags, config, Date.now()));
}

/** Says what ended the program. @returns its exit code */
function report(error: unknown): number {
  if (error instanceof StartError) {
    process.stderr.write(`${redact(error.message)}\n`);
    return NO_START;
  }
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? FINE : NO_START;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Internal error: ${redact(trace)}\n`);
  return INTERNAL;
}

async function main(): Promise<number> {
  let work: Promise<number> = Promise.resolve(FINE);
  try {
    const start = (started: Promise<number>): void => {
      work = started;
    };
    program(VERSION, { serve, ask, check, inbox, stats, learn, health }, start).parse(process.argv);
    return await work;
  } catch (error) {
    return report(error);
  }
}

// Whoever reads the output may have read enough, as in `… | head`.
process.stdout.on('error', () => process.exit(FINE));
process.exitCode = await main();
