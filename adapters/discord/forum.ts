import { setTimeout as pause } from 'node:timers/promises';
import { type ForumChannel, type MediaChannel, REST, Routes, type ThreadChannel } from 'discord.js';
import { faultOf, isPassing } from './faults.ts';

/** A post as it shall stand in a forum. */
export interface Post {
  readonly name: string;
  /** minutes without a message after which it is put away */
  readonly putAway: 60 | 1440 | 4320 | 10080;
  readonly content: string;
  /** its message as Discord reads it */
  readonly message: object;
  /** id of what asked for it: an own post that is younger is that post */
  readonly since: string;
}

/** Milliseconds before Discord is asked what became of a call whose answer did not come. */
const BEFORE_LOOK = [500, 2000];

/**
 * Opens a post in a forum, once: there are no nonces for that, and discord.js would simply open another where an answer was lost.
 * This looks for the post before it tries again.
 * @throws what Discord or the network said, when there is no such post
 */
export async function openPost(forum: ForumChannel | MediaChannel, post: Post): Promise<ThreadChannel> {
  const { client } = forum;
  const once = new REST({ ...client.options.rest, retries: 0, hashSweepInterval: 0, handlerSweepInterval: 0 });
  once.setToken(client.token ?? '');
  const body = { name: post.name, auto_archive_duration: post.putAway, message: post.message };
  for (let at = 0; ; at += 1) {
    try {
      const made = await once.post(Routes.threads(forum.id), { body });
      const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
      const thread = await forum.threads.fetch(id);
      if (thread) return thread;
      throw new Error('Discord has opened a post, and does not know it any more');
    } catch (error) {
      if (!isPassing(faultOf(error))) throw error;
      const wait = BEFORE_LOOK[at];
      await pause(wait ?? 0, undefined, { ref: false });
      const found = await find(forum, post);
      if (found) return found;
      if (wait === undefined) throw error;
    }
  }
}

/** An own post of that name with that question in it. */
async function find(
  forum: ForumChannel | MediaChannel,
  { name, content, since }: Post,
): Promise<ThreadChannel | undefined> {
  const { threads } = await forum.threads.fetchActive();
  const own = [...threads.values()].filter(
    thread => thread.ownerId === forum.client.user.id && thread.name === name && BigInt(thread.id) > BigInt(since),
  );
  for (const thread of own) {
    const start = await thread.fetchStarterMessage().catch(() => null);
    // What cannot be read is taken for the post: one is better than two.
    if (start === null || start.content === content) return thread;
  }
  return undefined;
}
