import { ALLOCATIONS } from '../files';
import { Findings } from './fault';
import { JsonRowReader } from './json-row';
import { readRows } from './rows';
import { csvOf } from './testing/tables';

const READER = new JsonRowReader(ALLOCATIONS);

/** The lease in JSON, with numbers and booleans as such. */
const LEASE = {
  numero_attribution: 'ATT-1',
  date_bail: '2024-03-15',
  date_caleol: null,
  code_residence: 'R1',
  reference_logement: 'LOG-1',
  typologie: 'T3',
  premiere_mise_en_location: false,
  code_reservataire: 'ETAT',
  type_demande: 'mutation',
  numero_unique: '078000000000000xyz',
  personnes_14_ans_et_plus: 2,
  enfants_moins_14_ans: 1,
  ressources_annuelles: 18450.5,
  quartile: 1,
  dalo: true,
  commune_domicile: '01004',
  travailleur_essentiel: 'n',
};

/** The same lease in a file of an office. */
const CSV = [
  'dalo;numero_attribution;date_bail;code_residence;reference_logement;typologie;premiere_mise_en_location;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;ressources_annuelles;quartile;commune_domicile;travailleur_essentiel',
  'o;ATT-1;15/03/2024;R1;LOG-1;T3;N;ETAT;mutation; 078000000000000XYZ ;2;1;18 450,50 €;1;01004;N',
].join('\n');

async function csvRow() {
  const findings = new Findings();
  for await (const [row] of readRows(csvOf(CSV), ALLOCATIONS, findings)) if (row?.valid) return row;
  throw new Error(JSON.stringify(findings.faults));
}

const faultsOf = (changes: object) => READER.read({ ...LEASE, ...changes }).faults;

describe('a row as a JSON object', () => {
  it('gives the same row as the file, with the same canonical text', async () => {
    const { row, cells } = await csvRow();
    expect(READER.read(LEASE)).toEqual({ valid: true, row, cells, faults: [], warnings: [] });
  });

  it.each([
    ['texts', { dalo: 'O', personnes_14_ans_et_plus: '2', ressources_annuelles: '18450,50', quartile: '1' }],
    ['spaces at both ends', { numero_attribution: ' ATT-1 ', typologie: ' T3 ' }],
    ['empty texts and null in absent columns', { annulee: '', financement: null, composition: '  ' }],
    ['French days', { date_bail: '15/03/2024' }],
    ['another order', { ...Object.fromEntries(Object.entries(LEASE).reverse()) }],
  ])('gives the same row with %s', (_what, changes) => {
    expect(READER.read({ ...LEASE, ...changes })).toMatchObject({
      cells: (READER.read(LEASE) as { cells: string }).cells,
    });
  });

  it('reports every fault at once, with its column and its value', () => {
    const { date_bail: _absent, ...others } = LEASE;
    const given = { ...others, personnes_14_ans_et_plus: 0, ressources_annuelles: -1, dalo: 'peut-être', quartile: 5 };
    const { valid, faults } = READER.read({ ...given, commune_domicile: '99', code_residence: '' });
    expect(valid).toBe(false);
    expect(faults.map(({ column, value }) => `${column} ${value}`)).toEqual([
      'date_bail ',
      'code_residence ',
      'personnes_14_ans_et_plus 0',
      'ressources_annuelles -1',
      'quartile 5',
      'dalo peut-être',
      'commune_domicile 99',
    ]);
    expect(faults.every(({ message }) => message.length > 10)).toBe(true);
    expect(faults[0]!.message).toBe('cette valeur est obligatoire');
  });

  it.each([
    [{ numero_unique: Number('78012345678901234') }, 'numero_unique', 'entre guillemets'],
    [{ numero_attribution: 1e21 }, 'numero_attribution', 'entre guillemets'],
    [{ numero_attribution: true }, 'numero_attribution', 'un texte ou un nombre'],
    [{ numero_attribution: { a: 1 } }, 'numero_attribution', 'un texte, un nombre'],
    [{ typologie: ['T3'] }, 'typologie', 'un texte, un nombre'],
    [{ dalo: 1 }, 'dalo', 'O (oui) ou N (non)'],
    [{ date_bail: 20240315 }, 'date_bail', 'une date du calendrier'],
    [{ ressources_annuelles: 0.1 + 0.2 }, 'ressources_annuelles', 'deux décimales'],
    [{ ressources_annuelles: 1e-7 }, 'ressources_annuelles', 'deux décimales'],
    [{ quartile: 1.5 }, 'quartile', 'un quartile de 1 à 4'],
  ])('does not guess at %j', (changes, column, message) => {
    expect(faultsOf(changes)).toEqual([
      { column, value: expect.any(String) as string, message: expect.stringContaining(message) as string },
    ]);
  });

  it('takes a short number as a code', () => {
    expect(READER.read({ ...LEASE, numero_attribution: 4512 })).toMatchObject({
      valid: true,
      row: { allocationNumber: '4512' },
    });
  });

  it('warns of a column that the file does not have, and of a number that looks wrong', () => {
    const { valid, warnings } = READER.read({ ...LEASE, nom_demandeur: 'Jeanne', numero_unique: '12' });
    expect(valid).toBe(true);
    expect(warnings).toEqual([
      { column: 'nom_demandeur', value: '', message: 'colonne inconnue, ignorée' },
      { column: 'numero_unique', value: '12', message: expect.stringContaining('18 chiffres') as string },
    ]);
  });

  it('reads no inherited property of an object', () => {
    const given = JSON.parse('{"constructor": 1}') as object;
    expect(READER.read(given as Record<string, unknown>).warnings).toHaveLength(1);
    expect(READER.read({}).faults.length).toBeGreaterThan(8);
  });

  it('cuts long values that it quotes', () => {
    expect(faultsOf({ date_bail: 'x'.repeat(5_000) })[0]!.value).toHaveLength(200);
  });
});
