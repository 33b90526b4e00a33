import { anOwnership, aResidence } from '#territory/testing';
import { aNote, aSurvey } from '../testing';
import { aConvention, anAmendment } from '#convention/testing';
import { exampleEvent } from '#event-store/testing';
import { DEFAULT_DELAYS } from '#convention';
import { day, type JsonObject } from '#kernel';
import { cancelTimer, send, setTimer, type Effect } from '#processing';
import { Reactions, RECORDED_AT } from '#processing/testing';
import { remindersProcess } from './reminders-process';

type Recorded = readonly [type: string, stream: string, data: object];

const declared = (code: string, landlord = 'L1'): Recorded => [
  'ResidenceDeclared',
  `residence-${code}`,
  aResidence(code, { landlord }),
];
const surveyed = (residence: string, year: number): Recorded => [
  'ResidenceSurveyed',
  `fragility-survey-${residence}@${year}`,
  aSurvey(residence, year),
];
const owned = (residence: string, from: string, landlord: string): Recorded => [
  'OwnershipChanged',
  `residence-ownership-${residence}@${from}`,
  anOwnership(residence, from, landlord),
];
const listed = (landlord: string, on: string, lastDay: string): Recorded => [
  'PriorityListEstablished',
  `priority-list-${landlord}@${on}`,
  { landlord, on, lastDay, residences: [] },
];
const adopted = (noteRenewalYears: number): Recorded => [
  'ConventionAdopted',
  'convention',
  aConvention({ delays: { ...DEFAULT_DELAYS, noteRenewalYears } }),
];
const amended = (effectiveOn: string, changes: object): Recorded => [
  'ConventionAmended',
  'convention',
  anAmendment({ effectiveOn: day(effectiveOn), ...changes }),
];

const ofSurvey = (residence: string) => ({ type: 'RemindOfSurvey', data: { residence } });
const ofList = (landlord: string) => ({ type: 'RemindOfList', data: { landlord } });
/** The key of a timer says which survey, under which delays, and which status. */
const surveyTimer = (residence: string, name: string, on: string): Effect =>
  setTimer(`survey|${residence}|${name}`, day(on), ofSurvey(residence));
const listTimer = (landlord: string, name: string, on = name): Effect =>
  setTimer(`list|${landlord}|${name}`, day(on), ofList(landlord));

const NONE_NEEDED = cancelTimer('survey|R1|none');

let reminders: Reactions;
beforeEach(() => {
  reminders = new Reactions(remindersProcess);
});

const when = ([type, stream, data]: Recorded): Promise<readonly Effect[]> =>
  reminders.when(exampleEvent({ type, data: data as JsonObject }), stream);
const given = async (...events: readonly Recorded[]): Promise<void> => {
  for (const event of events) await when(event);
};

describe('a residence', () => {
  it('is looked at as soon as it is declared, unless it has a survey by then', async () => {
    expect(await when(declared('R1'))).toEqual([setTimer('survey|R1|none', RECORDED_AT, ofSurvey('R1'))]);
    const later = await when(surveyed('R1', 2027));
    expect(later).not.toContainEqual(NONE_NEEDED);
    expect(await when(surveyed('R1', 2022))).toContainEqual(NONE_NEEDED);
    expect(await when(surveyed('R1', 2023))).not.toContainEqual(NONE_NEEDED);
  });

  it('is looked at when its survey becomes due and late, and its landlord when the survey counts', async () => {
    await given(declared('R1'));
    expect(await when(surveyed('R1', 2022))).toEqual([
      NONE_NEEDED,
      surveyTimer('R1', '2022||due', '2023-07-01'),
      surveyTimer('R1', '2022||late', '2024-01-01'),
      listTimer('L1', '2022-01-01'),
    ]);
  });

  it('is no longer looked at for a survey that a newer one replaces', async () => {
    await given(declared('R1'), surveyed('R1', 2022));
    expect(await when(surveyed('R1', 2023))).toEqual([
      cancelTimer('survey|R1|2022||due'),
      cancelTimer('survey|R1|2022||late'),
      surveyTimer('R1', '2023||due', '2024-07-01'),
      surveyTimer('R1', '2023||late', '2025-01-01'),
      listTimer('L1', '2023-01-01'),
    ]);
  });

  it('is looked at for a survey until 1 January of the next', async () => {
    await given(declared('R1'), surveyed('R1', 2022));
    expect(await when(surveyed('R1', 2024))).toEqual([
      cancelTimer('survey|R1|2022||late'),
      surveyTimer('R1', '2024||due', '2025-07-01'),
      surveyTimer('R1', '2024||late', '2026-01-01'),
      listTimer('L1', '2024-01-01'),
    ]);
  });

  it('is looked at on other days once a convention sets other delays, and again once an amendment changes them', async () => {
    await given(declared('R1'), declared('R2'), surveyed('R1', 2022));
    expect(await when(adopted(3))).toEqual([
      surveyTimer('R1', '2022||due', '2024-07-01'),
      surveyTimer('R1', '2022||late', '2025-01-01'),
    ]);
    expect(await when(amended('2024-09-01', { delays: { ...DEFAULT_DELAYS, noteRenewalYears: 4 } }))).toEqual([
      cancelTimer('survey|R1|2022||late'),
      surveyTimer('R1', '2022|2024-09-01|due', '2025-07-01'),
      surveyTimer('R1', '2022|2024-09-01|late', '2026-01-01'),
    ]);
    expect(await when(amended('2024-10-01', { name: 'Autre' }))).toEqual([]);
  });

  it('is looked at, where shorter delays make it late, on the day on which they take effect', async () => {
    await given(declared('R1'), adopted(5), surveyed('R1', 2022));
    expect(await when(amended('2025-03-01', { delays: { ...DEFAULT_DELAYS, noteRenewalYears: 2 } }))).toEqual([
      cancelTimer('survey|R1|2022||due'),
      cancelTimer('survey|R1|2022||late'),
      surveyTimer('R1', '2022|2025-03-01|due', '2025-03-01'),
      surveyTimer('R1', '2022|2025-03-01|late', '2025-03-01'),
    ]);
  });
});

