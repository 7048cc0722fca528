import { entryReply } from './commands/ask.ts';
import type { Command, Completion, Input } from './commands/command.ts';
import { createLibrary, type Library } from './commands/library.ts';
import { commands } from './commands/list.ts';
import { replyOf } from './commands/reply-of.ts';
import { suggest } from './commands/suggest.ts';
import type { Matcher } from './engine/matcher.ts';
import type { About, Knowledge } from './knowledge/knowledge.ts';
import { type Context, NO_CONTEXT, type Reply, type Suggestion } from './reply.ts';

export type { Command, Completion, Input, Parameter } from './commands/command.ts';

/** What somebody made of a reply. */
export interface Rating {
  /** the request whose reply is rated; of several ratings by one person the last counts */
  readonly request: string;
  /** entries that the reply answered from */
  readonly topics: readonly string[];
  readonly helpful: boolean;
}

/** What the advisor reports to whoever listens: journal, log, metrics. Listeners stand beside the flow and cannot change it. */
export type AdvisorEvent =
  | { readonly type: 'answered'; readonly command: string; readonly reply: Reply; readonly origin: Origin }
  | {
      readonly type: 'failed';
      readonly command: string;
      readonly question: string;
      readonly error: unknown;
      readonly origin: Origin;
    }
  | { readonly type: 'rated'; readonly rating: Rating; readonly origin: Origin };

/** Who asked and where, for the listeners only: the advisor itself never looks at it. */
export interface Origin {
  readonly platform: string;
  /** id of the person and of the channel on that platform; never stored as they are */
  readonly person?: string;
  readonly channel?: string;
  /** ties together what is logged about one question */
  readonly request?: string;
}

export interface AskOptions {
  readonly context?: Context;
  readonly origin?: Origin;
  readonly explain?: boolean;
  /** no listener is told: a look at what would be answered, before anybody has asked the bot */
  readonly unheard?: boolean;
}

/** The only door to the advice. Nothing here throws: what goes wrong inside becomes a polite reply and a `failed` event. */
export interface Advisor {
  /** The commands that every platform offers. */
  readonly commands: readonly Command[];
  /** Answers a question asked in somebody's own words. */
  ask(question: string, options?: AskOptions): Reply;
  /** Runs a command by its name. An unknown name is answered with what there is. */
  run(name: string, input: Input, options?: AskOptions): Reply;
  /** Shows one entry by its id, as when somebody picks it from a list. */
  show(topic: string, options?: AskOptions): Reply;
  /** Completions while somebody types, best first, each entry or name once. */
  suggest(completes: Completion, typed: string, most: number): readonly Suggestion[];
  /** Reports a rating to the listeners. */
  rate(rating: Rating, origin: Origin): void;
  /** Calls the listener for every event. Returns a function that stops it. */
  listen(listener: (event: AdvisorEvent) => void): () => void;
  /** Puts other knowledge in the place of the present one, between two questions. */
  replace(library: Library): void;
  /** what it says of itself */
  readonly about: About;
  /** how much it knows, for start-up lines and health */
  readonly size: { readonly entries: number; readonly lines: number; readonly skills: number };
}

const NOWHERE: Origin = { platform: 'none' };

export function createAdvisor(first: Library): Advisor {
  let library = first;
  const listeners = new Set<(event: AdvisorEvent) => void>();
  const report = (event: AdvisorEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch {
        // A listener that fails must not cost anybody an answer; it reports its own trouble.
      }
    }
  };
  const run = (name: string, question: string, options: AskOptions, reply: (library: Library) => Reply): Reply => {
    const origin = options.origin ?? NOWHERE;
    try {
      const made = reply(library);
      if (!options.unheard) report({ type: 'answered', command: name, reply: made, origin });
      return made;
    } catch (error) {
      report({ type: 'failed', command: name, question, error, origin });
      return sorry(question);
    }
  };
  const runCommand = (command: Command, question: string, input: Input, options: AskOptions): Reply =>
    run(command.name, question, options, library =>
      command.run(
        { input, context: options.context ?? NO_CONTEXT, ...(options.explain ? { explain: true } : {}) },
        library,
      ),
    );
  const named = new Map(commands.map(command => [command.name, command]));
  return {
    commands,
    ask: (question, options = {}) => runCommand(named.get('ask')!, question, { question }, options),
    run(name, input, options = {}) {
      const command = named.get(name);
      const question = Object.values(input).join(' ');
      return command
        ? runCommand(command, question, input, options)
        : runCommand(named.get('help')!, question, {}, options);
    },
    show: (topic, options = {}) => run('ask', topic, options, library => entryReply(topic, library, options.context)),
    suggest: (completes, typed, most) => suggest(completes, typed, most, library),
    rate: (rating, origin) => report({ type: 'rated', rating, origin }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(next) {
      library = next;
    },
    get about() {
      return library.knowledge.about;
    },
    get size() {
      const { entries, skills } = library.knowledge;
      return {
        entries: entries.length,
        skills: skills.length,
        lines: entries.reduce((sum, entry) => sum + 1 + entry.alternates.length + entry.utterances.length, 0),
      };
    },
  };
}

/** An advisor over the given knowledge, trained here and now. */
export function createAdvisorFor(knowledge: Knowledge, matcher?: Matcher): Advisor {
  return createAdvisor(createLibrary(knowledge, matcher));
}

function sorry(question: string): Reply {
  const text = 'Something went wrong on my side, and it has been noted. Please ask again, perhaps in other words.';
  return replyOf('unknown', question, [{ title: 'Sorry', blocks: [{ type: 'text', text }] }]);
}
