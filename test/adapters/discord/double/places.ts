import type { Json } from './json.ts';

export const TOKEN = 'token-of-the-double';
export const BOT = '1180000000000000001';
export const APPLICATION = '1180000000000000002';
export const GUILD = '1180000000000000003';
export const GENERAL = '1180000000000000004';
export const FORUM = '1180000000000000005';
export const PERSON_CHANNEL = '1180000000000000006';
export const PERSON_ROLE = '1180000000000000007';

/** Channel types of API v10. */
export const TEXT = 0;
export const DM = 1;
export const PUBLIC_THREAD = 11;
export const FORUM_TYPE = 15;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild?: string;
  readonly parent?: string;
  /** the person of a DM */
  readonly person?: string;
  /** names of permissions that the bot has not got there */
  readonly denied: Set<Permission>;
  /** nothing can be sent to that person */
  closed: boolean;
}

/** The bits that the bot needs. */
export const PERMISSIONS = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  ReadMessageHistory: 1n << 16n,
  UseApplicationCommands: 1n << 31n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const;
export type Permission = keyof typeof PERMISSIONS;

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  body: Json;
  deleted: boolean;
}
