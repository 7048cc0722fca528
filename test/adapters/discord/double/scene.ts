import type { Fault, Faults } from './faults.ts';
import type { Gateway } from './gateway.ts';
import type { Json } from './json.ts';
import type { Message, World } from './world.ts';

/** What people got to see, or to choose from. */
export interface Shown {
  readonly way: 'message' | 'callback' | 'update' | 'followup' | 'edit' | 'modal' | 'autocomplete' | 'thread';
  readonly channel: string;
  /** for that person alone, if anybody */
  readonly hidden: boolean;
  readonly person: string;
  readonly id: string;
  /** id of the message that it is a reply to, or empty */
  readonly replyTo: string;
  /** id of the interaction that it answers, or empty */
  readonly interaction: string;
  readonly body: Json;
  readonly at: number;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal */
  readonly type: number;
  readonly person: string;
  readonly channel: string;
  /** the bot is not in that server: it was installed by the person alone */
  readonly outside: boolean;
  started: number;
  responded?: number;
  /** type of the first response */
  callback?: number;
  hidden: boolean;
  /** a deferred response still shows that it thinks */
  thinking: boolean;
  /** the message that stands for the response */
  original?: Message;
  /** the message whose component was used */
  readonly message?: Message;
  followups: number;
  /** an answer to the bot was lost, so that it may try again */
  lost: boolean;
  /** faults that its calls met */
  readonly faults: Fault[];
}

/** Everything that the parts of the double share. */
export interface Scene {
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly shown: Shown[];
  readonly interactions: Map<string, Interaction>;
  /** commands by server; '' holds those of every server */
  readonly commands: Map<string, Json[]>;
  /** what the bot called, as "POST message" */
  readonly calls: string[];
  /** what the bot must show */
  token: string;
  /** takes a refusal with a code of Discord's own, which may be legitimate */
  readonly refusals: { readonly status: number; readonly code: number; readonly call: string }[];
  note(what: string): void;
}

/** What the API answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NOTHING: Answer = { status: 204 };
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const failed = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } });
