import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { byEntry, type Contestant, type Found, flat, type Hit } from './contestant.ts';
import { BENCH_FOLDER } from './place.ts';

/** The libraries live in the bench's own package; the program's install has none of them, nor their types. */
const library = createRequire(pathToFileURL(fileURLToPath(new URL('package.json', BENCH_FOLDER))));
const load = async <T>(name: string): Promise<T> => (await import(pathToFileURL(library.resolve(name)).href)) as T;

interface FuseResult {
  readonly refIndex: number;
  readonly score?: number;
}
interface FuseModule {
  readonly default: new (texts: readonly string[], options: object) => { search(text: string): FuseResult[] };
}

function fuse(name: string, options: object): Contestant {
  return {
    name,
    mostQuestions: { inside: 16, outside: 8 },
    async load(groups) {
      const { default: Fuse } = await load<FuseModule>('fuse.js');
      const { texts, owners } = flat(groups);
      const index = new Fuse(texts, { includeScore: true, ...options });
      return question => {
        const results = index.search(question);
        return byEntry(
          results.map(({ refIndex, score = 1 }): Hit => ({ line: refIndex, score: 1 - score })),
          groups,
          owners,
        );
      };
    },
  };
}

interface MiniSearchModule {
  readonly default: new (
    options: object,
  ) => {
    addAll(documents: readonly { id: number; text: string }[]): void;
    search(text: string): { id: number; score: number }[];
  };
}

function miniSearch(name: string, searchOptions: object): Contestant {
  return {
    name,
    async load(groups) {
      const { default: MiniSearch } = await load<MiniSearchModule>('minisearch');
      const { texts, owners } = flat(groups);
      const index = new MiniSearch({ fields: ['text'], searchOptions });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return question =>
        byEntry(
          index.search(question).map(({ id, score }): Hit => ({ line: id, score })),
          groups,
          owners,
        );
    },
  };
}

interface UFuzzyModule {
  readonly default: new (
    options: object,
  ) => { filter(texts: readonly string[], needle: string): ArrayLike<number> | null };
}

const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];

/** Lines by votes: each word of the question votes for the lines that it is found in, with the more weight the fewer they are. */
function votes(question: string, count: number, find: (word: string) => ArrayLike<number>): Hit[] {
  const sums = new Map<number, number>();
  for (const word of wordsOf(question)) {
    const found = find(word);
    const weight = Math.log(1 + count / Math.max(1, found.length));
    for (let at = 0; at < found.length; at++) sums.set(found[at]!, (sums.get(found[at]!) ?? 0) + weight);
  }
  return [...sums].map(([line, score]) => ({ line, score }));
}

const uFuzzy: Contestant = {
  name: 'uFuzzy, a vote per word',
  async load(groups) {
    const { default: UFuzzy } = await load<UFuzzyModule>('@leeoniya/ufuzzy');
    const { texts, owners } = flat(groups);
    const index = new UFuzzy({ intraMode: 1 });
    return question =>
      byEntry(
        votes(question, texts.length, word => index.filter(texts, word) ?? []),
        groups,
        owners,
      );
  },
};

interface FlexSearchModule {
  readonly default: {
    readonly Index: new (
      options: object,
    ) => { add(id: number, text: string): void; search(text: string, options: object): number[] };
    readonly Charset: Readonly<Record<string, unknown>>;
  };
}

const flexSearch: Contestant = {
  name: 'FlexSearch, a vote per word',
  async load(groups) {
    const { default: FlexSearch } = await load<FlexSearchModule>('flexsearch');
    const { texts, owners } = flat(groups);
    const index = new FlexSearch.Index({ tokenize: 'forward', encoder: FlexSearch.Charset['LatinBalance'] });
    for (const [id, text] of texts.entries()) index.add(id, text);
    const find = (word: string): number[] => index.search(word, { limit: texts.length });
    return question => byEntry(votes(question, texts.length, find), groups, owners);
  },
};

interface Container {
  use(part: unknown): void;
  get(name: string): unknown;
  register(name: string, part: unknown): void;
}

interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  readonly settings: Record<string, unknown>;
  readonly nluManager: { readonly settings: Record<string, unknown> };
}

/** nlp.js tells of every epoch, and warns of every line of small words only. */
const SILENT = { debug() {}, info() {}, log() {}, trace() {}, warn() {}, error() {}, fatal() {} };

const nlp: Contestant = {
  name: 'nlp.js',
  mostLines: 9000,
  async load(groups) {
    const core = await load<{ containerBootstrap(): Promise<Container> }>('@nlpjs/core');
    const container = await core.containerBootstrap();
    container.register('logger', SILENT);
    container.use((await load<{ Nlp: unknown }>('@nlpjs/nlp')).Nlp);
    container.use((await load<{ LangEn: unknown }>('@nlpjs/lang-en')).LangEn);
    const manager = container.get('nlp') as Nlp;
    manager.settings['autoSave'] = false;
    manager.nluManager.settings['log'] = false;
    manager.addLanguage('en');
    for (const [at, { lines }] of groups.entries())
      for (const line of lines) manager.addDocument('en', line, String(at));
    await manager.train();
    const owners = Int32Array.from(groups.keys());
    return async (question): Promise<Found> => {
      const { classifications } = await manager.process('en', question);
      const known = classifications.filter(({ intent }) => intent !== 'None');
      return byEntry(
        known.map(({ intent, score }): Hit => ({ line: Number(intent), score })),
        groups,
        owners,
      );
    };
  },
};

/** fuse.js with the best setting that was found for whole questions. */
export const FUSE_BEST = { useTokenSearch: true, threshold: 0.3, ignoreLocation: true };

export const peers: readonly Contestant[] = [
  fuse('fuse.js, default', {}),
  fuse('fuse.js, best setting', FUSE_BEST),
  miniSearch('MiniSearch, default', {}),
  miniSearch('MiniSearch, fuzzy 0.2', { fuzzy: 0.2 }),
  uFuzzy,
  flexSearch,
  nlp,
];
