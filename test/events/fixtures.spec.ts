import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOCATION_STREAMS, evolve, evolveSealed, unpackSealed, type Allocation } from '#allocation';
import { CONVENTION_STREAM, foldConvention } from '#convention';
import { RecordDefinition, STAGING_STREAMS, StreamDefinition, type RecordedEvent } from '#event-store';
import { lastImport } from '#imports';
import { openInstallation, type Installation } from '#installation';
import type { Json } from '#kernel';
import { EVENT_DEFINITIONS, PROJECTIONS, UPCASTERS } from '#product';
import * as rehousings from '#rehousing';
import { isOpen, VACANCY_STREAMS, vacancyAfter } from '#vacancy';
import { faultsOf, FIXTURES, type RecordedFixture } from './support/fixtures';
import { PLACES, type NewPlace } from './support/places';

const definitionOf = (type: string): StreamDefinition => EVENT_DEFINITIONS.find((streams) => streams.has(type))!;
const streamsOf = (streams: StreamDefinition): readonly string[] => [
  ...new Set(FIXTURES.filter(({ type }) => streams.has(type)).map(({ stream }) => stream)),
];

describe('the fixtures of events', () => {
  it('contain every version of every type, and nothing else', () => {
    expect(faultsOf(EVENT_DEFINITIONS, FIXTURES)).toEqual([]);
  });

  it('are reported when one is missing or unknown', () => {
    const known = ['CommuneDeclared 1 has no fixture', 'CommuneCorrected 1 has no fixture'];
    const commune = definitionOf('CommuneDeclared');
    expect(faultsOf([commune], [])).toEqual(known);
    const newer = { type: 'CommuneDeclared', schemaVersion: 2 };
    const unknown = { type: 'CommuneMerged', schemaVersion: 1 };
    expect(faultsOf([commune], [newer, unknown])).toEqual([
      ...known,
      'CommuneDeclared 2 has no definition',
      'CommuneMerged 1 has no definition',
    ]);
    const later = new StreamDefinition<{ readonly type: 'CommuneMerged'; readonly data: object }>({
      category: 'merger',
      types: { CommuneMerged: { version: 2, upcasters: [(data) => data] } },
    });
    expect(faultsOf([later], [unknown])).toEqual(['CommuneMerged 2 has no fixture', 'CommuneMerged 1 lacks readAs']);
  });

  it('are named after their type and version, and their streams have the names of their definitions', () => {
    for (const { file, type, schemaVersion, stream } of FIXTURES) {
      const definition = definitionOf(type);
      expect([file, file.startsWith(`${type}.v${schemaVersion}.`)]).toEqual([file, true]);
      expect([file, definition.owns(stream), definition.name(definition.idOf(stream))]).toEqual([file, true, stream]);
    }
  });

  it('are all listed in the table of docs/events.md, by stream and type', () => {
    const page = readFileSync(join(__dirname, '../../docs/events.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    for (const { prefix, types } of EVENT_DEFINITIONS) {
      const row = rows.find((line) => new RegExp(`^\\| \`${prefix}(<|\`)`, 'u').test(line)) ?? '';
      expect([prefix, types.filter((type) => !row.includes(`\`${type}\``))]).toEqual([prefix, []]);
    }
  });
});

describe.each(PLACES)('events of every version ever written, on $store', ({ make }) => {
  let place: NewPlace;
  let installation: Installation;
  beforeAll(async () => {
    place = await make();
    installation = await openInstallation({
      place: place.place,
      mode: 'writer',
      upcasters: UPCASTERS,
      projections: PROJECTIONS,
    });
    for (const fixture of FIXTURES) await append(fixture);
  });
  afterAll(async () => {
    await installation.close();
    await place.destroy();
  });

  async function append({ stream, revision, id, type, schemaVersion, data, people, metadata }: RecordedFixture) {
    const { recordedAt: _now, ...rest } = metadata;
    const event = { id, type, schemaVersion, data, ...(people && { people }), metadata: rest };
    const expected = revision === 0 ? 'none' : revision - 1;
    await installation.eventStore.append({ stream, expected, events: [event] });
  }

  const read = (stream: string): Promise<readonly RecordedEvent[]> =>
    installation.eventStore.readStream(stream, { maxCount: 100 });

  it.each(FIXTURES)('$file is read in the newest version, with all other fields unchanged', async (fixture) => {
    const { stream, revision, id, type, people, metadata, data, readAs = data } = fixture;
    const event = (await read(stream))[revision]!;
    const { recordedAt: _then, ...rest } = metadata;
    const schemaVersion = definitionOf(type).versionOf(type);
    expect(event).toMatchObject({ stream, revision, id, type, schemaVersion, metadata: rest });
    expect([event.data, event.people]).toEqual([readAs, people]);
  });

  it('are all returned by readAll, in their order', async () => {
    const all = await installation.eventStore.readAll({ maxCount: 1_000 });
    const facts = FIXTURES.filter(({ type }) => !STAGING_STREAMS.has(type));
    expect(all.filter(({ type }) => !STAGING_STREAMS.has(type)).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  });

  it('give the facts of every record, also from files with other columns', async () => {
    const records = new Map<string, object>();
    for (const streams of EVENT_DEFINITIONS) {
      if (!(streams instanceof RecordDefinition)) continue;
      for (const stream of streamsOf(streams)) {
        const facts = streams.fold(await read(stream)) as object;
        expect([stream, streams.nameFor(facts)]).toEqual([stream, stream]);
        records.set(stream, facts);
      }
    }
    expect(records.get('commune-78297')).toMatchObject({ sruDeficit: true });
    expect(records.get('residence-R1')).toMatchObject({ dwellings: 120, sector: 'S-1' });
    expect(records.get('residence-ownership-R1@2024-01-01')).toMatchObject({ landlord: 'L-A' });
    expect(records.get('threshold-2023')).toMatchObject({ q1: 1_161_500, q2: 1_700_000, q3: 2_350_000 });
    expect(records.get('fragility-survey-R1@2022')).toMatchObject({ adultsInWork: '64.5', underOccupied: '12.5' });
    expect(records.get('fragility-note-R3@2025-02-20')).toMatchObject({ final: 4, meeting: { heldOn: '2025-02-20' } });
    expect(records.get('indicator-2023|commune|ROTATION|78297')).toMatchObject({
      value: '9.25',
      sourceDay: '2024-06-30',
    });
    expect(records.get('operation-OP-1')).toMatchObject({ planned: 130, endsOn: null });
  });

  it('give each lease after its corrections and revisions', async () => {
    const leases = new Map<string, Allocation>();
    for (const stream of streamsOf(ALLOCATION_STREAMS)) {
      let lease: Allocation | undefined;
      for (const event of await read(stream)) lease = evolve(lease, ALLOCATION_STREAMS.read(event));
      leases.set(stream, lease!);
    }
    const after = (file: string) => leases.get(FIXTURES.find((fixture) => fixture.file === file)!.stream)!.facts;
    expect(after('QuartileRevised.v1.json')).toMatchObject({ quartile: 2, publics: ['jeunes'] });
    expect(after('HomeWorkRevised.v1.json')).toMatchObject({ homeWork: true, dwellingType: 'T2', quartile: 1 });
    expect(after('AllocationCancelled.v1.json')).toMatchObject({ cancelled: true, publics: [] });
    expect(after('AllocationCancelled.v1.live.json')).toMatchObject({ cancelled: true, holder: 'ETAT' });
    expect(leases.get(FIXTURES.find(({ type }) => type === 'AllocationAbandoned')!.stream)!.isLive).toBe(true);
    expect(after('AllocationSigned.v1.sealed-by-names.json')).toMatchObject({ publics: [] });
    expect(after('AllocationCorrected.v1.publics-taken-away.json')).toMatchObject({ publics: [] });
    const another = FIXTURES.find(({ file }) => file === 'AllocationCorrected.v1.another-household.json')!;
    expect(after(another.file).household).toBe(another.people!.household);
  });

  it('give each rehousing at its present stage', async () => {
    const { evolve: step, REHOUSING_STREAMS, stageOf } = rehousings;
    const stages: Record<string, readonly string[]> = {};
    for (const stream of streamsOf(REHOUSING_STREAMS)) {
      let state: rehousings.Rehousing | undefined;
      const events = (await read(stream)).map((event) => REHOUSING_STREAMS.read(event));
      stages[events.map(({ type }) => type).join(' ')] = events.map((event) =>
        stageOf((state = step(state, event)).facts)!,
      );
    }
    expect(stages).toEqual({
      'HouseholdEnrolled HouseholdMovedTemporarily': ['enrolled', 'moved'],
      'HouseholdMovedTemporarily RehousingCompleted RehousingCorrected': ['moved', 'rehoused', 'rehoused'],
      'RehousingCompleted RehousingCorrected': ['rehoused', 'rehoused'],
    });
  });

  it('give each vacancy at its end, with the step that each candidate reached', async () => {
    const ends: Record<string, readonly string[]> = {};
    for (const stream of streamsOf(VACANCY_STREAMS)) {
      const vacancy = vacancyAfter((await read(stream)).map((event) => VACANCY_STREAMS.read(event)));
      const end = vacancy ? `${vacancy.standing}${isOpen(vacancy) ? ', open' : ''}` : 'abandoned';
      ends[end] = (vacancy?.candidates ?? []).map(({ status, reason }) => `${status} ${reason}`);
    }
    expect(ends).toEqual({
      closed: ['declined loyer', 'signed null', 'notAllocated fragilite', 'withdrawn ne_cherche_plus'],
      'returned, open': [],
      abandoned: [],
    });
  });

  it('give the convention with its amendment, and the import that was written in stages', async () => {
    const convention = (await read(CONVENTION_STREAM.name())).map((event) => CONVENTION_STREAM.read(event));
    expect(foldConvention(convention)).toMatchObject({ base: { agreement: { code: 'CIA-1' } }, amendments: [{}] });
    expect(await lastImport(installation.eventStore)).toMatchObject({ completed: true, revision: 1 });
    const [staging] = streamsOf(STAGING_STREAMS);
    const { batches } = STAGING_STREAMS.read((await read(staging!))[0]!).data;
    for (const { stream, events } of batches) expect(definitionOf(events[0]!.type).owns(stream)).toBe(true);
  });

  it('are applied by every projection without parking', async () => {
    await installation.engine.catchUpAll();
    const statuses = await installation.engine.statusAll();
    expect(statuses.map(({ name, parked }) => [name, parked])).toEqual(
      PROJECTIONS.map(({ model }) => [model.name, 0] as const),
    );
  });
});

describe('the sealed facts of the fixtures', () => {
  const sealed = (file: string): Json => FIXTURES.find((fixture) => fixture.file === file)!.sealed!;

  it('are read in both forms', () => {
    const listed = unpackSealed(sealed('AllocationSigned.v1.json'));
    expect(listed).toMatchObject({ allocationNumber: 'ATT-1', income: 3_000_000, professionalMobility: false });
    expect(unpackSealed(sealed('AllocationSigned.v1.sealed-by-names.json'))).toEqual(listed);
  });

  it('change with a correction, and are replaced with another household', () => {
    const signed = evolveSealed(undefined, unpackSealed(sealed('AllocationSigned.v1.work-outside.json')));
    const corrected = evolveSealed(signed, unpackSealed(sealed('AllocationCorrected.v1.json')));
    expect(corrected).toEqual({ ...signed, income: 1_500_000, givenQuartile: null });
    const another = unpackSealed(sealed('AllocationCorrected.v1.another-household.json'));
    expect(evolveSealed(signed, another)).toMatchObject({ householdNumber: 'TEST00000000000099' });
    const enrolled = rehousings.evolveSealed(undefined, sealed('HouseholdEnrolled.v1.json') as never);
    expect(rehousings.evolveSealed(enrolled, sealed('HouseholdMovedTemporarily.v1.json') as never)).toEqual({
      ...enrolled,
      costAfter: 31_020,
      surfaceAfter: 6_200,
    });
  });
});
