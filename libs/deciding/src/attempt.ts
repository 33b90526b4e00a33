import {
  lastEventOf,
  readWholeStream,
  START,
  type DomainEvent,
  type EventStore,
  type RecordedEvent,
  type StreamBatch,
} from '#event-store';
import { isRefusal, newUuid, refuse, uuidV5, withCorrelation, type Refusal, type Uuid } from '#kernel';
import type { Vault, VaultSession } from '#people';
import type { CommandHandling, Loaded, Receipt } from './handling';
import { NO_VAULT } from './no-vault';
import { claimOf, claimText, type Claim, type Sent } from './sent';
import { commandEventId, storedEvents } from './stored-events';

export interface AttemptStores {
  readonly store: EventStore;
  /** Absent where none of the commands needs it. */
  readonly vault: Vault | undefined;
}

/** A command, its stream and its key, ready to be decided. */
interface Case<Command, State> {
  readonly sent: Sent<Command>;
  /** What its idempotency key was used for before; undefined where the key is new. */
  readonly claim: Claim | undefined;
  readonly loaded: Loaded<State>;
}

/** What was decided for a command; nothing is written yet. */
type Decided =
  | { readonly refusal: Refusal }
  | { readonly unchanged: true }
  | { readonly earlier: Receipt }
  | { readonly batch: StreamBatch };

/** One attempt to load, fold, decide and append, for commands about different streams. It fails where another process wrote meanwhile. */
export class Attempt<Command, State, Event extends DomainEvent> {
  readonly answers = new Map<Sent<Command>, Receipt | Refusal>();
  /** Why a command has no answer. */
  readonly failures = new Map<Sent<Command>, unknown>();
  private readonly session: VaultSession;

  constructor(
    private readonly handling: CommandHandling<Command, State, Event>,
    private readonly stores: AttemptStores,
    private readonly commands: readonly Sent<Command>[],
    private readonly attempt: number,
  ) {
    this.session = stores.vault?.session() ?? NO_VAULT;
  }

  /** @throws CodedError `vault-conflict`, and then nothing was written; what `load` throws */
  async run(): Promise<void> {
    await this.prepare();
    const cases = this.reserve(await this.load());
    const [, decided] = await Promise.all([this.session.commit(), this.decideMeanwhile(cases)]);
    // The decisions may have added keys of their own, such as that of a lease's new household.
    await this.session.commit();
    await Promise.all(decided.map(([one, decision]) => this.conclude(one, decision)));
  }

  private async prepare(): Promise<void> {
    const wanted = this.commands.map(({ command }) => this.handling.wanted?.(command) ?? {});
    await this.session.prepare({
      allocations: wanted.flatMap(({ allocations = [] }) => [...allocations]),
      households: wanted.flatMap(({ households = [] }) => [...households]),
      rehousings: wanted.flatMap(({ rehousings = [] }) => [...rehousings]),
      subjects: wanted.flatMap(({ subjects = [] }) => [...subjects]),
      requests: this.commands.flatMap(({ request }) => (request ? [request] : [])),
    });
  }

  /** Answers the commands that loading refuses. Returns the others with their loaded streams. */
  private async load(): Promise<readonly Case<Command, State>[]> {
    const { handling, session } = this;
    const claims = new Map(this.commands.map((sent) => [sent, this.claimOf(sent)]));
    const targets = this.commands.map((sent) => {
      const claim = claims.get(sent);
      // A repeated command is about the same stream as the first time.
      const stream = claim && claim.digest === sent.digest ? claim.stream : handling.streamOf(sent.command, session);
      return { sent, stream, attempt: this.attempt };
    });
    const found = await handling.load(targets, session);
    const cases: Case<Command, State>[] = [];
    for (const { sent } of targets) {
      const claim = claims.get(sent);
      const loaded = found.get(sent)!;
      if (!isRefusal(loaded)) cases.push({ sent, claim, loaded: await this.withEvents(sent, loaded, claim) });
      else this.answers.set(sent, isReused(claim, sent) ? refuse('idempotency-key-reused') : loaded);
    }
    return cases;
  }

  private claimOf({ request }: Sent<Command>): Claim | undefined {
    const text = request && this.session.claimed(request.key);
    return text === undefined ? undefined : claimOf(text);
  }

  /** Reads the stream where an earlier execution of the same command may have written to it. */
  private async withEvents(
    { commandId }: Sent<Command>,
    loaded: Loaded<State>,
    claim: Claim | undefined,
  ): Promise<Loaded<State>> {
    if (loaded.events || !(claim ?? commandId)) return loaded;
    return { ...loaded, events: await readWholeStream(this.stores.store, claim?.stream ?? loaded.stream) };
  }

  /** Reserves numbers and idempotency keys for commands on new streams: from then on these streams have a name. */
  private reserve(cases: readonly Case<Command, State>[]): readonly Case<Command, State>[] {
    const { handling, session } = this;
    if (!handling.reserve) return cases;
    return cases.map((one) => {
      const { sent, claim, loaded } = one;
      if (loaded.revision >= 0 || isReused(claim, sent)) return one;
      handling.reserve!(sent.command, session);
      const stream = handling.streamOf(sent.command, session)!;
      if (sent.request && !claim)
        session.claim(sent.request.key, claimText({ digest: sent.digest, stream, revision: -1, writes: true }));
      return { sent, claim, loaded: { ...loaded, stream } };
    });
  }

