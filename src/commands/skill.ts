import type { Reply, Section } from '../reply.ts';
import type { Command } from './command.ts';
import type { Library } from './library.ts';
import { quote } from './quote.ts';
import { replyOf } from './reply-of.ts';
import { askEntry, askSkill, skillCard } from './sections.ts';

export const skill: Command = {
  name: 'skill',
  description: 'What a skill is, why to learn it, what comes before and after, and what to build',
  parameters: [
    { name: 'name', description: 'A language, tool or subject, such as docker', required: true, completes: 'skill' },
  ],
  example: 'skill docker',
  parse: text => ({ name: text.trim() }),
  run({ input }, library) {
    const name = input['name']?.trim() ?? '';
    if (name === '')
      return unknownName(
        'Which skill?',
        'Name a language, a tool or a subject, for example docker, sql or testing.',
        [],
        library,
      );
    const wanted = library.skillNamed(name);
    if (!wanted) return unknownSkill(name, library.skillsLike(name), library);
    const card = skillCard(wanted, library);
    const leads = library.knowledge.skills.filter(other => other.prerequisites.includes(wanted.id)).slice(0, 2);
    const section: Section = { title: wanted.name, topic: wanted.topic, blocks: [{ type: 'card', card }] };
    return replyOf('answer', name, [section], {
      topics: [wanted.topic],
      candidates: [{ topic: wanted.topic, confidence: 1 }],
      confidence: 1,
      skills: [wanted.id],
      next: [...askEntry(wanted.topic, library), ...leads.flatMap(other => askSkill(other.id, library))],
    });
  },
};

function unknownSkill(name: string, near: readonly string[], library: Library): Reply {
  const text =
    near.length > 0
      ? `I have no card for ${quote(name)}. Did you mean ${list(near)}?`
      : `I have no card for ${quote(name)}. Ask me about it in a sentence, or pick one of these.`;
  return { ...unknownName('No such skill', text, near, library), question: name };
}

/** Says that a name is not known, and offers what was probably meant. */
function unknownName(title: string, text: string, near: readonly string[], library: Library): Reply {
  const offered = near.length > 0 ? near : ['git', 'sql', 'docker'];
  return replyOf('unknown', '', [{ title, blocks: [{ type: 'text', text }] }], {
    next: offered.flatMap(name => askSkill(library.skillNamed(name)?.id ?? '', library)),
  });
}

/** "a", "a or b", "a, b or c". */
export function list(names: readonly string[], word = 'or'): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
