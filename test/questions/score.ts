import type { Advisor } from '../../src/advisor.ts';
import type { Reply, Turn } from '../../src/reply.ts';

/** What somebody writes, and what it is about. */
export interface Golden {
  /** a message by itself, */
  readonly q?: string;
  /** or a conversation: the label is for its last turn */
  readonly turns?: readonly string[];
  /** entries that may answer, best first; all of them are wanted where the kind is `multi`; or `oos`, or `smalltalk` */
  readonly topics: readonly string[];
  readonly kind: string;
}

/** What can be counted against the advisor. */
export const FAULTS = {
  wrong: 'answered from another entry, or answered what lies outside',
  unhelped: 'the wanted entry was neither shown nor offered',
  late: 'not answered straight away: offered at best',
} as const;

export type Fault = keyof typeof FAULTS;
export type Counts = Readonly<Record<'questions' | Fault, number>>;

/** The last reply of a conversation. */
export function lastReply(advisor: Advisor, turns: readonly string[]): Reply {
  const past: Turn[] = [];
  for (const turn of turns.slice(0, -1)) past.push(advisor.ask(turn, { context: { turns: past } }).turn);
  return advisor.ask(turns.at(-1) ?? '', { context: { turns: past } });
}

/** The faults of one reply. Of a message that asks several things each missing topic counts, so a list may hold one fault twice. */
export function faultsOf({ topics: wanted, kind }: Golden, reply: Reply): Fault[] {
  const answered = reply.kind === 'answer';
  if (wanted[0] === 'smalltalk') return reply.kind === 'smalltalk' ? [] : answered ? ['wrong', 'late'] : ['late'];
  if (wanted[0] === 'oos') {
    if (reply.kind === 'unknown' || reply.kind === 'smalltalk') return [];
    return answered ? ['wrong', 'late'] : ['late'];
  }
  const offered = reply.choices.map(choice => choice.topic);
  if (kind === 'multi') {
    const missing = wanted.filter(topic => !reply.topics.includes(topic));
    return [
      ...(answered && missing.length === wanted.length ? (['wrong'] as const) : []),
      ...missing.flatMap(topic => (offered.includes(topic) ? (['late'] as const) : (['late', 'unhelped'] as const))),
    ];
  }
  if (answered && wanted.includes(reply.topics[0] ?? '')) return [];
  if (offered.some(topic => wanted.includes(topic))) return ['late'];
  return answered ? ['wrong', 'unhelped', 'late'] : ['unhelped', 'late'];
}

/** Faults of every kind of question, counted. */
export function score(advisor: Advisor, questions: readonly Golden[]): Map<string, Counts> {
  const table = new Map<string, Record<'questions' | Fault, number>>();
  for (const question of questions) {
    const counts = table.get(question.kind) ?? { questions: 0, wrong: 0, unhelped: 0, late: 0 };
    table.set(question.kind, counts);
    counts.questions += 1;
    for (const fault of faultsOf(question, lastReply(advisor, question.turns ?? [question.q ?? ''])))
      counts[fault] += 1;
  }
  return table;
}

const COLUMNS = ['questions', ...(Object.keys(FAULTS) as Fault[])] as const;
export type Budget = Readonly<Record<string, Counts>>;

/** Kinds and faults that are more than the budget allows, or for which it has no line. */
export function overspent(measured: ReadonlyMap<string, Counts>, budget: Budget): string[] {
  return [...measured].flatMap(([kind, counts]) =>
    COLUMNS.filter(column =>
      column === 'questions'
        ? counts.questions !== budget[kind]?.questions
        : counts[column] > (budget[kind]?.[column] ?? -1),
    ).map(column => `${kind}: ${counts[column]} ${column}, budget ${budget[kind]?.[column] ?? 'none'}`),
  );
}

/** What one new line of knowledge may change: learning again moves a few doubtful questions from one side to the other. */
const room = (count: number): number => count + Math.ceil(Math.sqrt(count)) + 1;

/** What was measured beside the budget, then the block that budget.yaml would have after this run. */
export function report(measured: ReadonlyMap<string, Counts>, budget: Budget): string {
  const cell = (text: string | number): string => String(text).padStart(12);
  const rows = [...measured].map(([kind, counts]) =>
    [kind.padEnd(10), ...COLUMNS.map(column => cell(`${counts[column]} (${budget[kind]?.[column] ?? '-'})`))].join(' '),
  );
  const block = [...measured].map(
    ([kind, counts]) =>
      `${kind}: {${COLUMNS.map(column => `${column}: ${column === 'questions' ? counts[column] : room(counts[column])}`).join(', ')}}`,
  );
  return [
    'Measured, budget in brackets:',
    ['kind'.padEnd(10), ...COLUMNS.map(cell)].join(' '),
    ...rows,
    'For budget.yaml, if this is as it should be:',
    ...block,
  ].join('\n');
}
