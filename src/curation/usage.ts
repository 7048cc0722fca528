/** What the journal counted, by the entries that replies named. Small whatever the traffic: equal lists of entries are counted together. */
export interface Usage {
  /** milliseconds since 1970 of the oldest reply; nothing in an empty journal */
  readonly since?: number;
  /** replies by what they were */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly platforms: readonly { readonly platform: string; readonly count: number }[];
  /** replies that answered from these entries */
  readonly answered: readonly { readonly topics: readonly string[]; readonly count: number }[];
  /** replies that offered these entries, and which was picked; empty where none was */
  readonly offered: readonly { readonly topics: readonly string[]; readonly picked: string; readonly count: number }[];
  readonly rated: readonly { readonly topics: readonly string[]; readonly helpful: boolean; readonly count: number }[];
  readonly handoffs: readonly { readonly handoff: string; readonly count: number }[];
}

/** What is stored about one person. */
export interface Stored {
  readonly replies: number;
  readonly ratings: number;
  /** milliseconds since 1970; nothing where nothing is stored */
  readonly since?: number;
  /** questions whose words are kept, newest first, a few of them */
  readonly texts: readonly string[];
  /** how many of them there are in all */
  readonly textCount: number;
}
