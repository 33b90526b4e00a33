import type { Letterhead } from '#convention';
import type { PrintedTable } from '#documents';
import type { Position } from '#event-store';
import { day, instantOf, type Semester } from '#kernel';
import type { HalfYear, LandlordHalfYear } from '../figures/half-year';
import { halfYearDocument } from './half-year-document';

const TERRITORY = { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' };
const LETTERHEAD: Letterhead = {
  territory: TERRITORY,
  siren: '200058782',
  convention: 'Convention d’essai',
  publics: [],
  motives: [],
};

const landlord = (changes: Partial<LandlordHalfYear>): LandlordHalfYear => ({
  id: 'L-A',
  label: 'Bailleur A',
  outsideQpv: 28,
  eligible: 4,
  rate: 1 / 7,
  target: 0.25,
  met: false,
  missing: 4,
  substitution: null,
  ...changes,
});

const halfYear = (changes: Partial<HalfYear> = {}): HalfYear => ({
  semester: '2023-S1' as Semester,
  from: day('2023-01-01'),
  to: day('2023-06-30'),
  asOf: instantOf(Date.parse('2024-01-31T22:59:59.999Z')),
  position: '0000000000030541' as Position,
  closed: false,
  territory: TERRITORY,
  unknownQuartile: 12,
  partialQuartile: 3,
  landlords: [
    landlord({}),
    landlord({ id: 'L-B', label: 'Bailleur B', outsideQpv: 1_200, eligible: 600, rate: 0.5, met: true, missing: 0 }),
    landlord({ id: 'L-C', label: 'Bailleur C', outsideQpv: 0, eligible: 0, rate: null, met: null, missing: 0 }),
  ],
  ...changes,
});

const tableOf = (changes?: Partial<HalfYear>): PrintedTable =>
  halfYearDocument(halfYear(changes), LETTERHEAD).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.table] : [],
  )[0]!;
const plain = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll('\u00a0', ' '));
const noticesOf = (changes?: Partial<HalfYear>): string[] =>
  halfYearDocument(halfYear(changes), LETTERHEAD).blocks.flatMap((block) =>
    block.kind === 'notice' ? [block.text] : [],
  );

describe('the half-year on paper', () => {
  it('gives the territory, the days, and the instant of the figures', () => {
    const { about, foot, keywords, asOf } = halfYearDocument(halfYear(), LETTERHEAD);
    expect(plain(about)).toEqual([
      'Saint-Quentin-en-Yvelines · SIREN 200 058 782',
      'Convention d’essai',
      '1er semestre 2023 : baux signés du 1er janvier 2023 au 30 juin 2023',
      'État au 31 janvier 2024 à 23 h 59',
    ]);
    expect(foot).toMatch(/^Mixité · réf\. [0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(keywords).toBe('2024-01-31T22:59:59.999Z 0000000000030541');
    expect(asOf).toBe('2024-01-31T22:59:59.999Z');
  });

  it("gives each landlord's figures, then their sum, which has no target", () => {
    const { rows, total } = tableOf();
    expect(rows.map(plain)).toEqual([
      ['L-A', 'Bailleur A', '28', '4', '14,3 %', '25,0 %', 'non', '4'],
      ['L-B', 'Bailleur B', '1 200', '600', '50,0 %', '25,0 %', 'oui', '0'],
      ['L-C', 'Bailleur C', '0', '0', '—', '25,0 %', '—', '0'],
    ]);
    expect(plain(total!)).toEqual(['', 'Ensemble', '1 228', '604', '49,2 %', '', '', '']);
  });

  it('counts unknown quartiles, and leaves room for signatures', () => {
    const { blocks } = halfYearDocument(halfYear(), LETTERHEAD);
    const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(texts.at(-1)).toMatch(/^Quartile inconnu : 12 baux .* 2 à 4 : 3\./);
    expect(blocks.at(-1)).toEqual({
      kind: 'signatures',
      signers: ['Pour Saint-Quentin-en-Yvelines', 'Pour le préfet'],
    });
  });

  it('warns that figures may still change, that an import is incomplete, or that there is no landlord', () => {
    expect(noticesOf()).toEqual([expect.stringContaining('non clos')]);
    const incompleteImport = { import: 'x', since: instantOf(0) } as unknown as HalfYear['incompleteImport'];
    expect(noticesOf({ incompleteImport })).toEqual([
      expect.stringContaining('Un import n’est pas écrit en entier'),
      expect.stringContaining('non clos'),
    ]);
    const empty = { asOf: null, position: null, landlords: [] };
    expect(noticesOf(empty)).toContain('Aucun bailleur n’était enregistré.');
    expect(halfYearDocument(halfYear(empty), LETTERHEAD)).toMatchObject({ foot: 'Mixité', asOf: null });
  });
});
