import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ButtonStyle,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Reply } from '../../src/reply.ts';
import type { Records } from '../adapter.ts';
import { askerOf } from './answering.ts';
import type { Bot } from './bot.ts';
import { button, FORGET } from './buttons.ts';
import { pagesOf } from './pages.ts';
import { piecesOf } from './pieces.ts';
import { message, notice, type Payload } from './render.ts';

type Deferrable = APIChatInputApplicationCommandInteraction | APIMessageComponentInteraction;

const LONGEST = 3500;

/** What is stored about whoever asks, with a button that deletes it; for that person alone. */
export function showStored(
  interaction: APIChatInputApplicationCommandInteraction,
  records: Records,
  bot: Bot,
): Promise<void> {
  const rows = button('Delete all of it', FORGET, ButtonStyle.Danger);
  return later(interaction, bot, async () => {
    const stored = await records.stored(personOf(interaction));
    return plain(stored, rows);
  });
}

export function showInbox(
  interaction: APIChatInputApplicationCommandInteraction,
  records: Records,
  bot: Bot,
): Promise<void> {
  return later(interaction, bot, async () => plain(await records.inbox()));
}

/** Deletes what is stored about whoever clicked, in the journal and in memory. */
export function forget(interaction: APIMessageComponentInteraction, records: Records, bot: Bot): Promise<void> {
  bot.desk.forget(askerOf(interaction));
  return later(interaction, bot, async () => plain(await records.forget(personOf(interaction))));
}

/** Reading the journal can take longer than Discord waits: say first that the answer comes. */
async function later(interaction: Deferrable, bot: Bot, make: () => Promise<Payload>): Promise<void> {
  const isClick = 'message' in interaction;
  const outcome = await bot.calls.respond(
    interaction,
    isClick
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: MessageFlags.Ephemeral },
        },
  );
  if ('fault' in outcome) return;
  const payload = await make().catch((error: unknown) => {
    bot.surroundings.log.error({ platform: 'discord', err: error }, 'the records could not be read');
    return notice('I could not look that up just now. Please try again in a minute.');
  });
  await bot.calls.edit(interaction, payload);
}

function personOf(interaction: Deferrable): { platform: string; person: string } {
  return { platform: 'discord', person: askerOf(interaction).person };
}

/** A reply without votes and next questions. */
function plain(reply: Reply, rows: Parameters<typeof message>[1] = []): Payload {
  const pages = pagesOf(piecesOf(reply, []), LONGEST);
  const rest = pages.length > 1 ? '\n-# There is more than fits here.' : '';
  return message(`${pages[0]}${rest}`, rows, { private: true });
}
