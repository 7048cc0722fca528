import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory, EmbedLinks, CreatePublicThreads } =
  PermissionFlagsBits;

/** The least that everything here needs. Reading the history is what a reply to a message takes; nothing else is read. */
const NEEDED = [ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory, EmbedLinks];

/** Where somebody who runs a server invites the bot. @param asksPeople it opens threads in which people answer */
export function inviteLink(application: string, asksPeople: boolean): string {
  const permissions = new PermissionsBitField([...NEEDED, ...(asksPeople ? [CreatePublicThreads] : [])]);
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(permissions.bitfield),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
