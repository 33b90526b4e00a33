import { mixite, temporaryFolders } from './support/mixite';
import { csvFiles, leases, type Files, type Row } from './support/territory';

/** The code of a residence. It is equal to the end of the stream name of R1's change of owner. */
const LOOK_ALIKE = 'ownership-R1@2024-01-01';

const residence = (code: string, landlord: string, name: string): Row => ({
  code_residence: code,
  nom: name,
  code_insee: '78621',
  code_bailleur: landlord,
  logements: '50',
});
const lease = (n: number, code: string, day: string): Row => ({
  ...leases(n, n)[0]!,
  code_residence: code,
  date_bail: day,
  annulee: 'N',
});

/** R1 belongs to L-A, then to L-B; the look-alike always belongs to L-C. */
const FIRST: Files = {
  'communes.csv': [{ code_insee: '78621', nom: 'Trappes' }],
  'bailleurs.csv': ['L-A', 'L-B', 'L-C'].map((code) => ({ code_bailleur: code, nom: `Bailleur ${code}` })),
  'reservataires.csv': [
    { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' },
    { code_reservataire: 'VILLE', nom: 'Ville', contingent: 'commune' },
  ],
  'residences.csv': [residence('R1', 'L-A', 'Une'), residence(LOOK_ALIKE, 'L-C', 'Semblable')],
  'proprietes.csv': [{ code_residence: 'R1', date_debut: '2024-01-01', code_bailleur: 'L-B' }],
  'attributions.csv': [
    lease(1, 'R1', '2023-12-31'),
    lease(2, 'R1', '2024-01-01'),
    lease(3, 'R1', '2024-06-01'),
    ...[4, 5, 6, 7].map((n) => lease(n, LOOK_ALIKE, '2024-03-01')),
  ],
};

/** Corrects the name of the look-alike, and the new owner of R1. */
const CORRECTED: Files = {
  'residences.csv': [residence(LOOK_ALIKE, 'L-C', 'Tout autre')],
  'proprietes.csv': [{ code_residence: 'R1', date_debut: '2024-01-01', code_bailleur: 'L-C' }],
};

interface Report {
  readonly figures: readonly { readonly code: string; readonly scope: { readonly id: string }; numerator: number }[];
}
interface History {
  readonly entries: readonly { readonly text: string }[];
  readonly leases: readonly object[];
}

describe('a residence whose code looks like the end of another stream’s name', () => {
  const folders = temporaryFolders();
  const at = ['--data', folders.make()];
  afterAll(() => folders.removeAll());

  const importing = async (files: Files) => {
    const { code, stdout } = await mixite(['import', folders.of(csvFiles(files)), ...at]);
    expect([code, stdout]).toEqual([0, expect.any(String)]);
  };
  const json = async <Answer>(...words: string[]) => {
    const { code, stdout, stderr } = await mixite([...words, '--format', 'json', ...at]);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Answer;
  };
  const byLandlord = async () => {
    const words = ['--from', '2023-01-01', '--to', '2024-12-31', '--scope', 'bailleur'];
    const { figures } = await json<Report>('report', 'compliance', ...words);
    const allocations = figures.filter(({ code }) => code === 'ALLOCATIONS');
    return Object.fromEntries(allocations.map(({ scope, numerator }) => [scope.id, numerator]));
  };
  const historyOf = (code: string) => json<History>('audit', 'history', '--residence', code);
  const textsOf = ({ entries }: History) => entries.map(({ text }) => text.split(' : ')[0]!);

  it('is counted for its landlord, and R1 for its owner of the day', async () => {
    await importing(FIRST);
    expect(await byLandlord()).toEqual({ 'L-A': 1, 'L-B': 2, 'L-C': 4 });
  });

  it('has a history of its own, and R1 has its change of owner', async () => {
    const own = await historyOf(LOOK_ALIKE);
    expect(textsOf(own)).toEqual([`Résidence enregistrée, résidence ${LOOK_ALIKE}`]);
    expect(own.leases).toHaveLength(4);
    const other = await historyOf('R1');
    expect(textsOf(other)).toEqual([
      'Résidence enregistrée, résidence R1',
      'Changement de propriétaire, propriété de la résidence R1, 2024-01-01',
    ]);
    expect(other.leases).toHaveLength(3);
  });

  it('is recognised where nothing changed', async () => {
    await importing(FIRST);
    expect(textsOf(await historyOf(LOOK_ALIKE))).toHaveLength(1);
  });

  it('is corrected independently of R1', async () => {
    await importing(CORRECTED);
    expect(await byLandlord()).toEqual({ 'L-A': 1, 'L-B': 0, 'L-C': 6 });
    expect(textsOf(await historyOf(LOOK_ALIKE)).at(-1)).toBe(`Résidence corrigée, résidence ${LOOK_ALIKE}`);
    expect(textsOf(await historyOf('R1')).at(-1)).toBe(
      'Changement de propriétaire corrigé, propriété de la résidence R1, 2024-01-01',
    );
  });
});
