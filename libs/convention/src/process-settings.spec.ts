import { FIGURE_CODES } from '#compliance';
import { day, type JsonObject } from '#kernel';
import { conventionOn } from './in-force';
import { VOTERS } from './process-facts';
import { commissionRulesOn, holderDaysOn, mostVotes, motivesKnownOn } from './process-settings';
import { readConvention } from './reading/read-convention';
import { aConventionFile, anAmendmentFile, conventionText } from './testing';
import { amendmentFile, conventionFile } from './writing/convention-file';

const reading = (changes: JsonObject) =>
  readConvention(conventionText(aConventionFile(changes)), { figures: FIGURE_CODES, reservedColumns: [] });
const MOTIVE = { code: 'bruit', nom: 'Bruit', listes: ['menage', 'report'], date_debut: '2026-03-01', date_fin: null };
const BEFORE = day('2026-01-31');
const AFTER = day('2026-02-01');

describe('the settings of the live process', () => {
  it('are those of the contract without a convention, and where it says nothing', () => {
    for (const recorded of [null, reading({}).convention!]) {
      expect(motivesKnownOn(recorded, AFTER)).toEqual([]);
      expect(commissionRulesOn(recorded, 'L-A', AFTER)).toMatchObject({ quorum: null, voters: VOTERS });
      expect(holderDaysOn(recorded, AFTER)).toBe(30);
    }
    expect(mostVotes(VOTERS)).toBe(9);
  });

  it('are read from the file, and an amendment changes them from its day on', () => {
    const { convention, faults, references } = reading({
      motifs: [MOTIVE],
      commissions: [{ code: 'L-A', quorum: 4 }],
      delais: { designation_jours: 20 },
      avenants: [
        anAmendmentFile({
          date_effet: AFTER,
          motifs: [{ ...MOTIVE, nom: 'Voisinage bruyant' }],
          commissions: [{ code: 'L-A', quorum: 5, votants: ['membres'] }],
          delais: { designation_jours: 15 },
        }),
      ],
    });
    expect(faults).toEqual([]);
    expect(references.filter(({ kind }) => kind === 'bailleur').map(({ path }) => path)).toEqual([
      'commissions[0].code',
      'avenants[0].commissions[0].code',
    ]);
    const on = (date: typeof AFTER) => [
      motivesKnownOn(convention!, date).map(({ name }) => name),
      commissionRulesOn(convention!, 'L-A', date),
      commissionRulesOn(convention!, 'L-B', date).quorum,
      holderDaysOn(convention!, date),
    ];
    expect(on(BEFORE)).toEqual([['Bruit'], { code: 'L-A', quorum: 4, voters: VOTERS }, null, 20]);
    expect(on(AFTER)).toEqual([['Voisinage bruyant'], { code: 'L-A', quorum: 5, voters: ['members'] }, null, 15]);
    expect(motivesKnownOn(convention!, AFTER)).toMatchObject([
      { lists: ['household', 'deferral'], firstDay: '2026-03-01', lastDay: null },
    ]);
    const inForce = conventionFile(conventionOn(convention!, AFTER));
    expect(inForce).toMatchObject({
      motifs: [{ ...MOTIVE, nom: 'Voisinage bruyant' }],
      commissions: [{ code: 'L-A', quorum: 5, votants: ['membres'] }],
      delais: { designation_jours: 15 },
    });
    const again = reading({
      ...conventionFile(convention!.base),
      avenants: convention!.amendments.map(amendmentFile),
    });
    expect([again.faults, again.convention]).toEqual([[], convention]);
  });

  it.each<[string, JsonObject, string]>([
    ['a list that is none', { motifs: [{ ...MOTIVE, listes: ['maire'] }] }, 'motifs[0].listes[0]'],
    ['a motive in no list', { motifs: [{ ...MOTIVE, listes: [] }] }, 'motifs[0].listes'],
    ['a code with a capital', { motifs: [{ ...MOTIVE, code: 'Bruit' }] }, 'motifs[0].code'],
    ['a motive twice', { motifs: [MOTIVE, MOTIVE] }, 'motifs[1].code'],
    ['days reversed', { motifs: [{ ...MOTIVE, date_fin: '2026-02-01' }] }, 'motifs[0].date_fin'],
    ['a landlord twice', { commissions: [{ code: 'L-A' }, { code: 'L-A' }] }, 'commissions[1].code'],
    [
      'a quorum that the voters do not reach',
      { commissions: [{ code: 'L-A', quorum: 8, votants: ['membres', 'maire'] }] },
      'commissions[0].quorum',
    ],
    ['no day for the holder', { delais: { designation_jours: 0 } }, 'delais.designation_jours'],
  ])('are refused with %s', (_, changes, path) => {
    const { faults, convention } = reading(JSON.parse(JSON.stringify(changes)) as JsonObject);
    expect([faults.map((fault) => fault.path), convention]).toEqual([[path], undefined]);
  });
});
