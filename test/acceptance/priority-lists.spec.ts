import type { ImportReport } from '#exchange';
import { Office, type Files } from './support/office';
import { TERRITORY } from './support/territory';

const RESIDENCES = [
  ['R1', 'L-A', '4'],
  ['R2', 'L-B', '5'],
  ['R3', 'L-A', '5'],
  ['R4', 'L-A', '3'],
  ['R5', 'L-A', '4'],
] as const;
const FILES: Files = {
  ...TERRITORY,
  'residences.csv': `code_residence;nom;code_insee;code_bailleur;logements\n${RESIDENCES.map(
    ([code, landlord]) => `${code};Résidence ${code};78621;${landlord};50\n`,
  ).join('')}`,
  'notes.csv': `code_residence;date_effet;note_commune;note_bailleur\n${RESIDENCES.map(
    ([code, , note]) => `${code};2023-01-01;${note};${note}\n`,
  ).join('')}`,
  'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR5;2024-01-01;L-B\n',
};
const lists = (...rows: readonly string[]): Files => ({
  'listes.csv': `code_bailleur;date_effet;code_residence\n${rows.map((row) => `${row}\n`).join('')}`,
});
const A = ['L-A;2024-03-01;R3', 'L-A;2024-03-01;R1'];
const B = ['L-B;2024-03-01;R2', 'L-B;2024-03-01;R5'];
const counted = ({ files }: ImportReport) =>
  files
    .filter(({ file }) => file === 'listes.csv')
    .map(({ rows, events, unchanged }) => `${rows} ${events} ${unchanged}`);
const cells = ({ faults }: ImportReport) =>
  faults.map(({ file, line, column, value, message }) => [`${file} ${line} ${column} ${value}`, message]);

describe('the legal lists of listes.csv', () => {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());
  const recorded = async () =>
    (await office.history()).filter(({ type }) => type === 'PriorityListEstablished').map(({ data }) => data);

  it('are one event for each landlord and day, with the notes and the owners of the day', async () => {
    expect(counted(await office.record({ ...FILES, ...lists(A[0]!, ...B, A[1]!) }))).toEqual(['4 2 0']);
    expect(await recorded()).toEqual([
      {
        landlord: 'L-A',
        on: '2024-03-01',
        lastDay: '2027-02-28',
        residences: [
          { residence: 'R1', note: 4 },
          { residence: 'R3', note: 5 },
        ],
      },
      expect.objectContaining({
        landlord: 'L-B',
        residences: [
          { residence: 'R2', note: 5 },
          { residence: 'R5', note: 4 },
        ],
      }),
    ]);
    const [event] = (await office.history()).filter(({ type }) => type === 'PriorityListEstablished');
    expect(event!.metadata.effectiveDay).toBe('2024-03-01');
  });

  it('add nothing the second time, in whatever order, and whatever the notes became', async () => {
    await office.record({ ...FILES, ...lists(...A) });
    expect(counted(await office.record({ ...FILES, ...lists(...A) }))).toEqual(['2 0 2']);
    const notes = 'code_residence;date_effet;note_commune;note_bailleur\nR1;2023-01-01;2;2\n';
    expect(counted(await office.record({ ...lists(...A.toReversed()), 'notes.csv': notes }))).toEqual(['2 0 2']);
    expect(await recorded()).toHaveLength(1);
  });

  it('are replaced by a list of a later day, and never rewritten', async () => {
    await office.record({ ...FILES, ...lists(...A) });
    expect(counted(await office.record(lists(...A, 'L-A;2024-09-01;R3')))).toEqual(['3 1 2']);
    expect(cells(await office.send(lists(A[0]!)))).toEqual([
      ['listes.csv 2 date_effet 2024-03-01', expect.stringContaining('avec d’autres résidences (2)')],
    ]);
    expect(await recorded()).toHaveLength(2);
  });

  it('have a fault at each cell that cannot be true, and nothing is written', async () => {
    const report = await office.send({
      ...FILES,
      ...lists(
        ...A,
        'L-A;2024-03-01;R2',
        'L-A;2024-03-01;R5',
        'L-A;2024-03-01;R4',
        'L-A;2024-03-01;R9',
        'L-Z;2024-03-01;R1',
        'L-B;2999-01-01;R2',
        'L-B;2024-03-01;R2',
        'L-B;2024-03-01;R2',
      ),
    });
    expect(cells(report)).toEqual([
      ['listes.csv 4 code_residence R2', expect.stringContaining('est celle de L-B')],
      ['listes.csv 5 code_residence R5', expect.stringContaining('est celle de L-B')],
      ['listes.csv 6 code_residence R4', expect.stringContaining('notée 3 ce jour-là')],
      ['listes.csv 7 code_residence R9', expect.stringContaining('code inconnu')],
      ['listes.csv 8 code_bailleur L-Z', expect.stringContaining('code inconnu')],
      ['listes.csv 9 date_effet 2999-01-01', expect.stringContaining('établie d’avance')],
      ['listes.csv 11 code_bailleur L-B ; 2024-03-01 ; R2', expect.any(String)],
    ]);
    expect(await office.history()).toEqual([]);
  });

  it('say nothing of residences whose own files have faults', async () => {
    const notes = 'code_residence;date_effet;note_finale\nR1;2023-01-01;9\n';
    const { faults } = await office.send({ ...FILES, 'notes.csv': notes, ...lists(...A) });
    expect(faults.map(({ file }) => file)).toEqual(['notes.csv']);
  });

  it('are doubtful without some of the residences noted 4 or 5, and say which', async () => {
    const { warnings } = await office.record({ ...FILES, ...lists(A[1]!) });
    expect(warnings).toEqual([
      {
        ...{ file: 'listes.csv', line: 2, column: 'code_bailleur', value: 'L-A' },
        message: 'ses résidences notées 4 ou 5 ce jour-là ne sont pas toutes dans la liste : R3',
      },
    ]);
  });
});
