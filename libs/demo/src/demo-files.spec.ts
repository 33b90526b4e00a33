import { demoFiles } from './index';

type Row = Readonly<Record<string, string>>;

const files = demoFiles();

/** Reads a file by splitting its text: no value of the demonstration needs quotes. */
function rows(name: string, of: ReadonlyMap<string, string> = files): Row[] {
  const [header, ...lines] = of.get(name)!.trimEnd().split('\n');
  const columns = header!.split(';');
  return lines.map((line) => {
    const cells = line.split(';');
    expect(cells).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}

function count(name: string, column: string, of = files): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows(name, of)) counts[row[column]!] = (counts[row[column]!] ?? 0) + 1;
  return counts;
}

const residences = new Map(rows('residences.csv').map((row) => [row['code_residence']!, row]));
const districts = new Map(rows('qpv.csv').map((row) => [row['code_qpv']!, row]));
const allocations = rows('attributions.csv');

function inQpv(residence: string, day: string, of = residences): boolean {
  const { code_qpv: codes } = of.get(residence)!;
  return codes!
    .split('|')
    .filter((code) => code !== '')
    .some((code) => {
      const { date_debut: first, date_fin: last } = districts.get(code)!;
      return first! <= day && (last === '' || day <= last!);
    });
}

/** The final note of a row, by the rule of the published format. */
function noteOf(row: Row): string {
  if (row['note_finale']) return row['note_finale'];
  const [commune, landlord] = [row['note_commune']!, row['note_bailleur']!];
  if (commune && landlord) return commune === landlord ? commune : '';
  return commune || landlord || row['note_statistique']!;
}

const notes = new Map(rows('notes.csv').map((row) => [row['code_residence']!, noteOf(row)]));
const dwellingsIn = (codes: readonly string[]) =>
  codes.reduce((sum, code) => sum + Number(residences.get(code)!['logements']), 0);
const notedWith = (...wanted: string[]) => [...notes].filter(([, note]) => wanted.includes(note)).map(([code]) => code);

describe('the printed year 2023', () => {
  const counts = (of: readonly Row[], where: (row: Row) => boolean) => of.filter(where).length;
  const inside = allocations.filter((row) => inQpv(row['code_residence']!, row['date_bail']!));
  const outside = allocations.filter((row) => !inQpv(row['code_residence']!, row['date_bail']!));
  const firstQuartile = (row: Row) => row['quartile'] === '1';

  it('has 1 645 leases of 2023, 1 178 of them outside QPV', () => {
    expect(allocations.every((row) => row['date_bail']!.startsWith('2023-') && row['annulee'] === 'N')).toBe(true);
    expect([allocations.length, outside.length, inside.length]).toEqual([1645, 1178, 467]);
  });

  it('has 142 first-quartile or rehoused households outside QPV, 110 of the first quartile', () => {
    expect(counts(outside, (row) => firstQuartile(row) || row['relogement'] !== '')).toBe(142);
    expect(counts(outside, firstQuartile)).toBe(110);
  });

  it('has 403 of the other quartiles in QPV, and 174 of the first quartile in total', () => {
    expect(counts(inside, (row) => ['2', '3', '4'].includes(row['quartile']!))).toBe(403);
    expect(counts(inside, firstQuartile)).toBe(64);
    expect(counts(allocations, firstQuartile)).toBe(174);
  });

  it('has 622 priority households', () => {
    expect(counts(allocations, (row) => row['dalo'] === 'O' || row['categorie_prioritaire'] !== '')).toBe(622);
  });

  it('gives every quartile and no income: the bounds of 2023 are not known', () => {
    expect(allocations.every((row) => /^[1-4]$/.test(row['quartile']!) && row['ressources_annuelles'] === '')).toBe(
      true,
    );
    expect(rows('seuils.csv')).toEqual([{ annee: '2024', q1: '11615,00', q2: '', q3: '' }]);
  });
});

describe('the fragility referential', () => {
  it('notes 300 residences, 24 616 dwellings of 26 856', () => {
    expect(notedWith('1', '2', '3', '4', '5')).toHaveLength(300);
    expect(dwellingsIn(notedWith('1', '2', '3', '4', '5'))).toBe(24_616);
    expect(dwellingsIn([...residences.keys()])).toBe(26_856);
    expect(residences.size).toBe(331);
  });

  it('has the dwellings of each note', () => {
    expect(['1', '2', '3', '4', '5'].map((note) => dwellingsIn(notedWith(note)))).toEqual([
      4526, 6758, 4579, 5886, 2867,
    ]);
  });

  it('has 58 priority residences, 31 of them in QPV with 6 460 dwellings', () => {
    const fragile = notedWith('4', '5');
    const inside = fragile.filter((code) => inQpv(code, '2023-12-31'));
    expect([fragile.length, dwellingsIn(fragile), inside.length, dwellingsIn(inside)]).toEqual([58, 8753, 31, 6460]);
  });

  it('lists as many dwellings for each residence as residences.csv says', () => {
    const listed = count('logements.csv', 'code_residence');
    expect(listed).toEqual(Object.fromEntries([...residences].map(([code, row]) => [code, Number(row['logements'])])));
  });
});

