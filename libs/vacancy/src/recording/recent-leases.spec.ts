import type { JsonObject, Uuid } from '#kernel';
import type { Position, RecordedEvent } from '#event-store';
import { RecentLeases } from './recent-leases';

const [A, B] = ['household-a', 'household-b'] as unknown as [Uuid, Uuid];
const LEASE = '0b0e6b3e-0000-4000-8000-000000000001' as unknown as Uuid;

let position = 0;
const event = (type: string, data: JsonObject): RecordedEvent =>
  ({
    stream: `allocation-${LEASE as unknown as string}`,
    type,
    schemaVersion: 1,
    revision: 0,
    data,
    metadata: {},
    position: String((position += 1)).padStart(20, '0'),
  }) as unknown as RecordedEvent;
const signed = (household: Uuid) => event('AllocationSigned', { household } as unknown as JsonObject);
const corrected = (changes: JsonObject) => event('AllocationCorrected', { changes });

describe('the newest leases', () => {
  it('belong to the household that the last event names', () => {
    const leases = new RecentLeases();
    leases.apply(signed(A));
    expect(leases.ofHousehold(A)).toEqual([LEASE]);
    leases.apply(corrected({ household: { from: A, to: B } as unknown as JsonObject }));
    expect([leases.ofHousehold(A), leases.ofHousehold(B)]).toEqual([[], [LEASE]]);
    leases.apply(corrected({ dwellingType: { from: 'T2', to: 'T3' } }));
    expect(leases.of(LEASE)).toMatchObject({ household: B, isCancelled: false });
    leases.apply(event('AllocationCancelled', { changes: { cancelled: { from: false, to: true } } }));
    expect(leases.of(LEASE)).toMatchObject({ household: B, isCancelled: true });
  });

  it('are forgotten up to what a read model shows, and no further', () => {
    const leases = new RecentLeases();
    leases.begin('0' as Position);
    const first = signed(A);
    leases.apply(first);
    const later = corrected({ cancelled: { from: null, to: true } });
    leases.apply(later);
    leases.forgetUpTo(first.position);
    expect([leases.since, leases.of(LEASE)?.isCancelled]).toEqual([first.position, true]);
    leases.forgetUpTo(later.position);
    expect([leases.of(LEASE), leases.ofHousehold(A)]).toEqual([undefined, []]);
    leases.forgetUpTo(first.position);
    expect(leases.since).toBe(later.position);
  });

  it('keep nothing of an event that says neither whose lease it is nor whether it holds', () => {
    const leases = new RecentLeases();
    leases.apply(event('QuartileRevised', { from: 1, to: 2, threshold: 2024 }));
    expect(leases.of(LEASE)).toBeUndefined();
  });

  it('are being signed from the claim on their household until their own stream says what became of them', () => {
    const claim = (type: string, subject = `household-${A as unknown as string}`): RecordedEvent => ({
      ...event(type, { by: LEASE } as unknown as JsonObject),
      stream: `claim-${subject}`,
    });
    for (const end of [signed(A), event('AllocationAbandoned', { for: null })]) {
      const leases = new RecentLeases();
      leases.applyClaim(claim('ClaimTaken'));
      expect([leases.isBeingSigned(A), leases.isBeingSigned(B)]).toEqual([true, false]);
      leases.apply(end);
      expect(leases.isBeingSigned(A)).toBe(false);
    }
    const leases = new RecentLeases();
    leases.applyClaim(claim('ClaimTaken'));
    leases.applyClaim(claim('ClaimReleased'));
    leases.applyClaim(claim('ClaimTaken', `dwelling-${B as unknown as string}`));
    expect([leases.isBeingSigned(A), leases.isBeingSigned(B)]).toEqual([false, false]);
  });
});
