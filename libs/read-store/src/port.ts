import type { Scope, ScopeKind } from '#access';
import type { JsonObject } from '#kernel';
import type { Position } from '#event-store';

export type ColumnType = 'text' | 'integer';

/**
 * A collection: the fields by which its documents can be searched and sorted, and the fields that decide who may see a
 * document.
 */
export interface CollectionDefinition {
  readonly name: string;
  /** The top-level fields of the body that are also columns: only these may be named in `where` and `sort`. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The indexes: each is a list of columns in the order of the index. */
  readonly indexes: readonly (readonly string[])[];
  /**
   * For each kind of codes of a limited scope, the column that holds such a code, or several: one of them is enough. A
   * kind that is absent here gives access to no document of the collection.
   */
  readonly scopes?: Readonly<Partial<Record<ScopeKind, string | readonly string[]>>>;
}

/** The collections of a projection in one version, as in `compliance@3`. Each version has its own collections. */
export interface ModelDefinition {
  readonly name: string;
  readonly version: number;
  readonly collections: readonly CollectionDefinition[];
}

/** A whole document as a projection writes it. */
export interface DocumentWrite<Body = JsonObject> {
  readonly collection: string;
  readonly id: string;
  /**
   * The position of the event that caused the write. A write that is older than the stored document is ignored without
   * an error.
   */
  readonly position: Position;
  readonly body: Body;
}

export interface StoredDocument<Body = JsonObject> {
  readonly id: string;
  readonly position: Position;
  readonly body: Body;
}

export type FieldValue = string | number | null;

/** Conditions, which must all hold. */
export interface Where {
  readonly [column: string]: FieldValue | Condition;
}

export type Condition =
  | { readonly in: readonly (string | number)[] }
  | {
      readonly gte?: string | number;
      readonly gt?: string | number;
      readonly lte?: string | number;
      readonly lt?: string | number;
    }
  | { readonly not: FieldValue };

export interface FindQuery {
  readonly collection: string;
  readonly scope: Scope;
  readonly where?: Where;
  /** Only documents whose id begins with this text. Stores keep ids in order, so this needs no index. */
  readonly idPrefix?: string;
  /**
   * The columns to sort by. Equal documents are sorted by id, in the direction of the last column. Nulls come first in
   * `asc`, last in `desc`.
   */
  readonly sort?: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number;
  /** The `next` of an earlier page. @throws CodedError `stale-cursor` where it belongs to another version or another query. */
  readonly cursor?: string;
}

export interface Page<Body = JsonObject> {
  readonly documents: readonly StoredDocument<Body>[];
  readonly next: string | null;
}

export interface Checkpoint {
  readonly storeId: string;
  readonly position: Position;
}

/** The documents that `count` counts. */
export type Selection = Pick<FindQuery, 'collection' | 'scope' | 'where' | 'idPrefix'>;

/** How many documents have one value of a column. */
export interface ValueCount {
  readonly value: FieldValue;
  readonly count: number;
}

/** One generation of one version of one model. */
export interface ReadModel {
  readonly definition: ModelDefinition;
  /** The name of this generation: `a`, `b`, … Each rebuild of the same version makes a new generation. */
  readonly generation: string;
  get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null>;
  /** The documents in the order of the given ids, without those that do not exist. */
  getMany<Body = JsonObject>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<Body>[]>;
  /** The documents that the query selects and the scope allows. The store applies the scope, not the caller. */
  find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>>;
  count(query: Selection): Promise<number>;
  /** The documents that `count` counts, by their value of the column, null included; null first, then in the order of the values. */
  countBy(query: Selection, column: string): Promise<readonly ValueCount[]>;
  checkpoint(): Promise<Checkpoint | null>;
  /**
   * Writes the documents, each guarded by its position, then the checkpoint that makes them visible. A null checkpoint
   * changes nothing. A checkpoint of the same event store that is earlier than the stored one is ignored without an
   * error: only `clear` moves it back. Commits of one process are written in the order of the calls. A commit that
   * fails may have written some of its documents, but never its checkpoint.
   */
  commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void>;
  /**
   * Empties every collection of this generation, even those that the given definition does not name, and removes the
   * checkpoint.
   */
  clear(): Promise<void>;
}

export interface ModelVersion {
  readonly name: string;
  readonly version: number;
  readonly generation: string;
  readonly active: boolean;
}

/** The store of the read models. Everything in it can be rebuilt from the events. */
export interface ReadStore {
  /** The new name of a damaged file that was set aside when this store was opened; undefined where there was none. */
  readonly setAside?: string | undefined;
  /**
   * The generation that readers of this version use now, looked up at each call. It is created empty where there is
   * none. A definition may name only some of the model's collections.
   * @throws CodedError `definition-changed` where a collection exists with other columns under the same version.
   */
  active(definition: ModelDefinition): Promise<ReadModel>;
  /** Creates a new generation beside the active one, for a rebuild. */
  beside(definition: ModelDefinition): Promise<ReadModel>;
  /**
   * Makes this generation the one that readers use, in one write. Every other generation and version of that name
   * becomes inactive.
   */
  activate(model: ReadModel): Promise<void>;
  /** All generations that exist. */
  versions(): Promise<readonly ModelVersion[]>;
  /** Removes the generations of that model that are not active. */
  dropInactive(name: string): Promise<void>;
  close(): Promise<void>;
}
