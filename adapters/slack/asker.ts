/** Who asks, and from where: everything that is needed to answer. Ids as Slack gives them. */
export interface Asker {
  readonly person: string;
  /** the name that a shared answer shows; left out where Slack does not tell it */
  readonly name?: string;
  /** where the question stands; empty in the App Home */
  readonly channel: string;
  /** the thread that it stands in, or opens */
  readonly thread?: string;
  /** one-time address for private replies: five uses in thirty minutes */
  readonly responseUrl?: string;
}

/** A direct conversation with the bot, or the App Home: nobody else reads along. */
export function isDirect({ channel }: Asker): boolean {
  return channel === '' || channel.startsWith('D');
}

/** A key for what was said before: nothing crosses people, channels or threads. A direct conversation is one, threads and all. */
export function conversationOf(asker: Asker): string {
  const thread = isDirect(asker) ? '' : (asker.thread ?? '');
  return `${asker.channel}|${thread}|${asker.person}`;
}
