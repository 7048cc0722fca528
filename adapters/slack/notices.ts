import type { Advisor } from '../../src/advisor.ts';
import type { Reply } from '../../src/reply.ts';
import { plain, row } from './buttons.ts';
import { escaped } from './escape.ts';
import { LIMITS } from './limits.ts';
import { type SlackBlock, sections } from './parts.ts';
import { type Message, render } from './render.ts';

/** What the bot says beside its answers, in mrkdwn. */
const NOTICES = {
  person: 'You ask faster than I can answer. Please wait a minute, then ask again.',
  channel: 'There is much to answer in this channel just now. Ask me again in a minute, or in a direct message.',
  overall: 'Many people ask at once just now. Please ask again in a minute.',
  nothing_stored:
    'Nothing about you is stored here. I remember the last few turns of our conversation for a quarter of an hour, in memory only.',
  no_inbox: 'No journal is kept here, so there is no list of what people asked in vain.',
  not_moderator:
    'That list is for the moderators of this workspace. Ask whoever runs me to add you to SLACK_MODERATORS.',
  sorry: 'Something went wrong on my side, and it has been noted. Please ask again in a moment.',
  thanks: 'Thank you: noted as *helpful*. You can change your mind with the other button.',
  thanks_unhelpful:
    'Thank you: noted as *not helpful*. Ask again in other words if you like; you can change your mind with the other button.',
  old_button: 'I no longer remember what this button stood for. Please ask me again.',
  shared_already: 'This answer stands in the channel already.',
  shared: 'Shared with the channel.',
  not_shared: 'I could not write into this channel. Invite me there, then try again.',
  person_asked: 'Your question stands where people answer now. Somebody will come back to you.',
  no_person: 'I could not pass your question on. Please ask a person here directly.',
  forgotten: 'Done: what was stored about you is deleted.',
} as const;

/** Stands below the help, which is the same on every platform. */
export const HOW_TO_CALL =
  'Here: `/career` before any of these, or mention me, or write to me directly. `/career privacy` shows what is stored about you.';

export type Notice = keyof typeof NOTICES;

export function notice(which: Notice): Message {
  return { text: NOTICES[which], blocks: sections(NOTICES[which]) };
}

/** Says hello to who opens the conversation for the first time. */
export function greeting({ subject }: Advisor['about']): Message {
  const about = subject === undefined ? '' : ` about ${escaped(subject)}`;
  const text = `Hello! Ask me anything${about}, in your own words. I answer with sources and years, and say so when I do not know.`;
  return { text, blocks: sections(text) };
}

/** Says where the bot answers. @param channels ids */
export function elsewhere(channels: readonly string[]): Message {
  const places = channels.slice(0, 10).map(channel => `<#${channel}>`);
  const text = `I answer in ${places.join(', ')} and in direct messages.`;
  return { text, blocks: sections(text) };
}

/** Ids of the buttons that belong to Slack alone; they never change. */
export const FORGET = 'signpost|forget';
export const HOME = 'signpost|home';

/** A reply about records, which nobody votes on. */
export function recordMessage(reply: Reply): Message {
  const { text, blocks } = render({ ...reply, topics: [], next: [] }, { request: 'records' });
  return { text, blocks };
}

/** What is stored about somebody, with the button that deletes it. */
export function privacyMessage(reply: Reply): Message {
  const message = recordMessage(reply);
  return { ...message, blocks: [...message.blocks, ...forgetRow()] };
}

export function forgetRow(): SlackBlock[] {
  return row([
    {
      type: 'button',
      text: plain('Delete it', LIMITS.buttonText),
      action_id: FORGET,
      style: 'danger',
      confirm: {
        title: plain('Delete what is stored about you?', LIMITS.confirmTitle),
        text: plain(
          'Your votes and whatever else is kept about you are deleted. This cannot be undone.',
          LIMITS.confirmText,
        ),
        confirm: plain('Delete it', LIMITS.confirmButton),
        deny: plain('Keep it', LIMITS.confirmButton),
      },
    },
  ]);
}
