import { bestEntries, bestEntry, type Past, type Question, share } from '../engine/question.ts';
import type { Understanding } from '../engine/understand.ts';
import type { About, Skill } from '../knowledge/knowledge.ts';
import type { Candidate, Context, Reply, Section, Suggestion } from '../reply.ts';
import { NO_CONTEXT } from '../reply.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { askedPath, askedRow, askedSkill } from './intents.ts';
import type { Library } from './library.ts';
import { pathReply } from './path.ts';
import { quote } from './quote.ts';
import { replyOf } from './reply-of.ts';
import { askEntry, entrySection, featured, skillCard, sourcesOf } from './sections.ts';

const MOST_CANDIDATES = 5;
const MOST_CHOICES = 4;
const MOST_NEXT = 3;
/** Below this confidence the runner-up is offered beside an answer. */
const QUITE_SURE = 0.75;
/** A name asked for by itself leaves little doubt. */
const NAMED = 0.9;

export const ask: Command = {
  name: 'ask',
  description: 'Ask for career advice in your own words',
  parameters: [
    {
      name: 'question',
      description: 'Your question, as you would ask a colleague',
      required: true,
      completes: 'question',
    },
  ],
  example: 'ask how do I become a backend developer?',
  parse: text => ({ question: text.trim() }),
  run(request, library) {
    const question = request.input['question'] ?? '';
    const exact = library.entry(question.trim());
    // "java" is the id of an entry and the name of a skill: who types it wants the card as well.
    if (exact && !library.skillNamed(question)) return entryReply(exact.id, library);
    const path = askedPath(question, library);
    if (path) return { ...pathReply(path.goal, path.known, [], library), question };
    const understanding = library.understander.understand(question, past(request.context, library));
    const reply = compose(question, understanding, library);
    return request.explain ? { ...reply, explanation: explain(understanding, library) } : reply;
  },
};

/** The reply of one entry, as when somebody picks it from a list. */
export function entryReply(id: string, library: Library, context: Context = NO_CONTEXT): Reply {
  const entry = library.entry(id);
  if (!entry) return gone(id);
  const before = context.turns.at(-1)?.understood;
  const section = entrySection(entry, library, () => (before ? library.slots.find(before.split(' ')) : []));
  return replyOf('answer', entry.question, [section], {
    understood: library.words(entry.question).join(' '),
    topics: [id],
    candidates: [{ topic: id, confidence: 1 }],
    confidence: 1,
    sources: sourcesOf(entry.sources, section.blocks, library),
    next: entry.related.flatMap(other => askEntry(other, library)).slice(0, MOST_NEXT),
    ...(entry.reviewed ? { reviewed: entry.reviewed } : {}),
  });
}

function gone(id: string): Reply {
  const text = `That answer, ${quote(id)}, is no longer here. Ask me in your own words and I will look for what took its place.`;
  return replyOf('unknown', '', [{ title: 'No longer here', blocks: [{ type: 'text', text }] }]);
}

/** The last turn that a question may refer to; small talk in between does not count. */
function past(context: Context, library: Library): Past | undefined {
  const before = context.turns.findLast(turn => turn.understood !== '');
  return before ? { words: library.matcher.read(before.understood).words, topics: before.topics } : undefined;
}

function compose(question: string, understanding: Understanding, library: Library): Reply {
  const [first] = understanding.questions;
  const words = first ? textsOf(first) : [];
  if (first && understanding.questions.length === 1 && understanding.kind !== 'handoff') {
    const named = askedSkill(words, first.completed ? undefined : first.text, library);
    if (named && (understanding.kind !== 'smalltalk' || understanding.rule.startsWith('nearest')))
      return namedSkill(question, first, named, library);
  }
  switch (understanding.kind) {
    case 'answer':
      return answer(question, understanding.questions, library);
    case 'choices':
      return choices(question, understanding.questions, library);
    case 'smalltalk':
      return smalltalk(question, understanding, library);
    case 'handoff':
      return handoff(question, understanding, library);
    case 'unknown':
      return unknown(question, understanding, library);
    case 'empty':
      return empty(question, library);
  }
}

function answer(question: string, found: readonly Question[], library: Library): Reply {
  const row = found.length === 1 ? rowOf(found[0]!, library) : [];
  const topics = row.length > 0 ? row : found.map(part => bestEntry(library.matcher, part.ranking));
  const questions = row.length > 0 ? row.map(() => found[0]!) : found;
  const sections = questions.map((part, at) =>
    entrySection(library.entry(topics[at]!)!, library, () => library.slots.find(textsOf(part))),
  );
  return answered(question, questions, topics, sections, library);
}

/** Entries of the skills that a question names in a row, where its best entry is one of theirs. */
function rowOf(question: Question, library: Library): string[] {
  const topics = askedRow(textsOf(question), library).map(skill => skill.topic);
  const best = bestEntry(library.matcher, question.ranking);
  return topics.includes(best) ? [best, ...topics.filter(topic => topic !== best)] : [];
}