  /** Decides and seals while the reserved numbers are being written to the disk. */
  private async decideMeanwhile(
    cases: readonly Case<Command, State>[],
  ): Promise<readonly (readonly [Case<Command, State>, Decided])[]> {
    await new Promise((resolve) => setImmediate(resolve));
    return cases.flatMap((one) => {
      try {
        return [[one, this.decide(one)] as const];
      } catch (error) {
        // Only this command fails.
        this.failures.set(one.sent, error);
        return [];
      }
    });
  }

  private decide({ sent, claim, loaded }: Case<Command, State>): Decided {
    const { handling, session } = this;
    const forbidden = handling.forbids?.(sent, loaded);
    if (forbidden) return { refusal: forbidden };
    if (isReused(claim, sent)) return { refusal: refuse('idempotency-key-reused') };
    const earlier = this.earlier(sent, claim, loaded);
    if (earlier) return { earlier };
    const decision = handling.decide(sent, loaded, session);
    if (isRefusal(decision)) return { refusal: decision };
    const { stream, revision } = loaded;
    const { request } = sent;
    // The key is taken even where nothing changes: the same request, sent again later, must not undo what others wrote meanwhile.
    if (request && session.claimed(request.key) === undefined)
      session.claim(request.key, claimText({ digest: sent.digest, stream, revision, writes: decision.length > 0 }));
    if (decision.length === 0) return { unchanged: true };
    const events = storedEvents(decision, {
      events: handling.events,
      seal: (household, id, facts) =>
        (loaded.keys?.canOpen(household) ? loaded.keys : session).seal(household, id, facts),
      metadata: {
        actor: sent.actor.id,
        role: sent.actor.role,
        ...sent.correlation,
        ...handling.metadataOf?.(sent),
      },
      idOf: this.idsFor(sent, loaded),
    });
    return { batch: { stream, expected: revision < 0 ? 'none' : revision, events } };
  }

  private idsFor(sent: Sent<Command>, loaded: Loaded<State>): (index: number) => Uuid {
    const { handling } = this;
    if (handling.eventIdOf) return (index) => handling.eventIdOf!(sent, loaded, index);
    const command = this.idOf(sent) ?? newUuid();
    return (index) => commandEventId(command, index);
  }

  /** Event ids outlive the idempotency key, so they derive from a digest of it, and the key itself stays in the vault. */
  private idOf({ commandId, request }: Sent<Command>): Uuid | undefined {
    return commandId ?? (request && uuidV5(`request|${this.stores.vault!.digest(`request-key\n${request.key}`)}`));
  }

  /** The answer that the command got when it was sent before; undefined where it was interrupted before it wrote. */
  private earlier(
    sent: Sent<Command>,
    claim: Claim | undefined,
    { stream, events = [] }: Loaded<State>,
  ): Receipt | undefined {
    if (!claim && sent.commandId === undefined) return undefined;
    const { revision = -1, writes = true } = claim ?? {};
    if (!writes) return unchangedAt(stream, events[revision]);
    const id = this.idOf(sent);
    const wrote = (event: RecordedEvent) => this.handling.wrote?.(sent, event) ?? event.id === id;
    const first = events.find((event) => event.revision > revision && wrote(event));
    return first && receiptOf(stream, ofOneCommand(first, events));
  }

  private async conclude({ sent, loaded }: Case<Command, State>, decided: Decided): Promise<void> {
    try {
      this.answers.set(sent, await withCorrelation(sent.within, () => this.write(sent, loaded, decided)));
    } catch (error) {
      this.failures.set(sent, error);
    }
  }

  private async write(sent: Sent<Command>, loaded: Loaded<State>, decided: Decided): Promise<Receipt | Refusal> {
    const { handling, stores } = this;
    if ('refusal' in decided) return decided.refusal;
    if ('unchanged' in decided) {
      const { stream, events } = loaded;
      return unchangedAt(stream, events ? events[events.length - 1] : await lastEventOf(stores.store, stream));
    }
    if ('earlier' in decided) return (await handling.settle?.(sent, decided.earlier, loaded)) ?? decided.earlier;
    const { stream, events } = decided.batch;
    const { revision, position } = await stores.store.append(decided.batch);
    const receipt = { stream, types: events.map(({ type }) => type), revision, position };
    return (await handling.settle?.(sent, receipt, loaded)) ?? receipt;
  }
}

function isReused(claim: Claim | undefined, sent: Sent<unknown>): boolean {
  return claim !== undefined && claim.digest !== sent.digest;
}

function unchangedAt(stream: string, last: RecordedEvent | undefined): Receipt {
  return { stream, types: [], revision: last?.revision ?? -1, position: last?.position ?? START };
}

/** The events of one command follow each other, and share their correlation id and their cause. */
function ofOneCommand(first: RecordedEvent, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const { correlationId, causationId } = first.metadata;
  const following = events.slice(first.revision);
  const end = following.findIndex(
    ({ metadata }) => metadata.correlationId !== correlationId || metadata.causationId !== causationId,
  );
  return end < 0 ? following : following.slice(0, end);
}

function receiptOf(stream: string, events: readonly RecordedEvent[]): Receipt {
  const { revision, position } = events[events.length - 1]!;
  return { stream, types: events.map(({ type }) => type), revision, position };
}
