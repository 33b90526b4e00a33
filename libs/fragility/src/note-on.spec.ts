import { day, refuse } from '#kernel';
import type { FragilityNote, NoteFacts, SurveyFacts } from './events';
import { finalNote, noteOn } from './note-on';

type Note = FragilityNote | null;

function row(from: string, notes: Partial<NoteFacts> = {}): NoteFacts {
  return {
    residence: 'R1',
    from: day(from),
    statistical: null,
    commune: null,
    landlord: null,
    final: null,
    consensus: null,
    ...notes,
  };
}

/** A survey whose computed note is 1 for a share of 0, and 5 for a share of 100 %. */
function survey(year: number, share: 0 | 100, facts: Partial<SurveyFacts> = {}): SurveyFacts {
  const fragile = String(share);
  const shares = {
    veryLowIncome: fragile,
    largeFamilies: fragile,
    singleParents: fragile,
    minors: fragile,
    adultsInWork: String(100 - share),
  };
  return { residence: 'R1', year, dwellings: 40, responseRate: '80', ...shares, ...facts };
}

describe('the final note of a row', () => {
  it.each<[string, Partial<NoteFacts>, Note, Note]>([
    ['commune and landlord equal: theirs', { commune: 4, landlord: 4 }, 1, 4],
    ['the commune alone: its own', { commune: 2 }, 5, 2],
    ['the landlord alone: its own', { landlord: 3 }, 5, 3],
    ['neither: the statistical one', {}, 5, 5],
    ['nothing at all: none', {}, null, null],
    ['commune and landlord different: none', { commune: 2, landlord: 3 }, 2, null],
    ['a final note equal to the rule: the rule', { commune: 4, landlord: 4, final: 4 }, 1, 4],
    [
      'another final note with its ground: that one',
      { commune: 4, landlord: 4, final: 2, consensus: 'Réunion du 3 mars' },
      1,
      2,
    ],
    [
      'a disagreement settled with its ground',
      { commune: 2, landlord: 4, final: 3, consensus: 'Réunion du 3 mars' },
      1,
      3,
    ],
  ])('%s', (_, notes, statistical, expected) => {
    expect(finalNote(row('2024-01-01', notes), statistical, null)).toBe(expected);
  });

  it('refuses another final note without a ground', () => {
    expect(finalNote(row('2024-01-01', { commune: 4, landlord: 4, final: 2 }), 1, null)).toEqual(
      refuse('note-without-consensus', { final: 2, ruled: 4 }),
    );
  });
});

describe('the note of a residence on a day', () => {
  it.each<[string, string, NoteFacts[], SurveyFacts[], Note]>([
    ['no row and no survey: none', '2024-05-01', [], [], null],
    ['the day before the first row: none', '2024-05-01', [row('2024-05-02', { commune: 4 })], [], null],
    ['the very day of a row: its note', '2024-05-02', [row('2024-05-02', { commune: 4 })], [], 4],
    [
      'the newest row replaces the others',
      '2024-05-02',
      [row('2024-05-02', { commune: 4 }), row('2024-01-01', { commune: 1 })],
      [],
      4,
    ],
    [
      'commune and landlord differ: the final note of the day before stays',
      '2024-05-02',
      [row('2024-01-01', { commune: 1 }), row('2024-05-02', { commune: 4, landlord: 5 })],
      [],
      1,
    ],
    [
      'they differ twice: the note from before the first difference stays',
      '2024-06-01',
      [
        row('2024-01-01', { commune: 3 }),
        row('2024-05-01', { commune: 4, landlord: 5 }),
        row('2024-06-01', { commune: 4, landlord: 2 }),
      ],
      [],
      3,
    ],
    [
      'they differ where a survey gave the note of the day before: the computed note of that day stays',
      '2023-01-01',
      [row('2023-01-01', { commune: 2, landlord: 3 })],
      [survey(2022, 100), survey(2023, 0)],
      5,
    ],
    [
      'they differ, and there was no note before: none',
      '2024-05-02',
      [row('2024-01-01'), row('2024-05-02', { commune: 4, landlord: 5 })],
      [],
      null,
    ],
    [
      'their agreement ends what was kept',
      '2024-06-01',
      [
        row('2024-01-01', { commune: 1 }),
        row('2024-05-02', { commune: 4, landlord: 5 }),
        row('2024-06-01', { commune: 4, landlord: 5, final: 4, consensus: 'Réunion du 3 mars' }),
      ],
      [],
      4,
    ],
    [
      'the newest row decides even when it gives no note at all',
      '2024-05-02',
      [row('2024-01-01', { commune: 1 }), row('2024-05-02')],
      [],
      null,
    ],
    [
      'each row is complete: an earlier commune note does not carry',
      '2024-05-02',
      [row('2024-01-01', { commune: 1 }), row('2024-05-02')],
      [],
      null,
    ],
    ['a survey alone counts from 1 January of its year', '2022-01-01', [], [survey(2022, 100)], 5],
    ['a survey alone does not count before its year', '2021-12-31', [], [survey(2022, 100)], null],
    ['the newest survey counts', '2023-06-01', [], [survey(2022, 100), survey(2023, 0)], 1],
    [
      'a survey that is left out hides the surveys before it',
      '2023-06-01',
      [],
      [survey(2022, 100), survey(2023, 0, { dwellings: 10 })],
      null,
    ],
    ['a survey counts until the first row', '2024-01-31', [row('2024-02-01', { commune: 2 })], [survey(2022, 100)], 5],
    ['a row without notes takes the computed one', '2024-02-01', [row('2024-02-01')], [survey(2022, 100)], 5],
    [
      'a row takes the computed note of a survey of its own year too',
      '2024-02-01',
      [row('2024-02-01')],
      [survey(2024, 100)],
      5,
    ],
    [
      'a row never takes the computed note of a later year',
      '2026-02-01',
      [row('2024-02-01')],
      [survey(2025, 100)],
      null,
    ],
    [
      'a given statistical note wins over the computed one',
      '2024-02-01',
      [row('2024-02-01', { statistical: 2 })],
      [survey(2022, 100)],
      2,
    ],
    [
      'a final note that the rule does not give stays as it was recorded',
      '2024-02-01',
      [row('2024-02-01', { commune: 4, final: 2 })],
      [],
      2,
    ],
  ])('%s', (_, on, rows, surveys, expected) => {
    expect(noteOn(day(on), rows, surveys)).toBe(expected);
  });
});
