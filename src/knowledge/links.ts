import { closest } from '../engine/closest.ts';
import { tokenize } from '../engine/text.ts';
import type { Path } from './document.ts';
import { orderSkills } from './graph.ts';
import { entriesOf, type Item, items } from './items.ts';
import type { Parts } from './parts.ts';
import { type Problem, place } from './problem.ts';
import type { RawFigure } from './schema.ts';

/** Checks what no single file can show: names that must exist or be unique, circles of skills. Lines are checked in repeats.ts. */
export function checkLinks(parts: Parts): Problem[] {
  const entries = entriesOf(parts);
  const skills = items(parts.skills);
  const tracks = items(parts.tracks);
  const sources = items(parts.sources);
  const figures = items(parts.figures);
  const smalltalk = items(parts.smalltalk);
  const outside = items(parts.outside);
  const handoffs = items(parts.handoffs);
  const problems: Problem[] = [];

  const topicIds = uniqueIds('entry', entries, problems);
  const skillIds = uniqueIds('skill', skills, problems);
  uniqueIds('track', tracks, problems);
  const sourceIds = uniqueIds('source', sources, problems);
  uniqueIds('figure', figures, problems);
  uniqueIds('small talk', smalltalk, problems);
  uniqueIds('group', outside, problems);
  uniqueIds('hand-off', handoffs, problems);

  const known = (kind: string, ids: readonly string[], item: Item<unknown>, path: Path, id: string): void => {
    if (ids.includes(id)) return;
    const near = closest(id, ids);
    problems.push(
      item.problem(
        path,
        `No ${kind} has the id "${id}". ${near ? `Did you mean "${near}"?` : 'Correct it or take it out.'}`,
      ),
    );
  };
  for (const entry of entries) {
    for (const [at, id] of (entry.value.related ?? []).entries()) {
      if (id === entry.value.id)
        problems.push(entry.problem(['related', at], 'An entry cannot be related to itself. Take it out.'));
      else known('entry', topicIds, entry, ['related', at], id);
    }
    for (const [at, id] of (entry.value.sources ?? []).entries())
      known('source', sourceIds, entry, ['sources', at], id);
  }
  for (const skill of skills) {
    known('entry', topicIds, skill, ['topic'], skill.value.topic);
    for (const key of ['prerequisites', 'one_of'] as const) {
      for (const [at, id] of (skill.value[key] ?? []).entries()) known('skill', skillIds, skill, [key, at], id);
    }
  }
  for (const track of tracks) {
    known('entry', topicIds, track, ['topic'], track.value.topic);
    for (const [at, id] of track.value.skills.entries()) known('skill', skillIds, track, ['skills', at], id);
  }
  for (const figure of figures) {
    known('source', sourceIds, figure, ['source'], figure.value.source);
    for (const [at, id] of (figure.value.topics ?? []).entries()) known('entry', topicIds, figure, ['topics', at], id);
    problems.push(...checkFigure(figure));
  }
  const { circle } = orderSkills(
    skills.map(({ value }) => ({ id: value.id, prerequisites: value.prerequisites ?? [], oneOf: value.one_of ?? [] })),
  );
  if (circle.length > 0) {
    const first = skills.find(skill => skill.value.id === circle[0]);
    const way = [...circle, circle[0]].join(' → ');
    if (first)
      problems.push(
        first.problem(
          ['prerequisites'],
          `These skills need each other in a circle: ${way}. Take one of these prerequisites out.`,
        ),
      );
  }
  problems.push(...uniqueNames(skills), ...uniqueNames(tracks));
  problems.push(...checkVocabulary(parts.vocabulary));
  return problems;
}

function uniqueIds(kind: string, list: readonly Item<{ id: string }>[], problems: Problem[]): string[] {
  const seen = new Map<string, string>();
  for (const item of list) {
    const before = seen.get(item.value.id);
    if (before === undefined) seen.set(item.value.id, place(item.problem(['id'], '')));
    else
      problems.push(
        item.problem(
          ['id'],
          `The ${kind} "${item.value.id}" stands already at ${before}. Rename or remove one of them.`,
        ),
      );
  }
  return [...seen.keys()];
}

/** Names and aliases of skills (or of tracks) must lead to one of them only, whatever the case, spaces, dots and hyphens. */
function uniqueNames(list: readonly Item<{ id: string; name: string; aliases?: string[] | undefined }>[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  for (const item of list) {
    for (const name of [item.value.id, item.value.name]) owner.set(plainName(name), item.value.id);
  }
  for (const item of list) {
    for (const [at, alias] of (item.value.aliases ?? []).entries()) {
      const before = owner.get(plainName(alias));
      if (before !== undefined && before !== item.value.id) {
        problems.push(
          item.problem(['aliases', at], `The alias "${alias}" belongs to "${before}" already. Keep it in one place.`),
        );
      } else owner.set(plainName(alias), item.value.id);
    }
  }
  return problems;
}

/** A name as it is compared: small letters and digits, with the signs that make a difference (c++, c#). */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');
}

function checkFigure(figure: Item<RawFigure>): Problem[] {
  const { kind, currency, low, high, median, average, value, spread } = figure.value;
  const problems: Problem[] = [];
  if ([low, high, median, average, value].every(number => number === undefined)) {
    problems.push(figure.problem([], 'A figure needs a number: median, average, value, or low and high.'));
  }
  if (low !== undefined && high !== undefined && low > high)
    problems.push(figure.problem(['low'], `low (${low}) is above high (${high}). Swap them.`));
  if (kind === 'pay' && currency === undefined)
    problems.push(figure.problem([], '"currency" is missing. Add it; expected three capital letters such as USD.'));
  if (spread !== undefined && (low === undefined || high === undefined)) {
    problems.push(figure.problem(['spread'], 'spread says what low and high mean, but one of them is missing.'));
  }
  return problems;
}

function checkVocabulary(files: Parts['vocabulary']): Problem[] {
  const problems: Problem[] = [];
  const meaningOf = new Map<string, string>();
  const same = files.flatMap(({ checked }) =>
    Object.entries(checked.value.same ?? {}).map(([meaning, spellings]) => ({ meaning, spellings, checked })),
  );
  for (const { meaning, spellings, checked } of same) {
    for (const [at, spelling] of spellings.entries()) {
      const key = tokenize(spelling).join(' ');
      const before = meaningOf.get(key);
      if (key === tokenize(meaning).join(' ')) continue;
      if (before !== undefined) {
        problems.push(
          checked.problem(
            ['same', meaning, at],
            `"${spelling}" stands under "${before}" already. Keep it under one meaning.`,
          ),
        );
      }
      meaningOf.set(key, meaning);
    }
  }
  for (const { meaning, checked } of same) {
    const elsewhere = meaningOf.get(tokenize(meaning).join(' '));
    if (elsewhere !== undefined && elsewhere !== meaning) {
      problems.push(
        checked.problem(
          ['same', meaning],
          `"${meaning}" is itself a spelling of "${elsewhere}". Move its spellings there.`,
        ),
      );
    }
  }
  return problems;
}
