import { temporaryEventStore, exampleEvent, type TemporaryEventStore } from '#event-store/testing';
import { day, instantOf, newUuid, type JsonObject } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from './convention';
import { ConventionHistory } from './convention-history';
import { CONVENTION_STREAM } from './events';
import { aConvention, anAmendment } from './testing';

describe('the convention as of a position', () => {
  let temporary: TemporaryEventStore;
  beforeEach(() => (temporary = temporaryEventStore()));
  afterEach(() => temporary.destroy());

  const append = (type: string, facts: ConventionFacts | AmendmentFacts) =>
    temporary.store.append({
      stream: CONVENTION_STREAM.name(),
      expected: 'any',
      events: [exampleEvent({ id: newUuid(), type, data: facts as unknown as JsonObject })],
    });

  it('is the convention recorded up to this position', async () => {
    const history = new ConventionHistory(temporary.store);
    const before = await temporary.store.append({ stream: 'other', expected: 'any', events: [exampleEvent()] });
    expect(await history.at(before.position)).toBeNull();
    const adopted = await append('ConventionAdopted', aConvention());
    expect(await history.at(adopted.position)).toEqual({ base: aConvention(), amendments: [] });
    const amended = await append('ConventionAmended', anAmendment());
    expect((await history.at(amended.position))!.amendments).toEqual([anAmendment()]);
    expect((await history.at(adopted.position))!.amendments).toEqual([]);
    expect([await history.at(before.position), await history.at(null)]).toEqual([null, null]);
    expect(await history.latest()).toBe(await history.at(amended.position));
  });

  it('gives the instant at which a day ends, in the time zone that the territory has now', async () => {
    const history = new ConventionHistory(temporary.store);
    expect(await history.instantOf(day('2024-07-01'))).toBe('2024-07-01T21:59:59.999Z');
    await append('ConventionAdopted', aConvention());
    await append('ConventionAmended', anAmendment({ territory: { timeZone: 'Indian/Reunion' } }));
    expect(await history.instantOf(day('2024-07-01'))).toBe('2024-07-01T19:59:59.999Z');
    expect(await history.instantOf(instantOf(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(await history.instantOf(undefined)).toBeUndefined();
  });

  it('is folded once, also for several callers at the same time', async () => {
    await append('ConventionAdopted', aConvention());
    const { position } = await append('ConventionAmended', anAmendment());
    const history = new ConventionHistory(temporary.store);
    const [one, other] = await Promise.all([history.at(position), history.latest()]);
    expect(one).toBe(other);
    expect(one!.amendments).toHaveLength(1);
  });
});
