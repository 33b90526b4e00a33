import type { Instant, JsonObject, Uuid } from '#kernel';

/**
 * What must never stand in the history: digests of passwords, sealed secrets of second factors, digests of links and of sessions, delays.
 * It is in no export, no history and no backup of it. Beside it stands what people keep for themselves, which is no event of the convention:
 * views of lists, what a service was shown of them, preferences.
 */
export type SecretKind = 'credential' | 'link' | 'session' | 'delay' | 'view' | 'shared-view' | 'preference';

export interface Secret<Body extends JsonObject = JsonObject> {
  readonly body: Body;
  /** The account, or the service, that it belongs to; null where it belongs to none. */
  readonly owner: Uuid | null;
  /** It is worth nothing from this instant on, and is removed some time later; null where it does not end. */
  readonly until: Instant | null;
}

export interface KeptSecret<Body extends JsonObject = JsonObject> extends Secret<Body> {
  readonly id: string;
  /** Changes with each write. */
  readonly version: number;
}

/** A small durable store of documents by kind and id. A write is durable before it is acknowledged. */
export interface SecretStore {
  get<Body extends JsonObject>(kind: SecretKind, id: string): Promise<KeptSecret<Body> | undefined>;
  /** False, and nothing is written, where the id is taken. */
  insert(kind: SecretKind, id: string, secret: Secret): Promise<boolean>;
  /** False, and nothing is written, where another write came since that version. */
  replace(kind: SecretKind, id: string, version: number, secret: Secret): Promise<boolean>;
  /** Whether it was there: of several that remove it at the same time, one is told so. */
  remove(kind: SecretKind, id: string): Promise<boolean>;
  ofOwner<Body extends JsonObject>(kind: SecretKind, owner: Uuid): Promise<readonly KeptSecret<Body>[]>;
  /** Removes those of an owner, but one. */
  removeOf(kind: SecretKind, owner: Uuid, but?: string): Promise<void>;
  /** Removes what has ended. */
  removeEnded(now: Instant): Promise<void>;
  close(): Promise<void>;
}
