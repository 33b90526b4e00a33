import fc from 'fast-check';
import { day, refuse } from '#kernel';
import { DEFAULT_DELAYS } from '../delays';
import type { FragilityNote, PriorityListFacts } from '../events';
import { establishList, isPriority, type NotedResidence } from './establish-list';
import { recordList, whyNotListable } from './record-list';

const ON = day('2025-01-28');
const COMMAND = { landlord: 'L1', on: ON, today: day('2025-02-01') };
const OWNED: readonly NotedResidence[] = [
  { residence: 'R9', note: 5 },
  { residence: 'R2', note: 3 },
  { residence: 'R1', note: 4 },
  { residence: 'R3', note: null },
];
const record = (residences: readonly string[], list: PriorityListFacts | null = null, owned = OWNED) =>
  recordList({ ...COMMAND, residences }, { list, residences: owned }, DEFAULT_DELAYS);

const ownedResidences = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .chain((codes) =>
    fc
      .array(fc.option(fc.constantFrom<FragilityNote>(1, 2, 3, 4, 5)), {
        minLength: codes.length,
        maxLength: codes.length,
      })
      .map((notes) => codes.map((residence, at): NotedResidence => ({ residence, note: notes[at]! }))),
  );

describe('recording a list that a file gives', () => {
  it('records the residences with their notes, in the order of their codes, for three years', () => {
    const residences = [
      { residence: 'R1', note: 4 },
      { residence: 'R9', note: 5 },
    ];
    expect(record(['R9', 'R1'])).toEqual([
      { type: 'PriorityListEstablished', data: { landlord: 'L1', on: ON, lastDay: day('2028-01-27'), residences } },
    ]);
  });

  it('is the same event as the list established from the notes, where it has every priority residence', () => {
    fc.assert(
      fc.property(ownedResidences, fc.boolean(), (owned, isReversed) => {
        const priority = owned.filter(({ note }) => isPriority(note)).map(({ residence }) => residence);
        fc.pre(priority.length > 0);
        const known = { list: null, residences: owned };
        const established = establishList({ ...COMMAND, confirmsEmpty: false }, known, DEFAULT_DELAYS);
        expect(record(isReversed ? priority.reverse() : priority, null, owned)).toEqual(established);
      }),
    );
  });

  it('gives no event for the recorded residences, whatever their notes became, and refuses any others', () => {
    fc.assert(
      fc.property(ownedResidences, fc.integer(), (owned, at) => {
        const [listed, other] = [owned.slice(0, -1), owned.at(-1)!];
        const list: PriorityListFacts = {
          landlord: 'L1',
          on: ON,
          lastDay: day('2026-01-27'),
          residences: listed.map(({ residence }) => ({ residence, note: 4 })),
        };
        const codes = listed.map(({ residence }) => residence);
        expect(record(codes, list, owned)).toEqual([]);
        const refused = refuse('list-already-established', { on: ON });
        expect(record([...codes, other.residence], list, owned)).toEqual(refused);
        const gone = codes[Math.abs(at) % Math.max(codes.length, 1)];
        if (gone !== undefined) {
          expect(
            record(
              codes.filter((code) => code !== gone),
              list,
              owned,
            ),
          ).toEqual(refused);
          expect(record([...codes.filter((code) => code !== gone), other.residence], list, owned)).toEqual(refused);
        }
      }),
    );
  });

  it('refuses a day to come, residences of others or with another note, and an empty list', () => {
    expect(record(['R1', 'R2', 'R7', 'R3'])).toEqual(
      refuse('residence-not-listable', { residences: ['R2', 'R7', 'R3'] }),
    );
    expect(['R1', 'R2', 'R3', 'R7'].map((residence) => whyNotListable(residence, OWNED))).toEqual([
      null,
      'not-priority',
      'not-priority',
      'not-owned',
    ]);
    expect(record([])).toEqual(refuse('list-empty', { landlord: 'L1' }));
    const early = { ...COMMAND, today: day('2025-01-27'), residences: ['R1'] };
    expect(recordList(early, { list: null, residences: OWNED }, DEFAULT_DELAYS)).toEqual(
      refuse('list-in-future', { on: ON }),
    );
  });
});
