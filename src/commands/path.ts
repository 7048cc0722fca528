import type { Skill, Track } from '../knowledge/knowledge.ts';
import type { Block, Reply } from '../reply.ts';
import type { Command } from './command.ts';
import { knownSkills } from './known-skills.ts';
import type { Library } from './library.ts';
import { quote } from './quote.ts';
import { replyOf } from './reply-of.ts';
import { route } from './route.ts';
import { askEntry, askSkill } from './sections.ts';
import { list } from './skill.ts';

/** More stages than this are shown as one last stage, "later". */
const MOST_STAGES = 6;
/** Of the words that name no skill so many are said back. */
const MOST_UNKNOWN = 4;

export const path: Command = {
  name: 'path',
  description: 'The skills that are missing for a goal, in the order in which to learn them',
  parameters: [
    {
      name: 'goal',
      description: 'Where you want to get to, such as devops, java or system design',
      required: true,
      completes: 'goal',
    },
    { name: 'known', description: 'What you know already, such as python, sql', required: false, completes: 'skill' },
  ],
  example: 'path devops from python, sql',
  parse(text) {
    const [goal = '', known = ''] = text.split(/\b(?:from|with|knowing|i know)\b/i);
    return { goal: goal.replace(/^\s*to\b/i, '').trim(), known: known.trim() };
  },
  run({ input }, library) {
    const goal = input['goal']?.trim() ?? '';
    const known = input['known']?.trim() ?? '';
    if (goal === '')
      return ask(
        'Where do you want to get to?',
        'Name a goal, and what you know already: `path devops from python, sql`.',
        library,
      );
    const target = library.goalNamed(goal);
    if (!target) {
      const like = library.goalsLike(goal);
      const near =
        like.length > 0
          ? `Did you mean ${list(like)}?`
          : `I know the way to ${list(library.knowledge.tracks.map(track => track.name))}, and to every skill.`;
      return {
        ...ask('No such goal', `I do not know the goal ${quote(goal)}. ${near}`, library, like),
        question: goal,
      };
    }
    const { skills, unknown } = knownSkills(known, library);
    return pathReply(target, skills, unknown, library);
  },
};

/** The way from some skills to a track or a skill. */
export function pathReply(
  goal: Track | Skill,
  known: readonly Skill[],
  unknown: readonly string[],
  library: Library,
): Reply {
  const goals = 'skills' in goal ? goal.skills : [goal.id];
  const { stages, known: already } = route(
    library.knowledge.skills,
    goals,
    known.map(skill => skill.id),
  );
  const missing = stages.flat();
  const start =
    known.length > 0
      ? ` from ${list(
          known.map(skill => skill.name),
          'and',
        )}`
      : '';
  const title = `The way to ${goal.name}${start}`;
  const blocks: Block[] = [{ type: 'text', text: summary(goal, already, missing, unknown) }];
  if (missing.length > 0) {
    const shown =
      stages.length > MOST_STAGES
        ? [...stages.slice(0, MOST_STAGES - 1), stages.slice(MOST_STAGES - 1).flat()]
        : stages;
    blocks.push({
      type: 'stages',
      stages: shown.map((stage, at) => ({
        title:
          at === 0
            ? 'Stage 1, you can start now'
            : at === shown.length - 1 && stages.length > MOST_STAGES
              ? `Stage ${at + 1} and later`
              : `Stage ${at + 1}`,
        skills: stage.map(skill => ({ id: skill.id, name: skill.name, why: skill.why })),
      })),
    });
    blocks.push({ type: 'text', text: `**This week:** begin with ${missing[0]!.name}. ${missing[0]!.build}` });
  }
  return replyOf('answer', title, [{ title, topic: goal.topic, blocks }], {
    topics: [goal.topic],
    candidates: [{ topic: goal.topic, confidence: 1 }],
    confidence: 1,
    next: [...askEntry(goal.topic, library), ...missing.slice(0, 2).flatMap(skill => askSkill(skill.id, library))],
  });
}

function summary(
  goal: Track | Skill,
  already: readonly Skill[],
  missing: readonly Skill[],
  unknown: readonly string[],
): string {
  const parts: string[] = [];
  if (missing.length === 0)
    parts.push(`You have what ${goal.name} needs. Prove it with a project, and look at what it leads to.`);
  else {
    const have = already.length > 0 ? `You bring ${already.length} of ${already.length + missing.length} skills.` : '';
    parts.push(
      `${have} ${missing.length === 1 ? 'One skill is' : `${missing.length} skills are`} missing. What stands in one stage can be learnt side by side; each stage builds on those before it.`.trim(),
    );
    parts.push('You need enough of each to build something with it, not mastery.');
  }
  if (unknown.length > 0) {
    const more = unknown.length - MOST_UNKNOWN;
    const named = [...unknown.slice(0, MOST_UNKNOWN).map(quote), ...(more > 0 ? [`${more} more`] : [])];
    parts.push(
      `I did not recognise ${list(named, 'and')}, so ${unknown.length === 1 ? 'it is' : 'they are'} not counted.`,
    );
  }
  return parts.join(' ');
}

function ask(title: string, text: string, library: Library, near: readonly string[] = []): Reply {
  const goals = near.length > 0 ? near : library.knowledge.tracks.slice(0, 3).map(track => track.name);
  return replyOf('unknown', '', [{ title, blocks: [{ type: 'text', text }] }], {
    next: goals.map(name => ({ label: `Path to ${name}`, command: { name: 'path', input: { goal: name } } })),
  });
}
