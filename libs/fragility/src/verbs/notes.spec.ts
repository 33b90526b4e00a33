import { day, isRefusal, refuse } from '#kernel';
import type { FragilityNote, NoteFacts, SurveyFacts } from '../events';
import { DEFAULT_SURVEY_SCALE } from '../survey-scale';
import { agreeOnNote, type AgreeOnNote } from './agree-on-note';
import { noteResidence, type NoteResidence } from './note-residence';
import { withRecordedFacts, type KnownNotes } from './row-from';

const TODAY = day('2025-06-01');
const REASON = 'Réhabilitation achevée';
const BLANK = { statistical: null, commune: null, landlord: null, final: null, consensus: null };

const row = (from: string, notes: Partial<NoteFacts> = {}): NoteFacts => ({
  residence: 'R1',
  from: day(from),
  ...BLANK,
  ...notes,
});
/** A survey whose computed note is 1. */
const survey = (year: number, facts: Partial<SurveyFacts> = {}): SurveyFacts => ({
  residence: 'R1',
  year,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: '10',
  adultsInWork: '80',
  largeFamilies: '5',
  singleParents: '10',
  minors: '20',
  ...facts,
});
const given = (rows: readonly NoteFacts[] = [], surveys: readonly SurveyFacts[] = []): KnownNotes => ({
  rows,
  surveys,
  scale: DEFAULT_SURVEY_SCALE,
});

describe('noting a residence', () => {
  const noting = (command: Partial<NoteResidence>, known = given()) =>
    noteResidence(
      { residence: 'R1', author: 'commune', note: 4, comment: null, from: TODAY, today: TODAY, ...command },
      known,
    );
  const noted = (command: Partial<NoteResidence>, known = given()): Partial<NoteFacts> => {
    const events = noting(command, known);
    if (isRefusal(events) || events[0]?.type !== 'FragilityNoted') throw new Error(JSON.stringify(events));
    return events[0].data;
  };

  it('adds a first row where there is none', () => {
    expect(noting({ comment: 'Ascenseurs en panne' })).toEqual([
      {
        type: 'FragilityNoted',
        data: {
          ...row(TODAY),
          commune: 4,
          communeComment: 'Ascenseurs en panne',
          meeting: null,
        },
      },
    ]);
  });

  it('takes over the other notes of the newest row', () => {
    const rows = [
      row('2023-01-01', { commune: 1, landlord: 1 }),
      row('2024-01-01', { statistical: 4, commune: 2, landlord: 5, landlordComment: 'Vacance' }),
    ];
    expect(noted({}, given(rows))).toMatchObject({
      from: TODAY,
      statistical: 4,
      commune: 4,
      landlord: 5,
      landlordComment: 'Vacance',
    });
    expect(noted({ author: 'landlord', note: 4 }, given(rows))).toMatchObject({
      commune: 2,
      landlord: 4,
      landlordComment: null,
    });
  });

  it('drops the agreed note where the author’s note changes, and keeps it where the same note is given again', () => {
    const meeting = { heldOn: day('2024-01-01'), attendees: ['commune', 'landlord'] as const };
    const known = given([row('2024-01-01', { commune: 4, landlord: 2, final: 3, consensus: 'Réunion', meeting })]);
    expect(noted({ note: 5 }, known)).toMatchObject({ commune: 5, final: null, consensus: null, meeting: null });
    expect(noted({ note: 4 }, known)).toMatchObject({ commune: 4, final: 3, consensus: 'Réunion', meeting });
  });

  it('corrects the row of the same day, and gives no event where nothing changes', () => {
    const known = given([row(TODAY, { landlord: 2 })]);
    expect(noting({}, known)).toEqual([
      { type: 'FragilityNoteCorrected', data: { changes: { commune: { from: null, to: 4 } } } },
    ]);
    expect(noting({}, given([row(TODAY, { commune: 4 })]))).toEqual([]);
  });

  it.each<[string, FragilityNote, readonly NoteFacts[], readonly SurveyFacts[], boolean]>([
    ['another than the computed note', 4, [], [survey(2024)], true],
    ['the computed note', 1, [], [survey(2024)], false],
    ['another than the given note', 4, [row('2025-01-01', { statistical: 2 })], [], true],
    ['where there is no statistical note', 4, [], [], false],
    ['where the survey is left out', 4, [], [survey(2024, { dwellings: 3 })], false],
    [
      'a given note that a newer survey has replaced',
      1,
      [row('2023-01-01', { statistical: 4 })],
      [survey(2024)],
      false,
    ],
    ['a given note as old as the survey', 4, [row('2024-01-01', { statistical: 4 })], [survey(2024)], false],
  ])('needs a comment for %s or not: %d', (_, note, rows, surveys, needed) => {
    const known = given(rows, surveys);
    const without = noting({ note }, known);
    expect(isRefusal(without) && without.code).toBe(needed ? 'comment-needed' : false);
    expect(isRefusal(noting({ note, comment: 'Halls à reprendre' }, known))).toBe(false);
  });

  it('refuses a day to come, a day before other notes, a comment on people', () => {
    expect(noting({ from: day('2025-06-02') })).toEqual(refuse('note-in-future', { from: '2025-06-02' }));
    const later = given([row('2025-03-01', { commune: 4 })]);
    expect(noting({ from: day('2025-02-28') }, later)).toEqual(refuse('note-superseded', { from: '2025-03-01' }));
    expect(isRefusal(noting({ from: day('2025-03-01') }, later))).toBe(false);
    expect(noting({ comment: 'Mme Martin se plaint' })).toEqual(refuse('text-names-people', { field: 'comment' }));
  });
});

