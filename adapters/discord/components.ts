import { type ButtonInteraction, ButtonStyle, MessageFlags, type StringSelectMenuInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Action, decodeAction } from '../actions.ts';
import type { Given } from '../desk.ts';
import { type Asker, askerOfInteraction } from './asker.ts';
import { button, row } from './buttons.ts';
import type { Counter } from './counter.ts';
import { FORGET, FORGET_NOW, notice, reallyForget } from './notices.ts';
import { passOn } from './person.ts';
import { type Payload, render, textPayload } from './render.ts';

/** A button that was clicked, or an entry that was picked from a menu. */
export type Click = ButtonInteraction | StringSelectMenuInteraction;
type AboutReply = Extract<Action, { readonly reply: string }>;

/** Replies that were shared or passed on; doing it again by a second click helps nobody. */
const MOST_DONE = 10_000;

export interface Components {
  /** Does what a button or a menu entry stands for. */
  clicked(interaction: Click): Promise<void>;
}

export function createComponents(counter: Counter): Components {
  const { desk, delivery, surroundings, meter } = counter;
  const done = new LRUCache<string, true>({ max: MOST_DONE });

  /** To the person who clicked; in a direct conversation it stays there to be read again. */
  const reply = async (interaction: Click, payload: Payload, openly = false): Promise<boolean> =>
    delivery.respond(interaction, payload, openly);

  const pick = async (
    interaction: Click,
    action: Extract<Action, { type: 'show' | 'run' }>,
    asker: Asker,
  ): Promise<void> => {
    // Whoever asked before everybody goes on before everybody; for others who click, it is private.
    const open = !interaction.message.flags.has(MessageFlags.Ephemeral) && desk.talks(asker);
    const openly = asker.direct || open;
    const outcome = desk.pick(action, asker, openly);
    if (outcome.type === 'reply') await reply(interaction, counter.shown(outcome, asker, { openly }), openly);
    else await reply(interaction, counter.instead(outcome) ?? notice('person'));
  };
  const rate = async (interaction: Click, asker: Asker, { type, reply: request, topic }: AboutReply): Promise<void> => {
    const helpful = type === 'helpful';
    const topics = desk.recall(request, '')?.reply.topics ?? (topic === '' ? [] : [topic]);
    surroundings.advisor.rate({ request, topics, helpful }, desk.origin(asker, request));
    meter.count('discord', helpful ? 'helpful' : 'not_helpful');
    await reply(interaction, notice(helpful ? 'thanks' : 'thanks_unhelpful'));
  };
  const share = async (interaction: Click, asker: Asker, given: Given): Promise<void> => {
    const key = `share ${given.request} ${asker.channel}`;
    if (done.has(key)) return void (await reply(interaction, notice('shared_already')));
    done.set(key, true);
    const message = render(given.reply, {
      request: given.request,
      person: counter.peopleFor(asker) !== undefined,
      note: `Shared by <@${asker.person}>`,
    });
    if (await reply(interaction, message, true)) meter.count('discord', 'shared');
    else done.delete(key);
  };
  const askPerson = async (interaction: Click, asker: Asker, given: Given): Promise<void> => {
    // Opening a thread takes several calls: acknowledge first.
    if (!(await delivery.defer(interaction, 'update'))) return;
    const key = `person ${given.request}`;
    const before = done.has(key);
    done.set(key, true);
    const place = before ? undefined : await passOn(given, asker, counter, interaction.id);
    if (!before && place === undefined) done.delete(key);
    const said =
      place === undefined
        ? notice(before ? 'person_asked_already' : 'no_person')
        : textPayload(`Your question stands in <#${place}> now. Somebody will come back to you there.`);
    await delivery.attempt('response', () => interaction.editReply(said));
  };
  const forget = async (interaction: Click, asker: Asker): Promise<void> => {
    if (!(await delivery.defer(interaction, 'update'))) return;
    desk.forget(asker);
    await surroundings.records?.forget({ platform: 'discord', person: asker.person });
    await delivery.attempt('response', () => interaction.editReply(notice('forgotten')));
  };
  return {
    async clicked(interaction) {
      meter.count('discord', 'component');
      const asker = askerOfInteraction(interaction);
      const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
      if (id === FORGET) return void (await reply(interaction, reallyForget()));
      if (id === FORGET_NOW) return forget(interaction, asker);
      const action = decodeAction(id);
      switch (action?.type) {
        case 'show':
        case 'run':
          return pick(interaction, action, asker);
        case 'helpful':
        case 'unhelpful':
          return rate(interaction, asker, action);
      }
      const given = action && desk.recall(action.reply, action.topic);
      if (!action || !given) return void (await reply(interaction, notice('old_button')));
      switch (action.type) {
        case 'more': {
          const page = counter.shown(given, asker, { openly: asker.direct, page: action.page });
          return void (await reply(interaction, page, asker.direct));
        }
        case 'share':
          return share(interaction, asker, given);
        case 'person':
          return void (await reply(interaction, confirmation(action, counter, asker)));
        case 'confirm':
          return askPerson(interaction, asker, given);
      }
    },
  };
}

function confirmation(action: AboutReply, counter: Counter, asker: Asker): Payload {
  const place = counter.peopleFor(asker);
  if (place === undefined) return notice('no_person');
  return textPayload(
    `Your question and your name will be posted in <#${place}>, where people answer. To leave it, dismiss this message.`,
    row([button('Post my question', { ...action, type: 'confirm' }, ButtonStyle.Primary)]),
  );
}
