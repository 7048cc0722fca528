import { ButtonStyle } from 'discord.js';
import type { Reply } from '../../src/reply.ts';
import { plainButton, row } from './buttons.ts';
import { type Payload, render, textPayload } from './render.ts';

/** What the bot says beside its answers, in Discord's Markdown. */
const NOTICES = {
  person: 'You ask faster than I can answer. Please wait a minute, then ask again.',
  channel: 'There is much to answer in this channel just now. Ask me again in a minute, or in a direct message.',
  overall: 'Many people ask at once just now. Please ask again in a minute.',
  nothing_stored:
    'Nothing about you is stored here. I remember the last few turns of our conversation for a quarter of an hour, in memory only.',
  use_privacy: 'Use the command `/privacy`: what is stored about you is for you alone.',
  no_inbox: 'No journal is kept here, so there is no list of what people asked in vain.',
  use_inbox: 'That list is for moderators: they see it with the command `/inbox`.',
  not_moderator: 'That list is for the moderators of this server, who may manage messages.',
  sorry: 'Something went wrong on my side, and it has been noted. Please ask again in a moment.',
  thanks: 'Thank you: noted as **helpful**. You can change your mind with the other button.',
  thanks_unhelpful:
    'Thank you: noted as **not helpful**. Ask again in other words if you like; you can change your mind with the other button.',
  old_button: 'I no longer remember what this button stood for. Please ask me again.',
  shared_already: 'This answer stands in the channel already.',
  no_text: 'That message holds no text that I could answer.',
  person_asked_already: 'Your question stands where people answer already.',
  no_person: 'I could not pass your question on. Please ask a person here directly.',
  forgotten: 'Done: what was stored about you is deleted.',
} as const;

export type Notice = keyof typeof NOTICES;

/** Stands below the help, which is the same on every platform. */
export const HOW_TO_CALL =
  'Here: a slash before any of these, or mention me, or write to me directly. To have a message of somebody else answered, open its menu and choose Apps, **Answer this**.';

export function notice(which: Notice): Payload {
  return textPayload(NOTICES[which]);
}

/** Says where the bot answers. @param channels ids */
export function elsewhere(channels: readonly string[]): Payload {
  const places = channels.slice(0, 10).map(channel => `<#${channel}>`);
  return textPayload(`I answer in ${places.join(', ')} and in direct messages.`);
}

/** Stands above an answer that could not be given where the question was asked. */
export function mayNotWrite(channel: string): string {
  return `I may not write in <#${channel}>, so here is the answer to your question there.`;
}

/** Ids of the buttons that belong to Discord alone; they never change. */
export const FORGET = 'signpost|forget';
export const FORGET_NOW = 'signpost|forget-now';

/** A reply about records, which nobody votes on. */
export function recordMessage(reply: Reply): Payload {
  return render({ ...reply, topics: [], next: [] }, { request: 'records' });
}

/** What is stored about somebody, with the button that deletes it. */
export function privacyMessage(reply: Reply): Payload {
  return { ...recordMessage(reply), components: row([plainButton('Delete it', FORGET, ButtonStyle.Danger)]) };
}

export function reallyForget(): Payload {
  return textPayload(
    'Your votes and whatever else is kept about you are deleted. This cannot be undone.',
    row([plainButton('Delete what is stored about me', FORGET_NOW, ButtonStyle.Danger)]),
  );
}
