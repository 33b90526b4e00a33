import type { PublicColumn } from '../files';
import { csvOf, readTable } from '../reading/testing/tables';
import { ALLOCATIONS, allocationsFile } from '../files';
import { faultsOf, LEASE, openDesk, receiptOf, TERRITORY, recordRow, type Desk, type Row } from './testing/desk';

/** The publics are not in the order of their codes. */
const PUBLICS: readonly PublicColumn[] = [
  { code: 'seniors', column: 'plus_de_65_ans' },
  { code: 'jeunes', column: 'moins_25_ans' },
];
const DECLARED = PUBLICS.map(({ code, column }) => ({ code, nom: code, colonne: column, sensible: false }));

describe('the publics of a lease', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    await desk.importing(TERRITORY, { publics: DECLARED });
  });
  afterEach(() => desk.close());

  const last = async () => (await desk.history()).at(-1)!;
  const importing = async (row: Row) => (await desk.importing({ 'attributions.csv': [row] })).files[0]!;

  it('are read from their columns, and recorded as their codes in order', async () => {
    expect(await importing({ ...LEASE, plus_de_65_ans: 'O', moins_25_ans: 'o' })).toMatchObject({ events: 1 });
    expect((await last()).data).toMatchObject({ publics: ['jeunes', 'seniors'] });
    expect(await importing({ ...LEASE, plus_de_65_ans: 'O', moins_25_ans: 'N' })).toMatchObject({ events: 1 });
    expect((await last()).data).toEqual({ changes: { publics: { from: ['jeunes', 'seniors'], to: ['seniors'] } } });
    expect(await importing(LEASE)).toMatchObject({ events: 1 });
    expect((await last()).data).toEqual({ changes: { publics: { from: ['seniors'], to: [] } } });
  });

  it('are the same in an import and in a single lease', async () => {
    await receiptOf(desk.recorder, { ...LEASE, moins_25_ans: 'O' });
    expect((await last()).data).toMatchObject({ publics: ['jeunes'] });
    expect(await importing({ ...LEASE, moins_25_ans: 'O', plus_de_65_ans: 'N' })).toMatchObject({ unchanged: 1 });
    expect(await receiptOf(desk.recorder, LEASE)).toMatchObject({ outcome: 'corrected' });
  });

  it('are refused where a cell is neither yes nor no', async () => {
    const expected = [{ column: 'moins_25_ans', value: 'oui', message: 'O (oui) ou N (non) est attendu' }];
    const row = { ...LEASE, moins_25_ans: 'oui' };
    expect((await desk.importing({ 'attributions.csv': [row] })).faults).toMatchObject(expected);
    expect(faultsOf(await recordRow(desk.recorder, row)).faults).toEqual(expected);
  });

  it('do not change the row of a lease without publics', async () => {
    const text = (row: Row) => `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
    const cellsOf = async (row: Row, file = allocationsFile(PUBLICS)) =>
      (await readTable(csvOf(text(row)), file)).valid[0]!.cells;
    const before = await cellsOf(LEASE, ALLOCATIONS);
    for (const row of [LEASE, { ...LEASE, moins_25_ans: '' }, { ...LEASE, plus_de_65_ans: 'N', moins_25_ans: 'n' }])
      expect(await cellsOf(row)).toBe(before);
    const other = allocationsFile([...PUBLICS].reverse());
    const followed = { ...LEASE, plus_de_65_ans: 'O', moins_25_ans: 'O' };
    expect(await cellsOf(followed)).toBe(await cellsOf(followed, other));
    expect(await cellsOf(followed)).not.toBe(before);
  });
});
