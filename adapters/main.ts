#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { type Advisor, createAdvisor } from '../src/advisor.ts';
import { type Config, readConfig } from '../src/io/config.ts';
import { BUILT_IN, checkFolder, loadLibrary } from '../src/io/load.ts';
import { VERSION } from '../src/io/version.ts';
import { formatProblem } from '../src/knowledge/problem.ts';
import { type Adapter, StartError, type Surroundings } from './adapter.ts';
import { startAll } from './supervise.ts';
import { batch, converse, replyJson } from './terminal/ask.ts';
import { createTerminal } from './terminal/chat.ts';
import { render } from './terminal/render.ts';

/** Exit codes: fine; the work was done and found problems; it could not start; an internal error. */
const FINE = 0;
const PROBLEMS = 1;
const NO_START = 2;
const INTERNAL = 70;

const HOW_TO_CONNECT = [
  'To answer in Discord, set DISCORD_TOKEN and start again.',
  'To answer in Slack, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN and start again.',
];

/** Ends the program with a message for the person who started it. */
class Stop extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

function configuration(): Config {
  const read = readConfig(process.env);
  if ('config' in read) return read.config;
  throw new Stop(NO_START, ['The configuration is not right:', ...read.faults.map(fault => `  ${fault}`)].join('\n'));
}

