import type { BaseInteraction, Message, TextBasedChannel } from 'discord.js';
import { InteractionContextType } from 'discord.js';

/** Who asks, and from where: everything that is needed to answer. Ids as Discord gives them. */
export interface Asker {
  readonly person: string;
  /** where the question stands; a thread is a channel of its own */
  readonly channel: string;
  /** the channel to which a thread or forum post belongs */
  readonly parent?: string;
  /** the server; nothing in direct messages */
  readonly guild?: string;
  /** a conversation with the bot alone: nobody else reads along */
  readonly direct: boolean;
}

export function isDirect({ direct }: Asker): boolean {
  return direct;
}

/** A key for what was said before: nothing crosses people, channels or threads. */
export function conversationOf({ channel, person }: Asker): string {
  return `${channel}|${person}`;
}

export function askerOfMessage({ author, channelId, guildId, channel }: Message): Asker {
  return {
    person: author.id,
    channel: channelId,
    ...parentOf(channel),
    ...(guildId === null ? {} : { guild: guildId }),
    direct: guildId === null,
  };
}

export function askerOfInteraction(interaction: BaseInteraction): Asker {
  const { user, channelId, guildId, channel, context } = interaction;
  return {
    person: user.id,
    channel: channelId ?? '',
    ...parentOf(channel),
    ...(guildId === null ? {} : { guild: guildId }),
    // A group conversation has no server either, but others read along there.
    direct: guildId === null && context !== InteractionContextType.PrivateChannel,
  };
}

function parentOf(channel: TextBasedChannel | null): Pick<Asker, 'parent'> {
  return channel?.isThread() && channel.parentId !== null ? { parent: channel.parentId } : {};
}
