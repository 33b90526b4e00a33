import { ALLOCATION_STREAMS, evolve, type Allocation } from '#allocation';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import type { Day } from '#kernel';
import { gather, grouped } from './gather';
import { LEASES_OF_RESIDENCE } from './sources';

/** A lease of a residence. Its internal id serves to ask for its own history. */
export interface ResidenceLease {
  readonly id: string;
  readonly signedOn: Day;
  /** True where the lease never took effect; null where unknown. */
  readonly cancelled: boolean | null;
  /** False where a correction has since put the lease in another residence. */
  readonly here: boolean;
}

/** Every lease that is, or once was, recorded in the residence, sorted by the day of signature. */
export async function leasesOfResidence(
  code: string,
  sources: { readonly events: EventStore; readonly until: Position },
): Promise<readonly ResidenceLease[]> {
  const streams = grouped(await gather([LEASES_OF_RESIDENCE], code, sources), ({ stream }) => stream);
  const leases = [...streams].map(([stream, events]) => leaseOf(stream, events, code));
  return leases.sort((a, b) => (a.signedOn + a.id < b.signedOn + b.id ? -1 : 1));
}

function leaseOf(stream: string, events: readonly RecordedEvent[], code: string): ResidenceLease {
  let allocation: Allocation | undefined;
  for (const event of events) allocation = evolve(allocation, ALLOCATION_STREAMS.read(event));
  const { signedOn, cancelled, residence } = allocation!.facts;
  return { id: ALLOCATION_STREAMS.idOf(stream), signedOn, cancelled, here: residence === code };
}
