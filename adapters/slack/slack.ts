import { type Adapter, StartError, type Surroundings } from '../adapter.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly connection:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  readonly channels: readonly string[];
  readonly personChannel?: string;
  /** ids of the people who may read what was asked in vain */
  readonly moderators: readonly string[];
}

export function createSlack(_options: SlackOptions, _surroundings: Surroundings): Adapter {
  const detail = 'Slack is not built yet';
  return {
    name: 'slack',
    start: () => Promise.reject(new StartError(detail)),
    stop: async () => {},
    ready: () => ({ ready: false, detail }),
  };
}
