import { day, refuse } from '#kernel';
import { DEFAULT_DELAYS } from '../delays';
import type { PriorityListFacts } from '../events';
import { establishList, type NotedResidence } from './establish-list';

const ON = day('2025-01-28');
const COMMAND = { landlord: 'L1', on: ON, today: day('2025-02-01'), confirmsEmpty: false };
const RESIDENCES: readonly NotedResidence[] = [
  { residence: 'R9', note: 5 },
  { residence: 'R2', note: 3 },
  { residence: 'R1', note: 4 },
  { residence: 'R3', note: null },
];
const LIST: PriorityListFacts = {
  landlord: 'L1',
  on: ON,
  lastDay: day('2028-01-27'),
  residences: [
    { residence: 'R1', note: 4 },
    { residence: 'R9', note: 5 },
  ],
};

describe('establishing a list of priority residences', () => {
  it('takes those noted 4 or 5, in the order of their codes, for three years', () => {
    expect(establishList(COMMAND, { list: null, residences: RESIDENCES }, DEFAULT_DELAYS)).toEqual([
      { type: 'PriorityListEstablished', data: LIST },
    ]);
  });

  it('may be empty where that is confirmed', () => {
    const known = { list: null, residences: RESIDENCES.slice(1, 2) };
    expect(establishList(COMMAND, known, DEFAULT_DELAYS)).toEqual(refuse('list-empty', { landlord: 'L1' }));
    expect(establishList({ ...COMMAND, confirmsEmpty: true }, known, DEFAULT_DELAYS)).toMatchObject([
      { data: { residences: [] } },
    ]);
  });

  it('gives no event where the same list is established, and does not rewrite another one', () => {
    expect(establishList(COMMAND, { list: LIST, residences: RESIDENCES }, DEFAULT_DELAYS)).toEqual([]);
    expect(establishList(COMMAND, { list: LIST, residences: RESIDENCES.slice(1) }, DEFAULT_DELAYS)).toEqual(
      refuse('list-already-established', { on: ON }),
    );
  });

  it('refuses a day to come', () => {
    const command = { ...COMMAND, today: day('2025-01-27') };
    expect(establishList(command, { list: null, residences: RESIDENCES }, DEFAULT_DELAYS)).toEqual(
      refuse('list-in-future', { on: ON }),
    );
  });
});
