import { COMMUNES, LANDLORDS, OWNERSHIPS, PRIORITY_DISTRICTS } from '../files';
import { csvOf, readTable } from './testing/tables';

const HEADER = 'code_insee;nom;deficitaire_sru';

describe('a CSV file', () => {
  it('gives typed rows, for any order of its columns', async () => {
    const { rows, faults } = await readTable(csvOf('nom;code_insee\nTrappes;78621\n'), COMMUNES);
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ code: '78621', name: 'Trappes', sruDeficit: null, ceilingZone: null }]);
  });

  it.each([
    ['UTF-8', Buffer.from(`${HEADER}\nÉlancourt – œuvre`.replace('É', '78208;É').concat(';o\n'))],
    ['UTF-8 with a BOM', Buffer.from(`\ufeff${HEADER}\r\n78208;Élancourt – œuvre;O`)],
    ['Windows-1252', Buffer.from(`${HEADER}\r\n78208;\xc9lancourt \x96 \x9cuvre;O\r\n`, 'latin1')],
  ])('gives the same rows in %s', async (_, bytes) => {
    const { rows, faults } = await readTable(csvOf(bytes), COMMUNES);
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ code: '78208', name: 'Élancourt – œuvre', sruDeficit: true, ceilingZone: null }]);
  });

  it('takes quoted cells, trims them, and skips blank lines without counting them', async () => {
    const text = `\n ${HEADER} \r\n;;\n"78621";" Trappes ""la ville"" ; centre";\r\n   \n\n78208 ; Élancourt;x\n`;
    const { rows, faults } = await readTable(csvOf(text), COMMUNES);
    expect(rows).toEqual([{ code: '78621', name: 'Trappes "la ville" ; centre', sruDeficit: null, ceilingZone: null }]);
    expect(faults).toEqual([
      { file: 'essai.csv', line: 3, column: 'deficitaire_sru', value: 'x', message: 'O (oui) ou N (non) est attendu' },
    ]);
  });

  it('reports every fault of every row, with its line, column and value', async () => {
    const { faults, rows } = await readTable(csvOf(`${HEADER}\n78621;;z\n78208\n78688;Voisins;N\n`), COMMUNES);
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'nom', ''],
      [2, 'deficitaire_sru', 'z'],
      [3, '', '1'],
    ]);
    expect(rows).toHaveLength(1);
  });

  it('gives one fault for a line of another length, and keeps its key', async () => {
    const text = 'code_residence;date_debut;code_bailleur\nR1;2024-01-01;L-1;x\nR2;hier\nR1;2024-01-01;L-2\n';
    const { all, faults } = await readTable(csvOf(text), OWNERSHIPS);
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, '', '4'],
      [3, '', '2'],
      [4, 'code_residence', 'R1 ; 2024-01-01'],
    ]);
    expect(all[0]).toEqual({
      valid: false,
      line: 2,
      row: { residence: 'R1', from: '2024-01-01', landlord: undefined },
    });
  });

  it('warns of an unknown column once, and repeats none of its values', async () => {
    const { warnings, rows } = await readTable(
      csvOf('code_insee;nom;secret\n78621;Trappes;xyz\n78208;Élancourt;xyz\n'),
      COMMUNES,
    );
    expect(rows).toHaveLength(2);
    expect(warnings).toEqual([
      { file: 'essai.csv', line: 1, column: 'secret', value: '', message: 'colonne inconnue, ignorée' },
    ]);
  });

  it('refuses a missing column and a repeated column once, at the header', async () => {
    const { faults, rows } = await readTable(csvOf('code_insee;code_insee\n78621;78621\n78208;78208\n'), COMMUNES);
    expect(faults.map(({ line, column, message }) => [line, column, message])).toEqual([
      [1, 'code_insee', 'la colonne code_insee figure deux fois dans l’en-tête'],
      [1, 'nom', 'la colonne nom est obligatoire et absente de l’en-tête'],
    ]);
    expect(rows).toEqual([]);
  });

  it('says which separator is expected, where the file has another one', async () => {
    const { faults } = await readTable(csvOf('code_bailleur,nom\nL-1,Un\n'), LANDLORDS);
    expect(faults[0]?.message).toContain('points-virgules');
  });

  it('refuses a key that is given twice, and gives the first line', async () => {
    const { faults } = await readTable(
      csvOf(`${HEADER}\n78621;Trappes;\n78208;Élancourt;\n78621;Trappes;O\n`),
      COMMUNES,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line: 4, column: 'code_insee', value: '78621' });
    expect(faults[0]?.message).toContain('ligne 2');
  });

  it('compares both columns of a composite key, in any spelling', async () => {
    const header = 'code_residence;date_debut;code_bailleur';
    const text = `${header}\nR1;2024-01-02;L-1\nR1;2024-02-01;L-2\nR2;2024-01-02;L-1\nR1;02/01/2024;L-3\n`;
    const { faults, rows } = await readTable(csvOf(text), OWNERSHIPS);
    expect(rows).toHaveLength(3);
    expect(faults).toMatchObject([{ line: 5, column: 'code_residence', value: 'R1 ; 2024-01-02' }]);
  });

  it('keeps the values of a row with faults, so that its references are checked', async () => {
    const { all } = await readTable(csvOf('code_residence;date_debut;code_bailleur\nR1;hier;L-1\n'), OWNERSHIPS);
    expect(all).toEqual([{ valid: false, line: 2, row: { residence: 'R1', from: undefined, landlord: 'L-1' } }]);
  });

  it('checks a row by itself', async () => {
    const text = 'code_qpv;nom;code_insee;date_debut;date_fin\nQ;Q;78621;2024-02-01;31/01/2024\n';
    const { faults } = await readTable(csvOf(text), PRIORITY_DISTRICTS);
    expect(faults).toMatchObject([{ line: 2, column: 'date_fin', value: '31/01/2024' }]);
  });

  it('refuses a file without a header', async () => {
    expect((await readTable(csvOf('\ufeff\r\n'), COMMUNES)).faults).toMatchObject([
      { line: 0, message: expect.stringContaining('vide') },
    ]);
    expect((await readTable(csvOf(''), COMMUNES)).faults).toHaveLength(1);
  });
});
