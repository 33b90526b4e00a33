import type { AllocationRow } from './columns';
import { changesOf, faultOf, ownMotives, SEALED_FIELDS, shownFields } from './lease-correction';

const row = {
  date_bail: '2023-03-04',
  date_caleol: '2023-02-01',
  typologie: 'T3',
  premiere_mise_en_location: null,
} as unknown as AllocationRow;
const fields = [...shownFields(row, undefined), ...SEALED_FIELDS];

describe('the correction of a lease', () => {
  it('sends the columns that differ from what is recorded, and no other', () => {
    expect(changesOf(fields, { date_bail: '04/03/2023', typologie: 'T4' })).toEqual({ typologie: 'T4' });
    expect(changesOf(fields, { date_bail: '5/3/2023' })).toEqual({ date_bail: '2023-03-05' });
  });

  it('makes an emptied column unknown, and leaves a sealed one that stays empty', () => {
    expect(changesOf(fields, { date_caleol: '', ressources_annuelles: '' })).toEqual({ date_caleol: null });
    expect(changesOf(fields, { ressources_annuelles: '18450,50' })).toEqual({ ressources_annuelles: '18450,50' });
  });

  it('sends nothing where nothing differs, or a day is none', () => {
    expect(changesOf(fields, {})).toBeUndefined();
    expect(changesOf(fields, { typologie: 'T3' })).toBeUndefined();
    expect(changesOf(fields, { typologie: 'T4', date_bail: '31/02/2023' })).toBeUndefined();
    expect(changesOf(fields, { date_bail: '' })).toBeUndefined();
    expect(faultOf(fields[0]!, { date_bail: '31/02/2023' })).toContain('31/02/2023');
  });

  it('offers the motives of corrections that the convention adds', () => {
    const motifs = [
      { code: 'tri', nom: 'Tri', listes: ['correction'] },
      { code: 'bruit', nom: 'Bruit', listes: ['menage'] },
    ];
    expect(ownMotives({ motifs })).toEqual([{ value: 'tri', label: 'Tri' }]);
    expect(ownMotives(undefined)).toEqual([]);
  });
});
