import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Advisor } from '../../src/advisor.ts';
import type { Reply, Turn } from '../../src/reply.ts';
import type { Look } from './markdown.ts';
import { render } from './render.ts';

/** A reply as one JSON object: the shape that scripts may rely on. */
export function replyJson(reply: Reply, id: unknown, microseconds: number): Record<string, unknown> {
  return {
    id,
    question: reply.question,
    kind: reply.kind,
    topics: reply.topics,
    candidates: reply.candidates.map(({ topic, confidence }) => ({ topic, confidence: round(confidence) })),
    confidence: round(reply.confidence),
    offered: reply.choices.map(choice => choice.topic),
    skills: reply.skills,
    ...(reply.handoff ? { handoff: reply.handoff } : {}),
    text: render(reply),
    sources: reply.sources.map(({ id: source, label, year, url }) => ({
      id: source,
      label,
      year,
      ...(url ? { url } : {}),
    })),
    next: reply.next.map(next => next.label),
    ...(reply.reviewed ? { reviewed: reply.reviewed } : {}),
    microseconds,
    ...(reply.explanation ? { explanation: reply.explanation } : {}),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Answers the last turn of a conversation; the turns before it are asked first, so that it may refer to them. */
export function converse(
  advisor: Advisor,
  turns: readonly string[],
  explain = false,
): { reply: Reply; microseconds: number } {
  const past: Turn[] = [];
  for (const question of turns.slice(0, -1)) past.push(advisor.ask(question, { context: { turns: past } }).turn);
  const started = performance.now();
  const reply = advisor.ask(turns.at(-1) ?? '', { context: { turns: past }, explain });
  return {
    reply: { ...reply, question: turns.at(-1) ?? '' },
    microseconds: Math.round((performance.now() - started) * 1000),
  };
}

export interface AnswerFlags {
  readonly json?: true;
  readonly explain?: true;
}

/** The reply to one question: text for people, or JSON. */
export function answer(advisor: Advisor, question: string, { json, explain }: AnswerFlags, look: Look): string {
  const { reply, microseconds } = converse(advisor, [question], explain === true);
  if (!json && !explain) return render(reply, look);
  return JSON.stringify(replyJson(reply, null, microseconds), null, explain ? 2 : 0);
}

/** The lines of a batch: a file, or what comes in when its name is "-". */
export async function openBatch(
  file: string,
  stdin: Readable,
): Promise<{ readonly input: Readable } | { readonly fault: string }> {
  if (file === '-') return { input: stdin };
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('a folder');
    return { input: handle.createReadStream() };
  } catch {
    return { fault: `--batch is "${file}", which cannot be read; expected a file of JSON Lines, or "-"` };
  }
}

const BAD_LINE =
  'expected a JSON object with "question" (text) or "turns" (a list of texts, at least one), and an "id" if you like';

/**
 * JSON Lines in, JSON Lines out, in the same order. Every line is a conversation of its own.
 * A line that is not such an object gets an object with `error`, and the run goes on.
 * @returns true when every line was fine
 */
export async function batch(advisor: Advisor, input: Readable, output: Writable): Promise<boolean> {
  let fine = true;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const item = parse(line);
    let result: Record<string, unknown>;
    if ('error' in item) {
      fine = false;
      result = { id: null, error: `line ${number}: ${item.error}` };
    } else {
      const { reply, microseconds } = converse(advisor, item.turns);
      result = replyJson(reply, item.id, microseconds);
    }
    if (!output.write(`${JSON.stringify(result)}\n`)) await new Promise(resolve => output.once('drain', resolve));
  }
  return fine;
}

function parse(line: string): { id: unknown; turns: string[] } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: `not JSON; ${BAD_LINE}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: BAD_LINE };
  const { id = null, question, turns } = value as { id?: unknown; question?: unknown; turns?: unknown };
  if (Array.isArray(turns) && turns.length > 0 && turns.every(turn => typeof turn === 'string')) return { id, turns };
  if (turns === undefined && typeof question === 'string') return { id, turns: [question] };
  return { error: BAD_LINE };
}
