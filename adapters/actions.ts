/** What a button or a menu entry means. It is written into the id of the component, so that it still works after a restart. */
export type Action =
  /** shows an entry: a choice, a next question */
  | { readonly type: 'show'; readonly topic: string }
  /** runs a command of the advisor */
  | { readonly type: 'run'; readonly command: string; readonly input: Readonly<Record<string, string>> }
  /** does something with a reply that stands above the button */
  | {
      readonly type: 'more' | 'share' | 'helpful' | 'unhelpful' | 'person' | 'confirm';
      /** the reply, while it is remembered */
      readonly reply: string;
      /** the entry it answered from, for when it is not remembered any more; empty where there is none */
      readonly topic: string;
      /** for `more`: the page to show, from 0 */
      readonly page: number;
    };

/** First part of every id. A later release that gives ids another meaning counts it up, and answers the older ones politely. */
const VERSION = '1';
/** The limit of Discord, the strictest of the platforms. */
const LONGEST = 100;

const ABOUT_REPLY = ['more', 'share', 'helpful', 'unhelpful', 'person', 'confirm'] as const;

/** @returns the id of a component, up to 100 characters, or nothing where the action does not fit into one */
export function encodeAction(action: Action): string | undefined {
  const id = [VERSION, ...fields(action)].join('|');
  if (id.length <= LONGEST) return id;
  return 'topic' in action && action.type !== 'show' && action.topic !== ''
    ? encodeAction({ ...action, topic: '' })
    : undefined;
}

function fields(action: Action): string[] {
  if (action.type === 'show') return ['show', action.topic];
  if (action.type === 'run') return ['run', action.command, new URLSearchParams(action.input).toString()];
  return [action.type, action.reply, action.topic, String(action.page)];
}

/** @returns the action, or nothing where the id is not one of ours or of another release */
export function decodeAction(id: string): Action | undefined {
  const [version, type, first = '', second = '', third = '0'] = id.split('|');
  if (version !== VERSION) return undefined;
  if (type === 'show') return { type, topic: first };
  if (type === 'run') return { type, command: first, input: Object.fromEntries(new URLSearchParams(second)) };
  const about = ABOUT_REPLY.find(each => each === type);
  const page = Number(third);
  return about && Number.isInteger(page) && page >= 0 ? { type: about, reply: first, topic: second, page } : undefined;
}
