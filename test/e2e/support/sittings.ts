import type { Installation } from '#installation';
import { correlationFrom, day, newUuid, type Uuid } from '#kernel';
import { SITTING_STREAMS } from '#vacancy';

/** A sitting of the landlord's commission, with six members present. */
export async function openedSitting({ eventStore }: Installation, landlord: string, on: string): Promise<Uuid> {
  const sitting = newUuid();
  const data = { landlord, on: day(on), present: 6, form: 'presentielle' } as const;
  const metadata = { actor: 'administrator', role: 'administrator', ...correlationFrom(newUuid()) } as const;
  const event = SITTING_STREAMS.write({ type: 'SittingOpened', data }, { id: newUuid(), metadata });
  await eventStore.append({ stream: SITTING_STREAMS.name(sitting), expected: 'none', events: [event] });
  return sitting;
}
