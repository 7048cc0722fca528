/** Settings of the adapter, as the program's configuration has them. */
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
