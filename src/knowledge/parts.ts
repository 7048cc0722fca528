import type { Checked } from './document.ts';
import type * as shape from './schema.ts';

/** Checked files of one kind, kept with their paths so that later checks can point into them. */
export interface Part<T> {
  readonly path: string;
  readonly checked: Checked<T>;
}

export interface Parts {
  readonly about: Part<shape.RawAbout>[];
  readonly faq: Part<{ title?: string; entries: shape.RawEntry[] }>[];
  readonly skills: Part<shape.RawSkill[]>[];
  readonly tracks: Part<shape.RawTrack[]>[];
  readonly sources: Part<shape.RawSource[]>[];
  readonly figures: Part<shape.RawFigure[]>[];
  readonly vocabulary: Part<shape.RawVocabulary>[];
  readonly smalltalk: Part<shape.RawSmalltalk[]>[];
  readonly outside: Part<shape.RawOutside[]>[];
  readonly handoffs: Part<shape.RawHandoff[]>[];
}
