import {
  CommandPipeline,
  handlingOf,
  type Aggregate,
  type CommandHandling,
  type Loaded,
  type PipelineStores,
  type Sending,
  type Targeted,
} from '#deciding';
import { FIRST_VERSION, readWholeStream, StreamDefinition, type EventStore, type RecordedEvent } from '#event-store';
import { isRefusal, refuse, type Decision, type Refusal, type Uuid } from '#kernel';

/*
 * What only one may hold at a time: a dwelling has one open vacancy, a household one lease. A claim is made before the
 * event that it protects, on a stream of its own, whose revision lets only one of two writers through (docs/decisions/0087).
 */

export type ClaimEvent =
  | { readonly type: 'ClaimTaken'; readonly data: { readonly by: Uuid } }
  | { readonly type: 'ClaimReleased'; readonly data: { readonly by: Uuid } };

/** One stream for each dwelling or household: its kind, then the id that the keyed index gives it. */
export const CLAIM_STREAMS = new StreamDefinition<ClaimEvent>({
  category: 'claim',
  types: { ClaimTaken: FIRST_VERSION, ClaimReleased: FIRST_VERSION },
});

export type ClaimSubject = {
  readonly kind: 'dwelling' | 'household';
  readonly id: Uuid;
  /** Nobody is known to have claimed it: it is taken as free, without a reading. Where it is not, the store refuses, and it is read. */
  readonly isPresumedFree?: true;
};

export type ClaimCommand = { readonly subject: ClaimSubject } & (
  | { readonly verb: 'take'; readonly by: Uuid }
  /** As `take`, and it is also written where `by` holds the claim: whoever saw the claim before finds another one. */
  | { readonly verb: 'take again'; readonly by: Uuid }
  /** For a holder whose claim, as it was seen, protects nothing any more. */
  | { readonly verb: 'take over'; readonly by: Uuid; readonly from: Uuid; readonly seen: number }
  | { readonly verb: 'release'; readonly by: Uuid; readonly seen?: number }
);

export interface ClaimState {
  /** Null where nobody holds the claim. */
  readonly holder: Uuid | null;
  /** The revision of its stream: a claim that its holder takes again is another one. */
  readonly revision: number;
}

export const CLAIMS: Aggregate<ClaimCommand, ClaimState, ClaimEvent> = {
  events: CLAIM_STREAMS,
  initial: { holder: null, revision: -1 },
  evolve: (_, { type, data, revision }) => ({ holder: type === 'ClaimTaken' ? data.by : null, revision }),
  idOf: nameOf,
  decide: decideClaim,
};

const HOUSEHOLD = 'household-';

function nameOf({ subject: { kind, id } }: Pick<ClaimCommand, 'subject'>): string {
  return `${kind}-${id}`;
}

/** The household that a claim is about; undefined where it is about a dwelling. */
export function householdOfClaim(stream: string): Uuid | undefined {
  const name = CLAIM_STREAMS.idOf(stream);
  return name.startsWith(HOUSEHOLD) ? (name.slice(HOUSEHOLD.length) as Uuid) : undefined;
}

/** Nothing where it is so already. Refused: `claim-taken` with who holds it, and the revision at which that was seen. */
function decideClaim(command: ClaimCommand, { holder, revision }: ClaimState): Decision<ClaimEvent> {
  const { by } = command;
  const taken: ClaimEvent = { type: 'ClaimTaken', data: { by } };
  switch (command.verb) {
    case 'release': {
      const isSeen = (command.seen ?? revision) === revision;
      return holder === by && isSeen ? [{ type: 'ClaimReleased', data: { by } }] : [];
    }
    case 'take':
    case 'take again':
      if (holder === by) return command.verb === 'take' ? [] : [taken];
      return holder === null ? [taken] : refuse('claim-taken', { by: holder, seen: revision });
    case 'take over':
      if (holder === by) return [];
      if (holder === null) return [taken];
      if (holder !== command.from || revision !== command.seen)
        return refuse('claim-taken', { by: holder, seen: revision });
      return [{ type: 'ClaimReleased', data: { by: holder } }, taken];
  }
}

/** Two rivals for one claim settle it in one attempt each. */
const ATTEMPTS = 10;

