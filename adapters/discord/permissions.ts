import { PermissionFlagsBits, type SendableChannels } from 'discord.js';

/** Whether the bot may write in a channel, as far as its permissions are known. */
export function mayAnswer(channel: SendableChannels): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return may(channel, channel.isThread() ? SendMessagesInThreads : SendMessages);
}

/** Whether what it writes there may have embeds. */
export function mayEmbed(channel: SendableChannels): boolean {
  return may(channel, PermissionFlagsBits.EmbedLinks);
}

/** Whether what it writes there may point at an earlier message. */
export function mayReadBack(channel: SendableChannels): boolean {
  return may(channel, PermissionFlagsBits.ReadMessageHistory);
}

/** What is not known is tried: Discord itself refuses in the end. */
function may(channel: SendableChannels, permission: bigint): boolean {
  if (channel.isDMBased()) return true;
  const { guild } = channel;
  const me = guild.members.me;
  // Without the role of everybody, which is named after the server, discord.js cannot add permissions up.
  const known = me === null || !guild.roles.cache.has(guild.id) ? null : channel.permissionsFor(me);
  // A channel that messages come from can be seen: where that is missing, what is known of it is not worth anything.
  return !known?.has(PermissionFlagsBits.ViewChannel) || known.has(permission);
}
