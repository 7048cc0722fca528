export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Asks one statement of a database; `?` stands for each value. A statement that changes something gives no rows. */
export type Query = (statement: string, values?: readonly Value[]) => Promise<Row[]>;

/** The little that the journal needs of a database. Everything else of it, each statement included, is the same for all of them. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** Reads, outside of any transaction. */
  readonly read: Query;
  /** Does all of the work or none of it. Transactions that write follow one another. */
  change<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Like `change`, but nobody else can do the same at that time, in this program or in another one. */
  alone<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * - `final`: trying again cannot help: a wrong password, a file that is no database
 * - `passing`: it may work in a while: a full disk, a lost connection
 * - `data`: this record cannot be stored, others can
 */
export type Gravity = 'final' | 'passing' | 'data';

/** Something went wrong with the database. The message is for the operator and holds no secret. */
export class DatabaseFault extends Error {
  readonly gravity: Gravity;
  constructor(gravity: Gravity, message: string, cause?: unknown) {
    super(message, { cause });
    this.gravity = gravity;
  }
}

export function textIn(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

export function numberIn(row: Row, column: string): number {
  return Number(row[column] ?? 0);
}

/** A list of ids as it is stored in one column. */
export function listIn(row: Row, column: string): string[] {
  const value: unknown = JSON.parse(textIn(row, column) || '[]');
  return Array.isArray(value) ? value.map(String) : [];
}