describe('a landlord', () => {
  it('is looked at when its list becomes due and late; the newest list counts', async () => {
    expect(await when(listed('L1', '2022-01-01', '2024-12-31'))).toEqual([
      listTimer('L1', 'due', '2024-07-01'),
      listTimer('L1', 'late', '2025-01-01'),
    ]);
    expect(await when(listed('L1', '2021-01-01', '2023-12-31'))).toEqual([]);
    expect(await when(listed('L1', '2024-06-01', '2027-05-31'))).toEqual([
      listTimer('L1', 'due', '2026-12-01'),
      listTimer('L1', 'late', '2027-06-01'),
    ]);
  });

  it('is looked at on the day from which a residence that it owns then is noted anew', async () => {
    await given(declared('R1'), owned('R1', '2024-05-01', 'L2'));
    const noted = (from: string): Recorded => ['FragilityNoted', `fragility-note-R1@${from}`, aNote('R1', from)];
    expect(await when(noted('2024-04-30'))).toEqual([listTimer('L1', '2024-04-30')]);
    expect(await when(noted('2024-05-01'))).toEqual([listTimer('L2', '2024-05-01')]);
    const corrected = { changes: { commune: { from: null, to: 5 } } };
    expect(await when(['FragilityNoteCorrected', 'fragility-note-R1@2024-05-01', corrected])).toEqual([
      listTimer('L2', '2024-05-01'),
    ]);
    const share = { changes: { minors: { from: '20', to: '50' } } };
    expect(await when(['ResidenceSurveyCorrected', 'fragility-survey-R1@2024', share])).toEqual([
      listTimer('L1', '2024-01-01'),
    ]);
  });

  it('is looked at when it becomes the owner of a residence', async () => {
    await given(declared('R1'));
    expect(await when(owned('R1', '2024-05-01', 'L2'))).toEqual([listTimer('L2', '2024-05-01')]);
    const to = { changes: { landlord: { from: 'L2', to: 'L3' } } };
    expect(await when(['OwnershipCorrected', 'residence-ownership-R1@2024-05-01', to])).toEqual([
      listTimer('L3', '2024-05-01'),
    ]);
    const first = { changes: { landlord: { from: 'L1', to: 'L4' } } };
    expect(await when(['ResidenceCorrected', 'residence-R1', first])).toEqual([send('list|L4', ofList('L4'))]);
    const renamed = { changes: { name: { from: 'Résidence R1', to: 'R' } } };
    expect(await when(['ResidenceCorrected', 'residence-R1', renamed])).toEqual([]);
  });

  it('is looked at on the day from which notes are computed by another scale', async () => {
    await given(declared('R1'), owned('R1', '2024-05-01', 'L2'), declared('R2', 'L3'), adopted(2));
    const fragilityScale = aConvention().fragilityScale ?? {};
    const effects = await when(amended('2024-09-01', { fragilityScale }));
    expect(effects).toEqual(['L1', 'L2', 'L3'].map((landlord) => listTimer(landlord, '2024-09-01')));
  });
});
