import { day, newUuid, refuse } from '#kernel';
import { SITTINGS, type OpenSitting } from './sitting';

const facts = { landlord: 'L1', on: day('2026-03-09'), present: 6, form: 'presentielle' } as const;
const command: OpenSitting = { ...facts, sitting: newUuid(), isLandlord: true };

describe('a sitting', () => {
  it('is opened once', () => {
    expect(SITTINGS.decide(command, null)).toEqual([{ type: 'SittingOpened', data: facts }]);
    expect(SITTINGS.decide(command, facts)).toEqual([]);
  });

  it('is one of a landlord of the territory', () => {
    expect(SITTINGS.decide({ ...command, isLandlord: false }, null)).toEqual(
      refuse('value-not-admitted', { field: 'landlord', value: 'L1' }),
    );
  });
});