async function advisorFor(folder: string, keepIn: string): Promise<ReturnType<typeof createAdvisor>> {
  const loaded = await loadLibrary(folder, {
    keepIn,
    onLearning: lines => {
      if (process.stderr.isTTY) process.stderr.write(`Learning ${lines.toLocaleString('en-GB')} lines …`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if ('library' in loaded) return createAdvisor(loaded.library);
  throw new Stop(NO_START, [...loaded.problems.map(formatProblem), summary(folder, loaded.problems.length)].join('\n'));
}

function learntIn(config: Config): string {
  return join(config.dataDir, 'learnt');
}

/** Learns the knowledge beforehand and keeps it beside the program, so that the first start is as quick as those after it. */
async function learn(): Promise<number> {
  await advisorFor(configuration().knowledgeDir, BUILT_IN);
  return FINE;
}

function summary(folder: string, count: number): string {
  return count === 0 ? `${folder}: no problem found` : `${folder}: ${count} ${count === 1 ? 'problem' : 'problems'}`;
}

const look = (): { colour: boolean; width: number } => ({
  colour: process.stdout.isTTY === true && process.stdout.hasColors(),
  width: Math.min(100, process.stdout.columns ?? 80),
});

interface AskFlags {
  readonly json?: true;
  readonly batch?: string;
  readonly explain?: true;
  readonly knowledge?: string;
}

async function ask(words: readonly string[], flags: AskFlags): Promise<number> {
  const config = configuration();
  const question = words.join(' ');
  if (flags.batch === undefined && question.trim() === '')
    throw new Stop(NO_START, 'What is the question? Try: npm run -s ask -- "How do I become a backend developer?"');
  const advisor = await advisorFor(flags.knowledge ?? config.knowledgeDir, learntIn(config));
  if (flags.batch !== undefined) {
    const input = flags.batch === '-' ? process.stdin : createReadStream(flags.batch);
    return (await batch(advisor, input, process.stdout)) ? FINE : PROBLEMS;
  }
  const { reply, microseconds } = converse(advisor, [question], flags.explain === true);
  const text =
    flags.json || flags.explain
      ? JSON.stringify(replyJson(reply, null, microseconds), null, flags.explain ? 2 : 0)
      : render(reply, look());
  process.stdout.write(`${text}\n`);
  return FINE;
}

async function check(folder: string | undefined): Promise<number> {
  const config = configuration();
  const place = folder ?? config.knowledgeDir;
  const problems = await checkFolder(place);
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
  process.stdout.write(`${summary(place, problems.length)}\n`);
  return problems.length === 0 ? FINE : PROBLEMS;
}

async function serve(): Promise<number> {
  const config = configuration();
  const advisor = await advisorFor(config.knowledgeDir, learntIn(config));
  return config.discord || config.slack ? servePlatforms(config, advisor) : serveTerminal(advisor);
}

/** An adapter is imported only when it is wanted: discord.js alone takes most of a second to load. */
async function platforms(config: Config, surroundings: Surroundings): Promise<Adapter[]> {
  const { discord, slack } = config;
  const adapters: Adapter[] = [];
  if (discord) adapters.push((await import('./discord/discord.ts')).createDiscord(discord, surroundings));
  if (slack) adapters.push((await import('./slack/slack.ts')).createSlack(slack, surroundings));
  return adapters;
}

/** Time for the questions in hand when the program is told to stop, in milliseconds; the promise is five seconds in all. */
const LONGEST_STOP = 4500;

async function servePlatforms(config: Config, advisor: Advisor): Promise<number> {
  const { createLog } = await import('../src/io/log.ts');
  const log = createLog(config.logLevel);
  const { entries, lines, skills } = advisor.size;
  log.info({ entries, lines, skills, folder: config.knowledgeDir, version: VERSION }, 'knowledge loaded');
  const meter = { count: () => {}, replied: () => {} };
  const adapters = await platforms(config, { advisor, log, meter, limits: config.limits });
  const stopping = new AbortController();
  const stopped = new Promise<void>(resolve => stopping.signal.addEventListener('abort', () => resolve()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort();
    });
  try {
    await Promise.race([startAll(adapters, log, stopping.signal), stopped]);
    await stopped;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new Stop(NO_START, error.message);
  } finally {
    await Promise.race([Promise.all(adapters.map(adapter => adapter.stop())), pause(LONGEST_STOP)]);
  }
  log.info({}, 'stopped');
  // Sockets of the platforms' libraries may linger for seconds although all is done.
  process.exit(FINE);
}

async function serveTerminal(advisor: Advisor): Promise<number> {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const terminal = createTerminal(advisor, {
    input: process.stdin,
    output: process.stdout,
    interactive,
    colour: look().colour,
    columns: () => process.stdout.columns ?? 80,
    notice: HOW_TO_CONNECT,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void terminal.stop());
  await terminal.start();
  const messages = await terminal.ended;
  if (!interactive && messages === 0)
    throw new Stop(
      NO_START,
      [
        'There is no token, no terminal and nothing on standard input, so there is nothing to do.',
        ...HOW_TO_CONNECT,
      ].join('\n'),
    );
  return FINE;
}

function program(run: (work: Promise<number>) => void): Command {
  const main = new Command('signpost')
    .description('Career advice for backend developers: in Discord, in Slack, or right here in the terminal.')
    .version(VERSION)
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', '\nExit codes: 0 fine, 1 problems were found, 2 it could not start, 70 an internal error.');
  main
    .command('serve', { isDefault: true })
    .description('connect every platform that has tokens in the environment; with none, open the terminal chat')
    .action(() => run(serve()));
  main
    .command('ask')
    .description('answer one question, or many, and exit')
    .argument('[question...]', 'the question')
    .option('--json', 'print one JSON object')
    .option('--explain', 'print JSON with what made the decision')
    .option('--batch <file>', 'answer JSON Lines from a file ("-" is standard input) as JSON Lines')
    .option('--knowledge <dir>', 'another knowledge folder')
    .action((words: string[], flags: AskFlags) => run(ask(words, flags)));
  main
    .command('check')
    .description('print every problem of a knowledge folder as file:line:column')
    .argument('[dir]', 'the folder; the configured one by default')
    .action((folder: string | undefined) => run(check(folder)));
  main
    .command('learn')
    .description('learn the knowledge now and keep it beside the program, so that the next start is quick')
    .action(() => run(learn()));
  return main;
}

async function main(): Promise<number> {
  let work: Promise<number> = Promise.resolve(FINE);
  try {
    program(started => {
      work = started;
    }).parse(process.argv);
    return await work;
  } catch (error) {
    if (error instanceof Stop) {
      process.stderr.write(`${error.message}\n`);
      return error.code;
    }
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? FINE : NO_START;
    process.stderr.write(
      `Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return INTERNAL;
  }
}

process.exitCode = await main();
