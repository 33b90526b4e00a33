import { Office, type Files } from './support/office';
import { csv, lease, leases, TERRITORY, type Row } from './support/territory';

let office: Office;
beforeAll(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterAll(() => office.close());

/** The rows and the faults of a dry run; the faults as `file:line column value`. */
async function tried(files: Files) {
  const { files: counts, faults, warnings } = await office.send(files, { dryRun: true });
  const places = (found: typeof faults) =>
    found.map(({ file, line, column, value }) => `${file}:${line} ${column} ${value}`.trim());
  return { rows: counts.map(({ rows }) => rows), faults: places(faults), warnings: places(warnings) };
}
const taken = (...rows: number[]) => ({ rows, faults: [], warnings: [] });

describe('a correct file, as an office writes it', () => {
  const communes = 'code_insee;nom\n78621;Vélizy\n78208;Élancourt\n';
  it.each<[string, string | Buffer]>([
    ['UTF-8', communes],
    ['a BOM', `\ufeff${communes}`],
    ['Windows-1252', Buffer.from('code_insee;nom\n78621;V\xe9lizy \x80\n78208;\xc9lancourt\n', 'latin1')],
    ['CRLF', communes.replaceAll('\n', '\r\n')],
    ['no line end at the end', communes.trimEnd()],
    ['quotes', '"code_insee";"nom"\r\n"78621";"dit ""le bourg"" ; avec\r\nretour"\r\n78208;x\r\n'],
    ['a BOM before a quote', '\ufeff"code_insee";"nom"\n78621;a\n78208;b\n'],
    ['spaces around, no-break ones too', ' code_insee\u00a0; nom \n 78621 ;\u00a0a\n78208; b \n'],
    ['blank lines', '\n\ncode_insee;nom\n\n78621;a\n;\n \n78208;b\n\n'],
    ['columns in another order', 'nom;code_insee\na;78621\nb;78208\n'],
  ])('%s', async (_case, content) => {
    expect(await tried({ 'communes.csv': content })).toEqual(taken(2));
  });

  it.each<[string, Row]>([
    ['both forms of dates', { date_bail: '15/03/2023', date_caleol: '2023-03-01' }],
    ['a comma', { ressources_annuelles: '18450,5' }],
    ['a point', { ressources_annuelles: '18450.50' }],
    ['thousands, and €', { ressources_annuelles: '18 450,50 €' }],
    ['no-break spaces', { ressources_annuelles: '18\u00a0450,50\u00a0€' }],
    ['narrow no-break spaces', { ressources_annuelles: '18\u202f450,50\u202f€' }],
    ['yes and no in small letters', { dalo: 'o', annulee: 'n', travailleur_essentiel: 'o' }],
    ['communes anywhere in France, also former ones', { commune_domicile: '75112', commune_travail: '2A004' }],
    ['a foreign country', { commune_domicile: '99351' }],
    ['a priority category of any name', { categorie_prioritaire: 'L441-1 c)' }],
  ])('cells with %s', async (_case, cells) => {
    expect(await tried({ 'attributions.csv': csv(lease(cells)) })).toEqual(taken(1));
  });

  it('reads percentages, SIREN and several QPV', async () => {
    const files = {
      'bailleurs.csv': 'code_bailleur;nom\n552046484;Un\n',
      'residences.csv':
        'code_residence;nom;code_insee;code_bailleur;code_qpv;logements\nR3;x;78621;552046484; L-OLD | L-NEW ;1 200\n',
      'ops.csv':
        'code_residence;annee;logements;taux_reponse;part_moins_40_plus;taux_activite;part_familles_nombreuses;part_monoparentales;part_mineurs\nR3;2022;100;87,5 %;100;0 %;33.33333333333333;12,50\u00a0%;0\n',
    };
    expect(await tried(files)).toEqual(taken(1, 1, 1));
  });

  it('takes a numéro unique of another length, with a warning', async () => {
    expect(await tried(leases({ numero_unique: '78-2023-15' }))).toEqual({
      rows: [1],
      faults: [],
      warnings: ['attributions.csv:2 numero_unique 78-2023-15'],
    });
  });
});

describe('faults', () => {
  it.each<[string, Files, string[]]>([
    ['a required column missing', { 'communes.csv': 'nom\nTrappes\n' }, ['communes.csv:1 code_insee']],
    ['a column twice', { 'communes.csv': 'code_insee;nom;nom\n78621;a;b\n' }, ['communes.csv:1 nom']],
    ['a required cell empty', { 'communes.csv': 'code_insee;nom\n78621;\n' }, ['communes.csv:2 nom']],
    [
      'lines counted by record',
      { 'communes.csv': 'code_insee;nom\n\n78621;"a\nb"\n\n7862;x\n' },
      ['communes.csv:3 code_insee 7862'],
    ],
    [
      'a key twice, with another spelling',
      { 'notes.csv': 'code_residence;date_effet\nR1;2023-01-01\nR1;01/01/2023\n' },
      ['notes.csv:3 code_residence R1 ; 2023-01-01'],
    ],
    [
      'a QPV that ends before it begins',
      { 'qpv.csv': 'code_qpv;nom;code_insee;date_debut;date_fin\nL-X;x;78621;2023-01-02;2023-01-01\n' },
      ['qpv.csv:2 date_fin 2023-01-01'],
    ],
    ['a file in both formats', { 'communes.csv': 'code_insee;nom\n', 'communes.xlsx': 'x' }, ['communes.xlsx:0']],
    ['an empty file', { 'communes.csv': '' }, ['communes.csv:0']],
    [
      'a landlord code that is not a SIREN',
      { 'bailleurs.csv': 'code_bailleur;nom\n552046485;x\n' },
      ['bailleurs.csv:2 code_bailleur 552046485'],
    ],
    [
      'a code that Excel turned into a number',
      leases({ numero_unique: '7,8E+16' }),
      ['attributions.csv:2 numero_unique 7,8E+16'],
    ],
    ['bounds out of order', { 'seuils.csv': 'annee;q1;q2\n2023;10;9\n' }, ['seuils.csv:2 q2 9']],
  ])('%s', async (_case, files, faults) => {
    expect((await tried(files)).faults).toEqual(faults);
  });

  it('are all reported at once, over several files, and nothing is written', async () => {
    const before = await office.history();
    const files = {
      'communes.csv': 'code_insee;nom\n78999;x\n78490;Plaisir\n',
      'residences.csv':
        'code_residence;nom;code_insee;code_bailleur;code_qpv;logements\nR9;x;78490;L-Z;L-OLD|L-W;dix\nR8;x;78640;L-A;;1\n',
      ...leases(
        { date_bail: '31/04/2023', code_residence: 'NULLE', dalo: 'oui', quartile: '5', typologie: 'T8' },
        { personnes_14_ans_et_plus: '0', ressources_annuelles: '-1', type_demande: 'Mutation', code_reservataire: 'X' },
        { code_residence: 'R9' },
      ),
    };
    const { files: counts, faults } = await office.send(files);
    expect(counts).toEqual([]);
    expect(faults.map(({ file, line, column, value }) => `${file}:${line} ${column} ${value}`).sort()).toEqual([
      'attributions.csv:2 code_residence NULLE',
      'attributions.csv:2 dalo oui',
      'attributions.csv:2 date_bail 31/04/2023',
      'attributions.csv:2 quartile 5',
      'attributions.csv:2 typologie T8',
      'attributions.csv:3 code_reservataire X',
      'attributions.csv:3 personnes_14_ans_et_plus 0',
      'attributions.csv:3 ressources_annuelles -1',
      'attributions.csv:3 type_demande Mutation',
      'communes.csv:2 code_insee 78999',
      'residences.csv:2 code_bailleur L-Z',
      'residences.csv:2 code_qpv L-W',
      'residences.csv:2 logements dix',
      'residences.csv:3 code_insee 78640',
    ]);
    for (const { message } of faults) expect(message).toMatch(/attendue?|connu/);
    expect(await office.history()).toEqual(before);
  });

  it('suggest the nearest INSEE code', async () => {
    const { faults } = await office.send({ 'communes.csv': 'code_insee;nom\n1004;x\n78 621;y\n' });
    expect(faults.map(({ message }) => /le plus proche est (.*)$/.exec(message)?.[1])).toEqual([
      '01004 (Ambérieu-en-Bugey)',
      '78621 (Trappes)',
    ]);
  });
});

describe('no fault', () => {
  it('an unknown column is reported once, however many rows it has', async () => {
    const { faults, warnings } = await tried({ 'communes.csv': 'code_insee;nom;autre\n78621;a;1\n78208;b;2\n' });
    expect({ faults, warnings }).toEqual({ faults: [], warnings: ['communes.csv:1 autre'] });
  });

  it('a directory without known files, or with files without rows', async () => {
    expect(await tried({ 'lisezmoi.txt': 'x' })).toEqual({ rows: [], faults: [], warnings: ['lisezmoi.txt:0'] });
    expect(await tried({ 'communes.csv': 'code_insee;nom\n' })).toEqual(taken(0));
  });

  it('doubtful values are warnings of the same form', async () => {
    const { faults, warnings } = await tried({
      'residences.csv':
        'code_residence;nom;code_insee;code_bailleur;logements;date_mise_en_service\nR7;x;78621;L-A;1;2023-06-01\n',
      'logements.csv': 'reference_logement;code_residence;loyer\nLOG-9;R7;9000\n',
      'attributions.csv': csv(lease({ code_residence: 'R7', date_caleol: '2023-04-01' })),
    });
    expect(faults).toEqual([]);
    expect(warnings.sort()).toEqual([
      'attributions.csv:2 date_bail 2023-03-15',
      'attributions.csv:2 date_caleol 2023-04-01',
      'logements.csv:2 loyer 9000,00',
    ]);
  });
});
