import { CommandPipeline, handlingOf, type Aggregate, type PipelineStores, type Sending } from '#deciding';
import { FIRST_VERSION, readWholeStream, StreamDefinition, type EventStore } from '#event-store';
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

export type ClaimSubject = { readonly kind: 'dwelling' | 'household'; readonly id: Uuid };

export type ClaimCommand = { readonly subject: ClaimSubject } & (
  | { readonly verb: 'take'; readonly by: Uuid }
  /** For a holder whose claim protects nothing any more. */
  | { readonly verb: 'take over'; readonly by: Uuid; readonly from: Uuid }
  | { readonly verb: 'release'; readonly by: Uuid }
);

/** Who holds the claim; null where nobody does. */
export type ClaimState = Uuid | null;

export const CLAIMS: Aggregate<ClaimCommand, ClaimState, ClaimEvent> = {
  events: CLAIM_STREAMS,
  initial: null,
  evolve: (_, event) => (event.type === 'ClaimTaken' ? event.data.by : null),
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

/** Nothing where it is so already. Refused: `claim-taken` with who holds it. */
function decideClaim(command: ClaimCommand, holder: ClaimState): Decision<ClaimEvent> {
  const { by } = command;
  const taken: ClaimEvent = { type: 'ClaimTaken', data: { by } };
  switch (command.verb) {
    case 'release':
      return holder === by ? [{ type: 'ClaimReleased', data: { by } }] : [];
    case 'take':
      if (holder === by) return [];
      return holder === null ? [taken] : refuse('claim-taken', { by: holder });
    case 'take over':
      if (holder === by) return [];
      if (holder === null) return [taken];
      if (holder !== command.from) return refuse('claim-taken', { by: holder });
      return [{ type: 'ClaimReleased', data: { by: holder } }, taken];
  }
}

/** Two rivals for one claim settle it in one attempt each. */
const ATTEMPTS = 10;

/** Who sends the command that needs the claim. */
export type Claiming = Pick<Sending, 'actor' | 'correlation'>;

export async function holderOfClaim(subject: ClaimSubject, store: EventStore): Promise<ClaimState> {
  const events = await readWholeStream(store, CLAIM_STREAMS.name(nameOf({ subject })));
  return events.map((event) => CLAIM_STREAMS.read(event)).reduce(CLAIMS.evolve, CLAIMS.initial);
}

/** Takes claims, and takes over those that protect nothing any more. */
export class Claims {
  private readonly pipeline: CommandPipeline<ClaimCommand, ClaimState, ClaimEvent>;

  constructor(private readonly stores: PipelineStores) {
    this.pipeline = new CommandPipeline(handlingOf(CLAIMS, stores.store), stores);
  }

  holderOf(subject: ClaimSubject): Promise<ClaimState> {
    return holderOfClaim(subject, this.stores.store);
  }

  /**
   * Resolves once `by` holds the claim; else why its holder keeps it. @throws CodedError `recording-conflict`
   * @param keeps why that holder keeps it; undefined once the holder can no longer write what its claim protects
   */
  async take(
    subject: ClaimSubject,
    { by, keeps }: { readonly by: Uuid; keeps(holder: Uuid): Promise<Refusal | undefined> },
    { actor, correlation }: Claiming,
  ): Promise<Refusal | undefined> {
    let refusal: Refusal | undefined;
    let command: ClaimCommand = { subject, verb: 'take', by };
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      const answer = await this.pipeline.send(command, { actor, correlation });
      if (!isRefusal(answer)) return undefined;
      const holder = answer.params['by'] as Uuid;
      refusal = await keeps(holder);
      if (refusal) return refusal;
      command = { subject, verb: 'take over', by, from: holder };
    }
    return refuse('claim-taken');
  }

  /** Nothing where another holds it. */
  async release(subject: ClaimSubject, by: Uuid, { actor, correlation }: Claiming): Promise<void> {
    await this.pipeline.send({ subject, verb: 'release', by }, { actor, correlation });
  }
}
