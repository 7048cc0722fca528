import { replyOf } from '../commands/reply-of.ts';
import type { Block, Reply } from '../reply.ts';
import { day, quoted } from './inbox.ts';
import type { TextKept } from './miss.ts';
import type { Stored } from './usage.ts';

export interface Promises {
  readonly kept: TextKept;
  readonly retentionDays: number;
}

/** What is stored about somebody, for how long, and how it is deleted; true for the settings that are in force. */
export function storedReply(stored: Stored, promises: Promises): Reply {
  const { retentionDays } = promises;
  const nothing = stored.replies === 0 && stored.ratings === 0;
  const blocks: Block[] = [{ type: 'text', text: nothing ? NOTHING : counts(stored) }];
  if (stored.texts.length > 0) {
    const more = stored.textCount - stored.texts.length;
    blocks.push({ type: 'text', text: 'Words of yours that are kept:' });
    blocks.push({
      type: 'list',
      items: [...stored.texts.map(quoted), ...(more > 0 ? [`and ${more} more`] : [])],
    });
  }
  blocks.push({ type: 'text', text: WHAT[promises.kept] });
  blocks.push({
    type: 'text',
    text: `Your name is not stored. Your account and the channel stand there as a code made with a secret key, so that you can find and delete what is yours. Everything is deleted after ${retentionDays === 1 ? 'a day' : `${retentionDays} days`}; you can have all of it deleted now.`,
  });
  return replyOf('answer', 'privacy', [{ title: 'What I store about you', blocks }], { confidence: 1 });
}

const NOTHING = 'At this moment nothing about you is stored.';

/** What each setting of JOURNAL_TEXT means for the people who ask. */
const WHAT: Readonly<Record<TextKept, string>> = {
  none: 'Of each question I note when it came, on which platform, which answer was given and how sure I was; votes as well. What you write is never stored.',
  misses:
    'Of each question I note when it came, on which platform, which answer was given and how sure I was; votes as well. What you write is stored only where I had no answer, where you picked none of what I offered, or where somebody votes against the answer: up to 500 characters, with mentions, e-mail and web addresses, phone numbers and other numbers blanked. Calls for help that I hand on to people are never stored in words. For votes, the words of recent answers stay in memory for up to a day.',
  all: 'Of each question I note when it came, on which platform, which answer was given and how sure I was; votes as well. Whoever runs this bot has chosen to store what you write too: up to 500 characters of each question, as it stands.',
};

function counts({ replies, ratings, since }: Stored): string {
  const parts = [
    `${replies.toLocaleString('en-GB')} ${replies === 1 ? 'question' : 'questions'}`,
    ...(ratings > 0 ? [`${ratings.toLocaleString('en-GB')} ${ratings === 1 ? 'vote' : 'votes'}`] : []),
  ];
  return `Stored now: ${parts.join(' and ')}${since === undefined ? '' : `, the oldest from ${day(since)}`}.`;
}

export function forgottenReply(): Reply {
  const text =
    'Everything that was stored about you is deleted: questions, their words and your votes. If you ask me again, notes begin anew.';
  return replyOf('answer', 'privacy', [{ title: 'Deleted', blocks: [{ type: 'text', text }] }], { confidence: 1 });
}

/** Said where the database is away. */
export function unreachableReply(what: string): Reply {
  const text = `${what} cannot be looked up just now. Please try again in a few minutes.`;
  return replyOf('unknown', what, [{ title: 'Not now', blocks: [{ type: 'text', text }] }]);
}