/** Who sends the command that needs the claim. */
export type Claiming = Pick<Sending, 'actor' | 'correlation'>;

/** Who holds the claim now. */
export async function claimOf(subject: ClaimSubject, store: EventStore): Promise<ClaimState> {
  const events = await readWholeStream(store, CLAIM_STREAMS.name(nameOf({ subject })));
  return events.map((event) => CLAIM_STREAMS.read(event)).reduce(CLAIMS.evolve, CLAIMS.initial);
}

/** The claims of which an event came since the process began, in memory: those that were used last. */
export class SeenClaims {
  private readonly claims = new Map<string, ClaimState>();

  apply(event: RecordedEvent): void {
    this.claims.delete(event.stream);
    this.claims.set(event.stream, CLAIMS.evolve(CLAIMS.initial, CLAIM_STREAMS.read(event)));
    if (this.claims.size > MOST_SEEN) this.claims.delete(this.claims.keys().next().value!);
  }

  of(stream: string): ClaimState | undefined {
    return this.claims.get(stream);
  }
}

const MOST_SEEN = 20_000;

/** A claim that was seen, or that is presumed free, is not read: a claim that others changed since fails on its revision, and is read then. */
function seenFirst(
  handling: CommandHandling<ClaimCommand, ClaimState, ClaimEvent>,
  seen: SeenClaims,
): CommandHandling<ClaimCommand, ClaimState, ClaimEvent> {
  const withoutReading = ({ sent, stream = '', attempt }: Targeted<ClaimCommand>): Loaded<ClaimState> | undefined => {
    if (attempt > 0) return undefined;
    const state = seen.of(stream) ?? (sent.command.subject.isPresumedFree ? CLAIMS.initial : undefined);
    return state && { stream, revision: state.revision, state };
  };
  return {
    ...handling,
    load: async (targets, session) => {
      const known = targets.map((target) => [target, withoutReading(target)] as const);
      const read = await handling.load(
        known.flatMap(([target, loaded]) => (loaded ? [] : [target])),
        session,
      );
      return new Map(known.map(([{ sent }, loaded]) => [sent, loaded ?? read.get(sent)!]));
    },
  };
}

/** Takes claims, and takes over those that protect nothing any more. */
export class Claims {
  private readonly pipeline: CommandPipeline<ClaimCommand, ClaimState, ClaimEvent>;

  /** @param seen absent where each claim is read before it is taken */
  constructor(
    private readonly stores: PipelineStores,
    seen?: SeenClaims,
  ) {
    const handling = handlingOf(CLAIMS, stores.store);
    this.pipeline = new CommandPipeline(seen ? seenFirst(handling, seen) : handling, stores);
  }

  of(subject: ClaimSubject): Promise<ClaimState> {
    return claimOf(subject, this.stores.store);
  }

  /**
   * Resolves once `by` holds the claim; else why its holder keeps it. @throws CodedError `recording-conflict`
   * @param keeps why that holder keeps it; undefined once the holder can no longer write what its claim, as it was seen, protects
   */
  async take(
    subject: ClaimSubject,
    {
      by,
      verb = 'take',
      keeps,
    }: { readonly by: Uuid; readonly verb?: 'take' | 'take again'; keeps(holder: Uuid): Promise<Refusal | undefined> },
    { actor, correlation }: Claiming,
  ): Promise<Refusal | undefined> {
    let command: ClaimCommand = { subject, verb, by };
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      const answer = await this.pipeline.send(command, { actor, correlation });
      if (!isRefusal(answer)) return undefined;
      const { by: holder, seen } = answer.params as { readonly by: Uuid; readonly seen: number };
      const refusal = await keeps(holder);
      if (refusal) return refusal;
      command = { subject, verb: 'take over', by, from: holder, seen };
    }
    return refuse('claim-taken');
  }

  /** Nothing where another holds it, or where it was taken again since it was seen. */
  async release(
    subject: ClaimSubject,
    { by, seen }: { readonly by: Uuid; readonly seen?: number },
    { actor, correlation }: Claiming,
  ): Promise<void> {
    const command = { subject, verb: 'release', by, ...(seen !== undefined && { seen }) } as const;
    await this.pipeline.send(command, { actor, correlation });
  }
}
