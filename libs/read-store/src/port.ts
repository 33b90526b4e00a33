import type { Scope, ScopeKind } from '#access';
import type { JsonObject } from '#kernel';
import type { Position } from '#event-store';

export type ColumnType = 'text' | 'integer';

/** The fields of a collection's documents that can be searched and sorted by, and those that say who may see a row. */
export interface CollectionDefinition {
  readonly name: string;
  /** Fields of the body (top level) kept as columns: the only ones that `where` and `sort` may name. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Each a list of columns, in the order of the index. */
  readonly indexes: readonly (readonly string[])[];
  /** The column that each kind of a limited scope's codes is held against; a kind that is absent sees nothing of the collection. */
  readonly scopes?: Readonly<Partial<Record<ScopeKind, string>>>;
}

/** A projection's collections, in a version: another version has its own. `compliance@3` */
export interface ModelDefinition {
  readonly name: string;
  readonly version: number;
  readonly collections: readonly CollectionDefinition[];
}

/** A whole document as a projection writes it. */
export interface DocumentWrite<Body = JsonObject> {
  readonly collection: string;
  readonly id: string;
  /** Of the event that made it: a write that is older than the stored document loses, silently. */
  readonly position: Position;
  readonly body: Body;
}

export interface StoredDocument<Body = JsonObject> {
  readonly id: string;
  readonly position: Position;
  readonly body: Body;
}

export type FieldValue = string | number | null;

/** Conditions that all hold. */
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
  /** Only documents whose id begins with it: a store keeps ids in order, so that this needs no index. */
  readonly idPrefix?: string;
  /** Column names; the document id breaks ties, in the direction of the last column. Nulls come first in `asc`, last in `desc`. */
  readonly sort?: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit: number;
  /** As an earlier page's `next` gave it. @throws CodedError `stale-cursor` where it belongs to another version or another query. */
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

/** What `count` counts. */
export type Selection = Pick<FindQuery, 'collection' | 'scope' | 'where' | 'idPrefix'>;

/** One generation of one version of one model. */
export interface ReadModel {
  readonly definition: ModelDefinition;
  /** Distinguishes a rebuild of the same version: `a`, `b`, … */
  readonly generation: string;
  get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null>;
  /** Documents in the order of the ids asked, without those that do not exist. */
  getMany<Body = JsonObject>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<Body>[]>;
  /** Documents that the scope lets see: the scope is applied by the store, not by the caller. */
  find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>>;
  count(query: Selection): Promise<number>;
  checkpoint(): Promise<Checkpoint | null>;
  /**
   * Writes the documents, each guarded by its position, then the checkpoint that makes them visible. A null checkpoint leaves it;
   * one of the same event store before the one that stands loses, silently: only `clear` takes it back. Commits of one process
   * are written in the order they were asked. A commit that fails may have written some of its documents, never its checkpoint.
   */
  commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void>;
  /** Empties every collection of this generation, also those that the definition at hand does not name, and the checkpoint. */
  clear(): Promise<void>;
}

export interface ModelVersion {
  readonly name: string;
  readonly version: number;
  readonly generation: string;
  readonly active: boolean;
}

/** The store of the read models; everything in it can be rebuilt from the events. */
export interface ReadStore {
  /**
   * The generation that readers of this version use now: resolved at each request. Created empty where there is none. A
   * definition may name some of the model's collections only.
   * @throws CodedError `definition-changed` where a collection was made with other columns under the same version.
   */
  active(definition: ModelDefinition): Promise<ReadModel>;
  /** A fresh generation beside the active one, for a rebuild. */
  beside(definition: ModelDefinition): Promise<ReadModel>;
  /** Makes it the one that readers see, in one write; every other generation and version of that name becomes inactive. */
  activate(model: ReadModel): Promise<void>;
  /** Every generation that exists. */
  versions(): Promise<readonly ModelVersion[]>;
  /** Removes the generations that are no longer active. */
  dropInactive(name: string): Promise<void>;
  close(): Promise<void>;
}
