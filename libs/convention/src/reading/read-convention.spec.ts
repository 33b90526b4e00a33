import { FIGURE_CODES } from '#compliance';
import type { JsonObject } from '#kernel';
import { amendmentFile, conventionFile } from '../writing/convention-file';
import { aConventionFile, anAmendmentFile, anObjectiveFile, conventionText } from '../testing';
import { readConvention } from './read-convention';

const OPTIONS = { figures: FIGURE_CODES, reservedColumns: ['date_bail'] };
const reading = (file: JsonObject) => readConvention(conventionText(file), OPTIONS);
const faultsOf = (file: JsonObject) => reading(file).faults.map(({ path, value }) => [path, value]);
const objectives = (...changes: readonly JsonObject[]) =>
  aConventionFile({ objectifs: changes.map((each, index) => anObjectiveFile({ code: `O-${index}`, ...each })) });

describe('reading convention.json', () => {
  it('fills missing values with the defaults', () => {
    const { convention, faults, warnings } = reading(aConventionFile());
    expect([faults, warnings]).toEqual([[], []]);
    expect(convention!.base).toMatchObject({
      territory: { siren: '200058782', timeZone: 'Europe/Paris', communes: null },
      fragilityScale: null,
      delays: { offerAnswerDays: 10, noteRenewalYears: 2, residenceListYears: 3 },
      retention: { monthsAfterApplication: 12 },
    });
    expect(convention!.base.objectives[0]!.value).toEqual({ numerator: 1, denominator: 4 });
  });

  it('gives an objective without a first day that of the convention, or of the amendment', () => {
    const file = anObjectiveFile({ date_debut: null });
    const { convention } = reading(
      aConventionFile({ objectifs: [file], avenants: [anAmendmentFile({ objectifs: [file] })] }),
    );
    expect(convention!.base.objectives[0]!.firstDay).toBe('2017-01-28');
    expect(convention!.amendments[0]!.objectives[0]!.firstDay).toBe('2026-02-01');
  });

  it('gives the same convention when the convention is written to a file and read again', () => {
    const whole = aConventionFile({
      territoire: { siren: null, nom: 'Ici', fuseau_horaire: 'Indian/Reunion', communes: ['78621', '78165'] },
      secteurs: [{ code: 'S1', nom: 'Un', code_insee: '86194' }],
      publics: [{ code: 'moins_25_ans', nom: 'Moins de 25 ans', sensible: true }],
      objectifs: [
        anObjectiveFile({ figure: 'PUBLIC_MOINS_25_ANS', valeur: '1/3', date_debut: '28/01/2025' }),
        anObjectiveFile({
          code: 'B',
          portee: { type: 'commune', identifiants: ['86194'] },
          acteur: { type: 'bailleur' },
          operateur: 'zero',
          valeur: null,
        }),
      ],
      bareme_fragilite: {
        indicateurs: [{ indicateur: 'mineurs', poids: 1, plus_fragile: 'haut', seuil_2: '30,50', seuil_3: '33' }],
        coupures: ['1,5', '1,8', '2,2', '2,6'],
      },
      avenants: [
        anAmendmentFile({
          territoire: { nom: 'Là' },
          date_fin: '2032-01-27',
          objectifs_retires: ['B'],
          delais: { reponse_offre_jours: 15 },
        }),
      ],
    });
    const { convention, faults } = reading(whole);
    expect(faults).toEqual([]);
    const again = reading({
      ...conventionFile(convention!.base),
      avenants: convention!.amendments.map(amendmentFile),
    });
    expect(again.faults).toEqual([]);
    expect(again.convention).toEqual(convention);
    expect(convention!.base.fragilityScale!.cuts).toEqual([150, 180, 220, 260]);
    expect(convention!.base.fragilityScale!.indicators[0]!.second).toBe('30.5');
    expect(convention!.amendments[0]!.territory).toEqual({ name: 'Là' });
  });

  it('reads counts, trajectories and objectives without a first day, and writes them back', () => {
    const files = [
      anObjectiveFile({ code: 'A', valeur: '1 attribution', date_debut: 'toujours' }),
      anObjectiveFile({ code: 'B', figure: 'REHOUSED', valeur: '800 ménages' }),
      anObjectiveFile({ code: 'C', valeur: undefined, trajectoire: [{ annee: 2025, valeur: '20 %' }] }),
    ].map((each) => JSON.parse(JSON.stringify(each)) as JsonObject);
    const { faults, convention } = reading(aConventionFile({ objectifs: files }));
    expect(faults).toEqual([]);
    expect(convention!.base.objectives).toMatchObject([
      { measure: 'count', value: { numerator: 1, denominator: 1 }, firstDay: null },
      { measure: 'count', value: { numerator: 800, denominator: 1 } },
      { measure: 'share', value: null, trajectory: [{ year: 2025, value: { numerator: 1, denominator: 5 } }] },
    ]);
    expect(conventionFile(convention!.base)['objectifs']).toEqual(files);
  });

  it('reports every fault at once, with its path, its line, the value found and the value expected', () => {
    const text = conventionText(
      objectives(
        { valeur: 25 },
        { figure: 'Q5', origine: null },
        { portee: { type: 'contingent', identifiants: ['État'] } },
      ),
    );
    const { faults, convention } = readConvention(text, OPTIONS);
    expect(convention).toBeUndefined();
    expect(faults.map(({ path, value }) => [path, value])).toEqual([
      ['objectifs[0].valeur', '25'],
      ['objectifs[1].figure', 'Q5'],
      ['objectifs[1].origine', 'null'],
      ['objectifs[2].portee.identifiants[0]', 'État'],
    ]);
    const lines = text.split('\n');
    expect(lines[faults[0]!.line - 1]).toContain('"valeur": 25');
    expect(lines[faults[1]!.line - 1]).toContain('Q5');
    expect(faults[0]!.message).toBe(
      'une part de 0 à 1 ("25 %", "12,5 %" ou "1/3") ou un nombre ("40 attributions", "40 ménages") est attendu, entre guillemets',
    );
  });

  it.each<[string, JsonObject, readonly (readonly [string, string])[]]>([
    [
      'a part of each contingent',
      objectives({ portee: { type: 'contingent', part: 'propre' } }),
      [['objectifs[0].portee.part', 'propre']],
    ],
    ['a missing key', { convention: undefined }, [['convention', '']]],
    ['a null value where one is required', objectives({ valeur: null }), [['objectifs[0].valeur', 'null']]],
    ['a missing value where one is required', objectives({ valeur: undefined }), [['objectifs[0].valeur', '']]],
    ['a value with zero', objectives({ operateur: 'zero' }), [['objectifs[0].valeur', '25 %']]],
    ['a value with monitor', objectives({ operateur: 'monitor' }), [['objectifs[0].valeur', '25 %']]],
    ['a share beyond 1', objectives({ valeur: '4/3' }), [['objectifs[0].valeur', '4/3']]],
    ['days reversed', objectives({ date_fin: '2016-01-01' }), [['objectifs[0].date_fin', '2016-01-01']]],
    ['no calendar day', objectives({ date_fin: '2025-02-30' }), [['objectifs[0].date_fin', '2025-02-30']]],
    ['a code twice', objectives({ code: 'A' }, { code: 'A' }), [['objectifs[1].code', 'A']]],
    [
      'ids where the scope is the territory',
      objectives({ portee: { type: 'epci', identifiants: ['1'] } }),
      [['objectifs[0].portee.identifiants', '[…]']],
    ],
    [
      'an actor of the same kind as the scope',
      objectives({ portee: { type: 'bailleur' }, acteur: { type: 'bailleur' } }),
      [['objectifs[0].acteur.type', 'bailleur']],
    ],
    [
      'a value and a trajectory',
      objectives({ trajectoire: [{ annee: 2025, valeur: '20 %' }] }),
      [['objectifs[0].trajectoire', '[…]']],
    ],
    [
      'a trajectory whose years go back',
      objectives({
        valeur: undefined,
        trajectoire: [
          { annee: 2026, valeur: '20 %' },
          { annee: 2025, valeur: '25 %' },
        ],
      }),
      [['objectifs[0].trajectoire', '[…]']],
    ],
    [
      'a trajectory of shares and counts',
      objectives({
        valeur: undefined,
        trajectoire: [
          { annee: 2025, valeur: '20 %' },
          { annee: 2026, valeur: '25 attributions' },
        ],
      }),
      [['objectifs[0].trajectoire', '[…]']],
    ],
    [
      'an operation with a figure of leases',
      objectives({ portee: { type: 'operation' } }),
      [['objectifs[0].portee.type', 'operation']],
    ],
    [
      'a landlord with a figure of rehousings',
      objectives({ figure: 'REHOUSED_NEW', portee: { type: 'bailleur' } }),
      [['objectifs[0].portee.type', 'bailleur']],
    ],
    [
      'ids outside QPV',
      objectives({ portee: { type: 'hors_qpv', identifiants: ['1'] } }),
      [['objectifs[0].portee.identifiants', '[…]']],
    ],
    ['an unknown public', objectives({ figure: 'PUBLIC_SENIORS' }), [['objectifs[0].figure', 'PUBLIC_SENIORS']]],
    [
      'a target of 100 % for a landlord’s half-year',
      objectives({ portee: { type: 'bailleur' }, valeur: '100 %' }),
      [['objectifs[0].valeur', '100 %']],
    ],
    [
      'an unknown commune',
      objectives({ portee: { type: 'commune', identifiants: ['78999'] } }),
      [['objectifs[0].portee.identifiants[0]', '78999']],
    ],
    ['a wrong SIREN', { territoire: { siren: '200058783', nom: 'Ici' } }, [['territoire.siren', '200058783']]],
    [
      'an unknown zone',
      { territoire: { nom: 'Ici', fuseau_horaire: 'Europe/Lutece' } },
      [['territoire.fuseau_horaire', 'Europe/Lutece']],
    ],
    [
      'a commune given twice',
      { territoire: { nom: 'Ici', communes: ['78621', '78621'] } },
      [['territoire.communes[1]', '78621']],
    ],
    [
      'a column that attributions.csv already has',
      { publics: [{ code: 'a', nom: 'A', colonne: 'date_bail' }] },
      [['publics[0].colonne', 'date_bail']],
    ],
    [
      'one column for two publics',
      {
        publics: [
          { code: 'a', nom: 'A' },
          { code: 'b', nom: 'B', colonne: 'a' },
        ],
      },
      [['publics[1].colonne', 'a']],
    ],
    ['nine publics', { publics: [...'abcdefghi'].map((code) => ({ code, nom: code })) }, [['publics[8].code', 'i']]],
    [
      'an amendment before the convention',
      { avenants: [anAmendmentFile({ date_effet: '2017-01-27' })] },
      [['avenants[0].date_effet', '2017-01-27']],
    ],
    [
      'the withdrawal of an unknown objective',
      { avenants: [anAmendmentFile({ objectifs_retires: ['X'] })] },
      [['avenants[0].objectifs_retires[0]', 'X']],
    ],
    ['a scale without indicators', { bareme_fragilite: { logements_min: 5 } }, [['bareme_fragilite.indicateurs', '']]],
    [
      'bands reversed',
      {
        bareme_fragilite: {
          indicateurs: [{ indicateur: 'mineurs', poids: 1, plus_fragile: 'haut', seuil_2: '33', seuil_3: '30' }],
        },
      },
      [['bareme_fragilite.indicateurs[0].seuil_3', '30']],
    ],
    [
      'cuts out of order',
      {
        bareme_fragilite: {
          indicateurs: [{ indicateur: 'mineurs', poids: 1, plus_fragile: 'haut', seuil_2: '3', seuil_3: '30' }],
          coupures: ['1,4', '1,4', '2,2', '2,6'],
        },
      },
      [['bareme_fragilite.coupures', '[…]']],
    ],
    ['less than ten days to answer', { delais: { reponse_offre_jours: 9 } }, [['delais.reponse_offre_jours', '9']]],
    ['a text where a list is expected', { objectifs: 'tous' }, [['objectifs', 'tous']]],
  ])('refuses %s', (_, changes, expected) => {
    expect(faultsOf(aConventionFile(changes))).toEqual(expected);
  });

  it('an unknown key is a warning, and so is a commune outside the EPCI', () => {
    const { faults, warnings } = reading(
      aConventionFile({
        territoire: { siren: '200058782', nom: 'SQY', communes: ['78621', '78646'] },
        commentaire: 'x',
      }),
    );
    expect(faults).toEqual([]);
    expect(warnings.map(({ path, value }) => [path, value])).toEqual([
      ['commentaire', 'x'],
      ['territoire.communes[1]', '78646'],
    ]);
  });

  it('a text that is not JSON is one fault, on its line', () => {
    const { faults, convention } = readConvention('{\n "territoire": {},\n}', OPTIONS);
    expect(convention).toBeUndefined();
    expect(faults).toMatchObject([{ path: '', line: 3, value: '}' }]);
    expect(readConvention('[]', OPTIONS).faults).toMatchObject([{ path: '', value: '[…]' }]);
  });

  it('a key given twice is a fault', () => {
    const text = conventionText(aConventionFile()).replace('"objectifs"', '"territoire": {}, "objectifs"');
    expect(readConvention(text, OPTIONS).faults.map(({ path }) => path)).toEqual(['territoire']);
  });

  it('lists the codes of other entities that the file names, with their lines', () => {
    const { references, lineOf } = reading(
      objectives({
        portee: { type: 'bailleur', identifiants: ['L-1'] },
        acteur: { type: 'contingent', identifiants: ['etat'] },
      }),
    );
    expect(references).toEqual([
      {
        kind: 'bailleur',
        code: 'L-1',
        path: 'objectifs[0].portee.identifiants[0]',
        line: expect.any(Number) as number,
        isOwn: false,
      },
    ]);
    expect(lineOf('objectifs[0].inconnu')).toBe(lineOf('objectifs[0]'));
  });
});
