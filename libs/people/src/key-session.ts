import type { SealedFacts } from '#event-store';
import { newUuid, type Instant, type Json, type Uuid } from '#kernel';
import { randomKey, sealWith } from './cipher';
import type { Additions, Claim, Entry, UsedKey } from './keys-store';
import type { NumberKind, RequestKey, VaultSession, Wanted } from './vault';

/** The functions of the vault that a session uses. */
export interface VaultSecrets {
  /** The index entry of a number or of a request's key. */
  entryOf(kind: NumberKind | 'request', text: string): Entry;
  find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>>;
  claimed(keys: readonly UsedKey[]): Promise<ReadonlyMap<Entry, string>>;
  keys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>>;
  wrap(household: Uuid, key: Buffer): Buffer;
  commit(additions: Additions): Promise<void>;
}

interface PreparedNumber {
  readonly entry: Entry;
  id: Uuid | undefined;
}

interface PreparedRequest extends UsedKey {
  /** The content for which the request's key is claimed. */
  content: string | undefined;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export class KeySession implements VaultSession {
  /** The last prepared numbers of each kind. */
  private readonly numbers: Readonly<Record<NumberKind, Map<string, PreparedNumber>>> = {
    household: new Map(),
    allocation: new Map(),
    rehousing: new Map(),
    dwelling: new Map(),
  };
  private readonly keys = new Map<Uuid, Buffer>();
  private readonly requests = new Map<string, PreparedRequest>();
  /** Made in this session and not committed yet. */
  private newIds = new Map<Entry, Uuid>();
  private newKeys = new Map<Uuid, Buffer>();
  private newClaims: Claim[] = [];
  private committing: Promise<void> = Promise.resolve();

  constructor(private readonly secrets: VaultSecrets) {}

  async prepare({ households, allocations, rehousings, dwellings, subjects, requests }: Wanted): Promise<void> {
    await this.committing;
    const unknown: PreparedNumber[] = [];
    if (households) this.enter('household', households, unknown);
    if (allocations) this.enter('allocation', allocations, unknown);
    if (rehousings) this.enter('rehousing', rehousings, unknown);
    if (dwellings) this.enter('dwelling', dwellings, unknown);
    await this.lookUp(unknown);
    if (households) await this.loadKeys();
    if (subjects) await this.loadSubjects(subjects);
    if (requests) await this.enterRequests(requests);
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.prepared(kind, number).id;
  }

  household(number: string): Uuid {
    const prepared = this.prepared('household', number);
    if (prepared.id) return prepared.id;
    const household = this.make(prepared);
    this.newKey(household);
    return household;
  }

  subject(id: Uuid): void {
    if (!this.keys.has(id)) this.newKey(id);
  }

  allocation(number: string): Uuid {
    return this.numbered('allocation', number);
  }

  rehousing(number: string): Uuid {
    return this.numbered('rehousing', number);
  }

  dwelling(text: string): Uuid {
    return this.numbered('dwelling', text);
  }

  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts {
    return sealWith(this.keys, household, eventId, facts);
  }

  claimed(requestKey: string): string | undefined {
    return this.preparedRequest(requestKey).content;
  }

  claim(requestKey: string, content: string): void {
    const request = this.preparedRequest(requestKey);
    request.content = content;
    this.newClaims.push({ entry: request.entry, content, week: request.week });
  }

  commit(): Promise<void> {
    const { newIds: numbers, newKeys, newClaims: claims, secrets } = this;
    if (numbers.size === 0 && newKeys.size === 0 && claims.length === 0) return this.committing;
    // What the session makes from now on belongs to the next commit.
    this.newIds = new Map();
    this.newKeys = new Map();
    this.newClaims = [];
    this.committing = secrets.commit({
      numbers,
      claims,
      *wrappedKeys() {
        for (const [household, key] of newKeys) yield [household, secrets.wrap(household, key)] as const;
      },
    });
    return this.committing;
  }

  /** Replaces the prepared numbers of the kind. Adds those whose id this session does not know yet to `unknown`. */
  private enter(kind: NumberKind, numbers: Iterable<string>, unknown: PreparedNumber[]): void {
    const prepared = this.numbers[kind];
    prepared.clear();
    for (const number of numbers) {
      if (prepared.has(number)) continue;
      const entry = this.secrets.entryOf(kind, number);
      const asked: PreparedNumber = { entry, id: this.newIds.get(entry) };
      prepared.set(number, asked);
      if (!asked.id) unknown.push(asked);
    }
  }

  private async lookUp(unknown: readonly PreparedNumber[]): Promise<void> {
    if (unknown.length === 0) return;
    const found = await this.secrets.find(unknown.map(({ entry }) => entry));
    for (const asked of unknown) asked.id = found.get(asked.entry);
  }

  private async loadKeys(): Promise<void> {
    this.keys.clear();
    const stored: Uuid[] = [];
    for (const { id } of this.numbers.household.values()) {
      if (!id) continue;
      const made = this.newKeys.get(id);
      if (made) this.keys.set(id, made);
      else stored.push(id);
    }
    for (const [household, key] of await this.secrets.keys(stored)) this.keys.set(household, key);
  }

  private async loadSubjects(ids: Iterable<Uuid>): Promise<void> {
    const stored: Uuid[] = [];
    for (const id of ids) {
      const made = this.newKeys.get(id);
      if (made) this.keys.set(id, made);
      else stored.push(id);
    }
    for (const [id, key] of await this.secrets.keys(stored)) this.keys.set(id, key);
  }

  private newKey(subject: Uuid): void {
    const key = randomKey();
    this.newKeys.set(subject, key);
    this.keys.set(subject, key);
  }

  private async enterRequests(requests: Iterable<RequestKey>): Promise<void> {
    this.requests.clear();
    for (const { key, at } of requests) {
      const entry = this.secrets.entryOf('request', key);
      this.requests.set(key, { entry, week: weekOf(at), content: undefined });
    }
    const asked = [...this.requests.values()];
    if (asked.length === 0) return;
    const claimed = await this.secrets.claimed(asked);
    for (const request of asked) request.content = claimed.get(request.entry);
  }

  private preparedRequest(key: string): PreparedRequest {
    const request = this.requests.get(key);
    if (!request) throw new Error('this request was not prepared');
    return request;
  }

  private prepared(kind: NumberKind, number: string): PreparedNumber {
    const prepared = this.numbers[kind].get(number);
    if (!prepared) throw new Error(`this ${kind} was not prepared`);
    return prepared;
  }

  private numbered(kind: Exclude<NumberKind, 'household'>, number: string): Uuid {
    const prepared = this.prepared(kind, number);
    return prepared.id ?? this.make(prepared);
  }

  private make(prepared: PreparedNumber): Uuid {
    const id = newUuid();
    prepared.id = id;
    this.newIds.set(prepared.entry, id);
    return id;
  }
}

function weekOf(at: Instant): number {
  return Math.floor(Date.parse(at) / WEEK_MS);
}
