import { existsSync } from 'node:fs';
import { type InboxItem, inboxOf, inboxReply, itemOf, quoted } from '../curation/inbox.ts';
import { statsOf, statsReply } from '../curation/stats.ts';
import type { Usage } from '../curation/usage.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { formatProblem, sortProblems } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read.ts';
import type { Reply } from '../reply.ts';
import type { Config } from './config.ts';
import { readFolder } from './folder.ts';
import { type Database, DatabaseFault, type Query } from './journal/database.ts';
import { migrate } from './journal/migrations.ts';
import { openDatabase } from './journal/open.ts';
import { countWordless, markDone, readMisses, readUsage } from './journal/read.ts';
import { makePatch, writePatch } from './patch.ts';

/** What a command of the operator came to: the exit code, and a reply or lines for standard output, or a message for standard error. */
export type Outcome =
  | { readonly code: 0; readonly reply: Reply }
  | { readonly code: 0; readonly text: string; readonly note?: string }
  | { readonly code: 1 | 2; readonly message: string };

export interface InboxFlags {
  readonly json?: true;
  /** id of the item that a patch is made for */
  readonly patch?: string;
  /** entry that gets the question; a new one without it */
  readonly entry?: string;
  /** other words for the question */
  readonly question?: string;
  /** changes the files instead of showing the change */
  readonly write?: true;
  readonly knowledge?: string;
}

/** Items of the inbox that are shown to somebody at a terminal; JSON has all of them. */
const MOST_SHOWN = 40;
const EMPTY: Usage = { kinds: [], platforms: [], answered: [], offered: [], rated: [], handoffs: [] };

/** @param words what stands behind the command: nothing, or "done" and ids */
export async function inbox(
  words: readonly string[],
  flags: InboxFlags,
  config: Config,
  now: number,
): Promise<Outcome> {
  const [action, ...ids] = words;
  if (action !== undefined && action !== 'done')
    return wrong(`inbox knows "done" and nothing else; "${action}" was given. Try: inbox done ID`);
  if (action === 'done' && (ids.length === 0 || flags.patch !== undefined))
    return wrong('Which one is done? Give its id: inbox done ID');
  if (flags.patch === undefined && (flags.entry ?? flags.question ?? flags.write) !== undefined)
    return wrong('--entry, --question and --write belong to --patch ID.');
  return reading(config, async database => {
    const items = inboxOf(database ? await readMisses(database.read) : []);
    if (action === 'done') return done(items, ids, database, now);
    if (flags.patch !== undefined) return patch(items, flags.patch, flags, config);
    const wordless = database ? await countWordless(database.read) : 0;
    if (flags.json) return json({ items: items.map(dated), wordless }, database ? undefined : missing(config));
    if (!database) return { code: 0, text: missing(config) };
    return {
      code: 0,
      reply: inboxReply(items, { wordless, kept: config.journal.text, most: MOST_SHOWN, operator: true }),
    };
  });
}

export interface StatsFlags {
  readonly json?: true;
  readonly knowledge?: string;
}

export async function stats(flags: StatsFlags, config: Config, now: number): Promise<Outcome> {
  const read = knowledgeIn(flags.knowledge ?? config.knowledgeDir);
  if ('message' in read) return wrong(read.message);
  return reading(config, async database => {
    const usage = database ? await readUsage(database.read) : EMPTY;
    const figures = statsOf(usage, read.knowledge, new Date(now).getUTCFullYear());
    const { since, ...rest } = figures;
    if (flags.json) return json({ ...(since === undefined ? {} : { since: iso(since) }), ...rest });
    return { code: 0, reply: statsReply(figures) };
  });
}

/** Does something with the database of the journal, or with nothing where none was begun: reading never makes one. */
async function reading(config: Config, work: (database: Database | undefined) => Promise<Outcome>): Promise<Outcome> {
  const { database: place } = config.journal;
  let database: Database | undefined;
  try {
    if (place.kind === 'postgres' || existsSync(place.path)) {
      database = await openDatabase(config.journal);
      await migrate(database);
    }
    return await work(database);
  } catch (error) {
    if (error instanceof DatabaseFault) return wrong(`The journal cannot be read. ${error.message}`);
    throw error;
  } finally {
    await database?.close().catch(() => {});
  }
}

async function done(
  items: readonly InboxItem[],
  ids: readonly string[],
  database: Database | undefined,
  now: number,
): Promise<Outcome> {
  const found = ids.map(id => itemOf(items, id));
  const problems = found.flatMap(each => ('problem' in each ? [each.problem] : []));
  if (problems.length > 0 || !database) return wrong(problems.join('\n'));
  const chosen = [...new Set(found.flatMap(each => ('item' in each ? [each.item] : [])))];
  await database.change((query: Query) =>
    markDone(
      query,
      chosen.flatMap(({ keys }) => keys),
      now,
    ),
  );
  return {
    code: 0,
    text: chosen.map(({ question }) => `Done until it is asked again: ${quoted(question)}`).join('\n'),
  };
}

async function patch(items: readonly InboxItem[], id: string, flags: InboxFlags, config: Config): Promise<Outcome> {
  const found = itemOf(items, id);
  if ('problem' in found) return wrong(found.problem);
  const made = makePatch(found.item, {
    folder: flags.knowledge ?? config.knowledgeDir,
    ...(flags.entry === undefined ? {} : { entry: flags.entry }),
    ...(flags.question === undefined ? {} : { question: flags.question }),
  });
  if ('problem' in made) return { code: made.code, message: made.problem };
  const unwritten = flags.write ? await writePatch(made) : undefined;
  if (unwritten !== undefined) return wrong(unwritten);
  if (flags.json) {
    const { entry, files, golden, diff } = made;
    return json({
      id: found.item.id,
      entry,
      files: files.map(({ path }) => path),
      golden,
      diff,
      written: flags.write === true,
    });
  }
  if (flags.write)
    return {
      code: 0,
      text: [...made.files.map(({ path }) => `Changed ${path}`), ...made.remarks, made.next].join('\n'),
    };
  return { code: 0, text: made.diff.trimEnd(), note: [...made.remarks, made.how, made.next].join('\n') };
}

function knowledgeIn(folder: string): { knowledge: Knowledge } | { message: string } {
  const { files, problems } = readFolder(folder);
  const read = readKnowledge(files);
  const all = sortProblems([...problems, ...('problems' in read ? read.problems : [])]);
  if ('problems' in read || all.length > 0) return { message: all.map(formatProblem).join('\n') };
  return read;
}

function missing({ journal: { database } }: Config): string {
  const place = database.kind === 'sqlite' ? database.path : 'the database';
  return `There is no journal yet at ${place}: it begins with the first question that the bot is asked.`;
}

function dated({ first, last, ...item }: InboxItem): object {
  return { ...item, first: iso(first), last: iso(last) };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function json(value: object, note?: string): Outcome {
  return { code: 0, text: JSON.stringify(value, null, 2), ...(note === undefined ? {} : { note }) };
}

function wrong(message: string): Outcome {
  return { code: 2, message };
}
