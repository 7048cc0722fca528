/** Settings of the adapter, as the program's configuration has them. */
export interface DiscordOptions {
  readonly token: string;
  /** without the version at its end */
  readonly apiUrl: string;
  /** the one server that gets the commands; every server without it */
  readonly guildId?: string;
  /** ids of the channels in which it answers; every channel when empty */
  readonly channels: readonly string[];
  /** ids of the channels in which it answers questions nobody addressed to it, when it is very sure */
  readonly autoChannels: readonly string[];
  /** id of the channel in which "Ask a person" opens a thread, and of the role that is called there */
  readonly personChannel?: string;
  readonly personRole?: string;
  /** which shards run here: all that Discord recommends, or some of a number */
  readonly shards: 'auto' | { readonly ids: readonly number[]; readonly count: number };
}
