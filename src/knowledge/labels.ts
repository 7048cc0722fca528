import type { Label } from '../engine/matcher.ts';
import type { Knowledge } from './knowledge.ts';

/** Id of what no bot answers; nothing in a knowledge folder can have it. */
const ANYWHERE = '(elsewhere)';

/** Lines of the knowledge that the matcher learns from. The id of an entry is one of them: "first-language" says what it is about, too. */
export function labelsOf(knowledge: Knowledge): Label[] {
  return [
    ...knowledge.entries.map(entry => ({
      id: entry.id,
      role: 'entry' as const,
      lines: [entry.question, ...entry.alternates, ...entry.utterances, entry.id.replaceAll('-', ' ')],
      utterances: new Set(entry.utterances),
    })),
    ...knowledge.smalltalk.map(talk => ({ id: talk.id, role: 'smalltalk' as const, lines: talk.examples })),
    ...knowledge.outside.map(group => ({ id: group.id, role: 'outside' as const, lines: group.examples })),
    ...knowledge.handoffs.map(handoff => ({ id: handoff.id, role: 'handoff' as const, lines: handoff.examples })),
    ...(knowledge.elsewhere.length > 0
      ? [{ id: ANYWHERE, role: 'elsewhere' as const, lines: knowledge.elsewhere }]
      : []),
  ];
}