describe('agreeing on a note', () => {
  const agreeing = (command: Partial<AgreeOnNote>, known = given([row('2024-01-01', { commune: 2, landlord: 5 })])) =>
    agreeOnNote(
      {
        residence: 'R1',
        note: 3,
        heldOn: TODAY,
        attendees: ['landlord', 'epci', 'commune'],
        reason: REASON,
        from: TODAY,
        today: TODAY,
        ...command,
      },
      known,
    );

  it('adds a row with the agreed note, its ground and its meeting, and takes over the other notes', () => {
    expect(agreeing({})).toEqual([
      {
        type: 'FragilityNoted',
        data: {
          ...row(TODAY),
          commune: 2,
          landlord: 5,
          final: 3,
          consensus: REASON,
          meeting: { heldOn: TODAY, attendees: ['commune', 'landlord', 'epci'] },
        },
      },
    ]);
  });

  it('corrects the row of the same day', () => {
    const known = given([row(TODAY, { commune: 2, landlord: 5, final: 4, consensus: REASON })]);
    expect(agreeing({}, known)).toMatchObject([
      { type: 'FragilityNoteCorrected', data: { changes: { final: { from: 4, to: 3 } } } },
    ]);
  });

  it('refuses a meeting to come, one without its two parties, a ground on people, a row to come or superseded', () => {
    const tomorrow = day('2025-06-02');
    expect(agreeing({ heldOn: tomorrow })).toEqual(refuse('meeting-in-future', { heldOn: tomorrow }));
    expect(agreeing({ attendees: ['epci', 'commune'] })).toEqual(
      refuse('meeting-without-party', { missing: ['landlord'] }),
    );
    expect(agreeing({ reason: 'Accord de M. Durand' })).toEqual(refuse('text-names-people', { field: 'reason' }));
    expect(agreeing({ from: tomorrow })).toEqual(refuse('note-in-future', { from: tomorrow }));
    expect(agreeing({ from: day('2023-12-31') })).toEqual(refuse('note-superseded', { from: '2024-01-01' }));
  });
});

describe('a row of a file', () => {
  const meeting = { heldOn: day('2024-01-01'), attendees: ['commune', 'landlord'] as const };
  const notes = { commune: 4, landlord: 2, final: 3, consensus: 'Réunion' } as const;
  const texts = { communeComment: 'Halls à reprendre', landlordComment: 'Vacance', meeting };
  const recorded = row('2024-01-01', { ...notes, ...texts });

  it('keeps the recorded comments and meeting while their notes stay', () => {
    expect(withRecordedFacts(row('2024-01-01', notes), recorded)).toEqual(recorded);
  });

  it('drops the comment of a note that changes, and the meeting where the agreed note or its ground changes', () => {
    const kept = (changes: Partial<NoteFacts>) => {
      const {
        communeComment,
        landlordComment,
        meeting: held,
      } = withRecordedFacts(row('2024-01-01', { ...notes, ...changes }), recorded);
      return [communeComment, landlordComment, held];
    };
    const { communeComment, landlordComment } = texts;
    expect(kept({ commune: 5 })).toEqual([undefined, landlordComment, meeting]);
    expect(kept({ landlord: 3 })).toEqual([communeComment, undefined, meeting]);
    expect(kept({ final: 2 })).toEqual([communeComment, landlordComment, undefined]);
    expect(kept({ consensus: 'Autre motif' })).toEqual([communeComment, landlordComment, undefined]);
  });
});