describe('a year that is lively and plausible', () => {
  const weekday = (of: string) => new Date(`${of}T00:00:00Z`).getUTCDay();

  it('signs on more than 200 days and never on a Sunday', () => {
    const days = Object.keys(count('attributions.csv', 'date_bail'));
    expect(days.length).toBeGreaterThan(200);
    expect(days.filter((of) => weekday(of) === 0)).toEqual([]);
  });

  it('signs after the commission and after the residence opened', () => {
    for (const row of allocations) {
      expect(row['date_caleol']! < row['date_bail']!).toBe(true);
      expect(residences.get(row['code_residence']!)!['date_mise_en_service']! <= row['date_bail']!).toBe(true);
    }
  });

  it('lets each dwelling at most once, with the residence, type and financing of logements.csv', () => {
    const dwellings = new Map(rows('logements.csv').map((row) => [row['reference_logement']!, row]));
    for (const row of allocations) {
      const { code_residence: residence, typologie, financement } = row;
      expect(dwellings.get(row['reference_logement']!)).toMatchObject({
        code_residence: residence,
        typologie,
        financement,
      });
    }
    expect(Object.keys(count('attributions.csv', 'reference_logement'))).toHaveLength(1645);
  });

  it('has every case that figures distinguish', () => {
    const seen = (column: string) => Object.keys(count('attributions.csv', column)).sort();
    expect(seen('premiere_mise_en_location')).toEqual(['N', 'O']);
    expect(seen('type_demande')).toEqual(['mutation', 'premier_acces']);
    expect(seen('quartile')).toEqual(['1', '2', '3', '4']);
    expect(seen('relogement')).toEqual(['', 'anru', 'orcod']);
    expect(seen('mobilite_professionnelle')).toEqual(['N', 'O']);
    expect(seen('travailleur_essentiel')).toEqual(['N', 'O']);
    expect(seen('composition')).toEqual(['autre', 'couple', 'couple_enfants', 'monoparentale', 'nombreuse', 'seul']);
    expect(seen('commune_travail')).toContain('');
    const contingents = new Map(
      rows('reservataires.csv').map((row) => [row['code_reservataire']!, row['contingent']!]),
    );
    expect(new Set(seen('code_reservataire').map((code) => contingents.get(code)))).toEqual(
      new Set(contingents.values()),
    );
  });

  it('has a fictitious number of 18 characters for each household', () => {
    const numbers = Object.keys(count('attributions.csv', 'numero_unique'));
    expect(numbers).toHaveLength(1645);
    expect(numbers.every((number) => /^FICTIF\d{12}$/.test(number))).toBe(true);
  });

  it('has leases on both sides of each change of owner', () => {
    for (const change of rows('proprietes.csv')) {
      const days = allocations
        .filter((row) => row['code_residence'] === change['code_residence'])
        .map((row) => row['date_bail']!);
      expect(days.some((of) => of < change['date_debut']!)).toBe(true);
      expect(days.some((of) => of >= change['date_debut']!)).toBe(true);
    }
    expect(rows('proprietes.csv')).toHaveLength(2);
  });

  it('has a residence that leaves a QPV in 2024, and three that enter each of the five new ones', () => {
    const moving = (from: string, to: string) =>
      [...residences.keys()].filter((code) => `${inQpv(code, from)}` !== `${inQpv(code, to)}`);
    const changed = moving('2023-12-31', '2024-01-01').map((code) => inQpv(code, '2023-12-31'));
    expect(changed.filter((before) => before)).toHaveLength(1);
    expect(changed.filter((before) => !before)).toHaveLength(15);
  });
});

describe('references and seed', () => {
  it.each([
    ['qpv.csv', 'code_insee', 'communes.csv', 'code_insee'],
    ['residences.csv', 'code_insee', 'communes.csv', 'code_insee'],
    ['residences.csv', 'code_bailleur', 'bailleurs.csv', 'code_bailleur'],
    ['proprietes.csv', 'code_bailleur', 'bailleurs.csv', 'code_bailleur'],
    ['attributions.csv', 'code_reservataire', 'reservataires.csv', 'code_reservataire'],
    ['attributions.csv', 'code_residence', 'residences.csv', 'code_residence'],
    ['notes.csv', 'code_residence', 'residences.csv', 'code_residence'],
  ])('%s %s names rows of %s', (file, column, target, key) => {
    const known = new Set(Object.keys(count(target, key)));
    expect(Object.keys(count(file, column)).filter((code) => !known.has(code))).toEqual([]);
  });

  it('gives the same bytes for the same seed, and other bytes for another seed', () => {
    expect([...demoFiles(7)]).toEqual([...demoFiles(7)]);
    expect(demoFiles(7).get('attributions.csv')).not.toBe(demoFiles(8).get('attributions.csv'));
  });

  it('keeps the printed counts whatever the seed', () => {
    const other = demoFiles(8);
    const dwellings = new Map(rows('residences.csv', other).map((row) => [row['code_residence']!, row]));
    const inside = rows('attributions.csv', other).filter((row) =>
      inQpv(row['code_residence']!, row['date_bail']!, dwellings),
    );
    const inDistricts = [...dwellings.values()].filter(({ code_residence: code }) =>
      inQpv(code!, '2023-12-31', dwellings),
    );
    expect(inDistricts).toHaveLength(56);
    expect(inDistricts.reduce((sum, row) => sum + Number(row['logements']), 0)).toBe(9607);
    expect(count('attributions.csv', 'quartile', other)['1']).toBe(174);
    expect(count('attributions.csv', 'type_demande', other)['mutation']).toBe(548);
    expect(inside).toHaveLength(467);
  });
});
