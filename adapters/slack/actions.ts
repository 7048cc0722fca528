import type { App, BlockAction } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { type Action, decodeAction } from '../actions.ts';
import type { Given } from '../desk.ts';
import { type Asker, isDirect } from './asker.ts';
import type { Counter } from './counter.ts';
import { escaped } from './escape.ts';
import type { Home } from './home.ts';
import { LIMITS } from './limits.ts';
import { pieces } from './mrkdwn.ts';
import { FORGET, HOME, notice } from './notices.ts';
import { context, sections } from './parts.ts';
import { type Message, render } from './render.ts';

/** Replies that were shared or passed on; doing it again by a second click helps nobody. */
const MOST_DONE = 10_000;

/** Buttons and menus, in messages and in the App Home. */
export function listenToActions(app: App, counter: Counter, home: Home): void {
  const { desk, delivery, surroundings, options, meter } = counter;
  const done = new LRUCache<string, true>({ max: MOST_DONE });

  /** Brings a message to the place where somebody clicked. */
  const reply = async (asker: Asker, message: Message, given?: Given): Promise<void> => {
    if (asker.channel === '') return home.show(asker.person, message);
    if (given && isDirect(asker)) return void (await delivery.post(asker.channel, asker.thread, message));
    await delivery.whisper(asker, message);
  };
  const pick = async (
    action: Extract<Action, { type: 'show' | 'run' }>,
    asker: Asker,
    open: boolean,
  ): Promise<void> => {
    // Whoever asked in a thread gets the answer there; for others who click, it is private.
    const openly = open && asker.thread !== undefined && !isDirect(asker) && desk.talks(asker);
    const outcome = desk.pick(action, asker);
    if (openly && outcome.type === 'reply') {
      const shown = counter.shown(outcome, asker, { openly });
      if (await delivery.post(asker.channel, asker.thread, shown)) return;
    }
    const message = await counter.privately(outcome, asker);
    if (message) await reply(asker, message, outcome.type === 'reply' ? outcome : undefined);
  };
  const rate = async (asker: Asker, request: string, topic: string, helpful: boolean): Promise<void> => {
    const topics = desk.recall(request, '')?.reply.topics ?? (topic === '' ? [] : [topic]);
    surroundings.advisor.rate({ request, topics, helpful }, desk.origin(asker, request));
    meter.count('slack', helpful ? 'helpful' : 'not_helpful');
    const thanks = notice(helpful ? 'thanks' : 'thanks_unhelpful');
    if (asker.channel !== '') return void (await delivery.whisper(asker, thanks));
    const given = desk.recall(request, topic);
    const shown = given ? counter.shown(given, asker, { openly: false }).blocks : [];
    await home.show(asker.person, { ...thanks, blocks: [...thanks.blocks, ...shown] });
  };
  const share = async (asker: Asker, given: Given): Promise<void> => {
    if (done.has(`share ${given.request}`)) return void (await delivery.whisper(asker, notice('shared_already')));
    done.set(`share ${given.request}`, true);
    const who = asker.name === undefined ? '' : ` by ${escaped(asker.name)}`;
    const message = render(given.reply, {
      request: given.request,
      person: options.personChannel !== undefined,
      note: `Shared${who}`,
    });
    const shared = await delivery.share(asker, message);
    if (!shared) done.delete(`share ${given.request}`);
    await delivery.whisper(asker, notice(shared ? 'shared' : 'not_shared'));
  };
  const askPerson = async (asker: Asker, given: Given): Promise<void> => {
    if (options.personChannel === undefined) return void (await delivery.whisper(asker, notice('no_person')));
    const posted =
      done.has(`person ${given.request}`) ||
      (await delivery.post(options.personChannel, undefined, passedOn(asker, given)));
    if (posted) done.set(`person ${given.request}`, true);
    meter.count('slack', posted ? 'person_asked' : 'person_failed');
    await reply(asker, notice(posted ? 'person_asked' : 'no_person'));
  };
  const forget = async (asker: Asker): Promise<void> => {
    desk.forget(asker);
    await surroundings.records?.forget({ platform: 'slack', person: asker.person });
    if (asker.channel === '') await home.open(asker.person, notice('forgotten'));
    else await delivery.whisper(asker, notice('forgotten'));
  };
  const act = async (id: string, asker: Asker, open: boolean): Promise<void> => {
    if (id === HOME) return home.open(asker.person);
    if (id === FORGET) return forget(asker);
    const action = decodeAction(id);
    if (action?.type === 'show' || action?.type === 'run') return pick(action, asker, open);
    if (action?.type === 'helpful' || action?.type === 'unhelpful')
      return rate(asker, action.reply, action.topic, action.type === 'helpful');
    const given = action && desk.recall(action.reply, action.topic);
    if (!given) return reply(asker, notice('old_button'));
    switch (action.type) {
      case 'more':
        return reply(asker, counter.shown(given, asker, { openly: false, page: action.page }), given);
      case 'share':
        return share(asker, given);
      case 'person':
      case 'confirm':
        return askPerson(asker, given);
    }
  };
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    await counter.acknowledge(ack);
    meter.count('slack', 'action');
    const id = chosen(body);
    if (id === undefined) return;
    await counter.hand('action', () => act(id, askerOf(body), body.container['is_ephemeral'] !== true));
  });
}

/** The meaning of what was clicked: it stands in the button's id, or in the entry that was picked from a menu. */
function chosen(body: BlockAction): string | undefined {
  const [action] = body.actions;
  if (action?.type === 'static_select') return action.selected_option?.value;
  return action?.type === 'button' ? action.action_id : undefined;
}

function askerOf(body: BlockAction): Asker {
  const name = body.user.username ?? body.user.name;
  const thread: unknown = body.container['thread_ts'] ?? body.message?.['thread_ts'];
  return {
    person: body.user.id,
    channel: body.view === undefined ? (body.channel?.id ?? '') : '',
    ...(name === undefined ? {} : { name }),
    ...(typeof thread === 'string' ? { thread } : {}),
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
  };
}

/** A question for people to answer. The asker is named by their own wish; what they wrote calls nobody. */
function passedOn(asker: Asker, given: Given): Message {
  const question = escaped(given.question);
  const text = `<@${asker.person}> asks: ${question}`;
  const said =
    given.reply.kind === 'answer'
      ? `I had answered: ${escaped(given.reply.sections[0]?.title ?? '')}`
      : 'I had no answer to that.';
  return { text: pieces(text, LIMITS.sectionText)[0] ?? '', blocks: [...sections(text), ...context(said)] };
}