function answered(
  question: string,
  questions: readonly Question[],
  topics: readonly string[],
  sections: readonly Section[],
  library: Library,
  rest: { skills?: readonly string[]; confidence?: number } = {},
): Reply {
  const entries = topics.flatMap(id => library.entry(id) ?? []);
  const confidence = rest.confidence ?? questions[0]!.ranking.confidence;
  const runnerUp =
    questions.length === 1 && confidence < QUITE_SURE
      ? [bestEntries(library.matcher, questions[0]!.ranking, 2).find(entry => !topics.includes(entry.id))?.id]
      : [];
  const further = [...runnerUp, ...entries.flatMap(entry => entry.related)].filter(
    (id): id is string => id !== undefined && !topics.includes(id),
  );
  const reviewed = entries.flatMap(entry => entry.reviewed ?? []).sort()[0];
  return replyOf('answer', question, sections, {
    understood: textsOf(questions.at(-1)!).join(' '),
    topics,
    candidates: candidates(questions, topics, confidence, library),
    confidence,
    skills: rest.skills ?? [],
    sources: sourcesOf(
      entries.flatMap(entry => entry.sources),
      sections.flatMap(section => section.blocks),
      library,
    ),
    next: [...new Set(further)].slice(0, MOST_NEXT).flatMap(id => askEntry(id, library)),
    ...(reviewed ? { reviewed } : {}),
  });
}

function textsOf(question: Question): string[] {
  return question.ranking.words.map(word => word.text);
}

/** Candidates with the given topics first; several questions give several firsts. */
function candidates(
  questions: readonly Question[],
  topics: readonly string[],
  confidence: number,
  library: Library,
): Candidate[] {
  const found = new Map<string, number>();
  for (const [at, topic] of topics.entries())
    found.set(topic, at === 0 ? confidence : (questions[at]?.ranking.confidence ?? confidence));
  for (const entry of bestEntries(library.matcher, questions[0]!.ranking, MOST_CANDIDATES))
    if (!found.has(entry.id)) found.set(entry.id, Math.min(entry.confidence, confidence));
  return [...found].slice(0, MOST_CANDIDATES).map(([topic, value]) => ({ topic, confidence: value }));
}

/** A skill asked for by name: its card, then the entry that it belongs to. */
function namedSkill(question: string, part: Question, skill: Skill, library: Library): Reply {
  const entry = library.entry(skill.topic)!;
  const section = entrySection(entry, library);
  const sections: Section[] = [
    { title: skill.name, topic: entry.id, blocks: [{ type: 'card', card: skillCard(skill, library) }] },
    section,
  ];
  return answered(question, [part], [entry.id], sections, library, { skills: [skill.id], confidence: NAMED });
}

function choices(question: string, questions: readonly Question[], library: Library): Reply {
  const [part] = questions;
  const offered = bestEntries(library.matcher, part!.ranking, MOST_CHOICES).map(entry => entry.id);
  const text = 'I am not sure which of these you mean. Pick one, or say it in other words.';
  return replyOf('choices', question, [{ title: 'Did you mean …', blocks: [{ type: 'text', text }] }], {
    understood: textsOf(part!).join(' '),
    candidates: candidates(questions, offered.slice(0, 1), part!.ranking.confidence, library),
    confidence: part!.ranking.confidence,
    choices: offered.map(topic => ({ topic, label: library.entry(topic)!.question })),
  });
}

function smalltalk(question: string, understanding: Understanding, library: Library): Reply {
  const talk = library.knowledge.smalltalk.find(item => item.id === understanding.label);
  const [part] = understanding.questions;
  return replyOf(
    'smalltalk',
    question,
    [
      {
        title: '',
        blocks: [{ type: 'text', text: talk?.reply ?? 'Ask me in your own words.' }],
      },
    ],
    {
      understood: '',
      candidates: part ? candidates([part], [], part.ranking.confidence, library) : [],
      confidence: part?.ranking.confidence ?? 0,
      next: featured(library),
    },
  );
}

function handoff(question: string, understanding: Understanding, library: Library): Reply {
  const found = library.knowledge.handoffs.find(item => item.id === understanding.label)!;
  const [part] = understanding.questions;
  return replyOf(
    'unknown',
    question,
    [{ title: 'This needs a person', blocks: [{ type: 'text', text: found.reply }] }],
    {
      understood: '',
      candidates: part ? candidates([part], [], 0, library) : [],
      handoff: found.id,
    },
  );
}

const TRY = 'Try other words, look through the topics, or ask a person here who knows.';

/** Says that there is no answer, and what there are answers to. */
function notMine({ subject, covers }: About): string {
  const mine = subject === undefined ? '' : ` I give advice on ${subject}${covers === undefined ? '' : `: ${covers}`}.`;
  return `I do not have an answer to that.${mine} ${TRY}`;
}

/** Below this share it is not clear which group it belongs to, and what is said of the group is mostly beside the point. */
const CLEAR = 0.5;

function unknown(question: string, understanding: Understanding, library: Library): Reply {
  const [part] = understanding.questions;
  const group = library.knowledge.outside.find(item => item.id === understanding.label);
  const near = group
    ? []
    : bestEntries(library.matcher, part!.ranking, MOST_NEXT).flatMap(entry => askEntry(entry.id, library));
  const named = group && share(part!.ranking) >= CLEAR ? group.reply : undefined;
  const text = named ?? notMine(library.knowledge.about);
  return replyOf('unknown', question, [{ title: 'I cannot help with that', blocks: [{ type: 'text', text }] }], {
    understood: textsOf(part!).join(' '),
    candidates: candidates([part!], [], part!.ranking.confidence, library),
    confidence: part!.ranking.confidence,
    next: near.length > 0 ? near : allTopics(),
  });
}

function empty(question: string, library: Library): Reply {
  const text = 'I could not find a word to go by in that message. Ask me in a sentence, for example one of these.';
  return replyOf('unknown', question, [{ title: 'I did not catch that', blocks: [{ type: 'text', text }] }], {
    next: featured(library),
  });
}

function allTopics(): Suggestion[] {
  return [{ label: 'What can you answer?', command: { name: 'topics', input: {} } }];
}
