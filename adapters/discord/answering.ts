import { type APIInteraction, InteractionContextType, InteractionResponseType } from 'discord.js';
import { type Bot, waitText } from './bot.ts';
import type { Asked, Asker, Given } from './desk.ts';
import { askedLine, notice, type Payload, render } from './render.ts';

/** Who is behind an interaction and where; a thread is a place of its own. */
export function askerOf(interaction: APIInteraction): Asker {
  const person = interaction.member?.user.id ?? interaction.user?.id ?? '';
  return { person, channel: interaction.channel?.id ?? '' };
}

/** In a direct conversation with the bot nobody else reads along, and an answer should still be there tomorrow. */
export function isAlone(interaction: APIInteraction): boolean {
  return interaction.context === InteractionContextType.BotDM;
}

/** Gives an answer, or says why there is none. @param openly everybody in the channel sees it */
export async function give(interaction: APIInteraction, asked: Asked, openly: boolean, bot: Bot): Promise<void> {
  const started = performance.now();
  const { meter } = bot.surroundings;
  const given = bot.desk.answer(asked, askerOf(interaction), openly && !isAlone(interaction));
  if ('limit' in given) {
    meter.count('discord', 'rate_limited');
    await reply(interaction, notice(waitText(given.limit)), bot);
    return;
  }
  if (await reply(interaction, shown(given, interaction, openly, bot), bot))
    meter.replied('discord', (performance.now() - started) / 1000);
}

/** A given reply as the person behind the interaction sees it, or as everybody does. */
export function shown(given: Given, interaction: APIInteraction, openly: boolean, bot: Bot, page = 0): Payload {
  const alone = isAlone(interaction);
  return render(given.reply, {
    request: given.request,
    page,
    private: !openly && !alone,
    share: !openly && !alone,
    person: bot.options.personChannel !== undefined,
    commands: bot.commands,
    ...(openly && !alone && given.question !== '' ? { above: askedLine(given.question) } : {}),
  });
}

/** Answers with a new message. @returns whether it arrived */
export async function reply(interaction: APIInteraction, payload: Payload, bot: Bot): Promise<boolean> {
  const outcome = await bot.calls.respond(interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: payload,
  });
  return 'done' in outcome;
}
