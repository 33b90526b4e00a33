import { EVERYTHING, limitedTo, type Actor } from '#access';
import type { AuditHistory } from '#audit';
import { isUuid } from '#kernel';
import { Office } from './support/office';
import { csv, lease, leases, TERRITORY, type Row } from './support/territory';

const READER: Actor = { id: 'lectrice', role: 'reader', scope: EVERYTHING };
const STATISTICIAN: Actor = { id: 'statisticien', role: 'statistician', scope: EVERYTHING };

/** Cells of leases: one household, and another household. */
const FIRST = { numero_unique: '078000000000000001', ressources_annuelles: '18000' };
const OTHER = { numero_unique: '078000000000000002', ressources_annuelles: '9000' };

const acts = ({ entries }: AuditHistory): string[] => entries.map(({ act }) => act);
/** Every change as `field : old → new`, in order. */
const changes = ({ entries }: AuditHistory): string[] =>
  entries.flatMap(({ details }) =>
    details.flatMap(({ label, from, to }) => (from === null ? [] : [`${label} : ${from} → ${to}`])),
  );

let office: Office;
beforeEach(() => (office = new Office()));
afterEach(() => office.close());

const given = async (...imports: readonly (readonly Row[])[]): Promise<void> => {
  await office.record(TERRITORY);
  for (const rows of imports) await office.record(leases(...rows));
};
const historyOf = async (
  asked: Parameters<Office['audit']>[0],
  how?: Parameters<Office['audit']>[1],
): Promise<AuditHistory> => {
  const history = await office.audit(asked, how);
  if (typeof history === 'string') throw new Error(history);
  return history;
};
describe('the history of an allocation', () => {
  const A1 = { kind: 'allocation', value: 'A1' } as const;

  it('shows who did what, when and on what ground, in order', async () => {
    await given([FIRST], [{ ...FIRST, code_residence: 'R1', ressources_annuelles: '18450,50' }]);
    await office.record({ 'seuils.csv': 'annee;q1\n2023;20000\n' });
    await office.record(leases({ ...FIRST, code_residence: 'R1', ressources_annuelles: '18450,50', annulee: 'O' }));
    const history = await historyOf(A1);
    expect(acts(history)).toEqual([
      'Bail signé',
      'Bail corrigé',
      'Quartile de ressources révisé',
      'Bail annulé : il n’a pas pris effet',
    ]);
    expect(changes(history)).toEqual([
      'résidence : R2 → R1',
      'ressources annuelles : 18\u00a0000 € → 18\u00a0450,50 €',
      'quartile de ressources : inconnu → 1',
      'annulée : inconnu → oui',
    ]);
    const [signed, corrected, revised] = history.entries;
    expect(signed).toMatchObject({
      type: 'AllocationSigned',
      effectiveDay: '2023-03-15',
      actor: 'administrator',
      role: 'administrator',
      about: `attribution ${history.subject.id}`,
      people: 'shown',
      ground: { kind: 'import', file: 'attributions.csv', motive: null },
    });
    expect(signed!.text).toMatch(
      /^Bail signé, attribution [0-9a-f-]{36} : .*date du bail : 2023-03-15 ; .*numéro unique : 078/,
    );
    expect(signed!.details.filter(({ sealed }) => sealed).map(({ label }) => label)).toContain('numéro d’attribution');
    expect(signed!.ground.correlationId).not.toBe(corrected!.ground.correlationId);
    expect(revised).toMatchObject({
      people: 'none',
      ground: { kind: 'import', file: 'seuils.csv', motive: 'bornes de ressources de 2023' },
    });
    const events = await office.history();
    for (const { position, event, recordedAt } of history.entries) {
      const recorded = events.find((each) => each.position === position)!;
      expect([event, recordedAt]).toEqual([recorded.id, recorded.metadata.recordedAt]);
    }
    const [head] = history.entries;
    expect(head).toMatchObject({ recordedAt: '2025-01-10T09:02:00.000Z', recordedLocally: '2025-01-10 10:02:00' });
  });

  it('is also found by the internal id that its answer contains', async () => {
    await given([FIRST]);
    const { subject } = await historyOf(A1);
    expect(isUuid(subject.id)).toBe(true);
    expect((await historyOf({ kind: 'allocation', value: subject.id })).subject).toEqual(subject);
  });

  it('shows each household that had the lease', async () => {
    await given([FIRST], [OTHER]);
    const { entries } = await historyOf(A1);
    const numbers = entries.map(({ details }) => details.find(({ label }) => label === 'numéro unique')?.to);
    expect(numbers).toEqual([FIRST.numero_unique, OTHER.numero_unique]);
    const reads = (await office.history()).filter(({ type }) => type === 'NamedListRead');
    expect(reads.map(({ data }) => data)).toEqual([
      { list: 'audit-history', count: 1 },
      { list: 'audit-history', count: 1 },
    ]);
    expect(new Set(reads.map(({ people }) => people!.household)).size).toBe(2);
  });

  it.each(['INCONNU', '01a20c3a-89c1-7ad3-bbc1-5908c052248a', ''])(
    'is refused where « %s » is not an allocation',
    async (value) => {
      await given([FIRST]);
      expect(await office.audit({ kind: 'allocation', value })).toBe('unknown-allocation');
    },
  );

  it('is refused where nothing has been recorded', async () => {
    expect(await office.audit(A1)).toBe('unknown-allocation');
  });
});

describe('the history of a household', () => {
  const H1 = { kind: 'household', value: FIRST.numero_unique } as const;
  const operation = {
    code_operation: 'NPNRU-1',
    nom: 'Merisiers',
    code_qpv: 'L-OLD',
    code_bailleur: 'L-A',
    menages_a_reloger: '40',
    date_debut: '2019-01-01',
  };
  const rehousing = (cells: Row) =>
    office.record({
      'operations.csv': csv(operation),
      'relogements.csv': csv({
        numero_relogement: 'REL-1',
        code_operation: 'NPNRU-1',
        numero_unique: FIRST.numero_unique,
        date_relogement: '',
        definitif: 'O',
        parc: 'moins_5_ans',
        ressources_pct_plafond: '38,7',
        reste_a_charge_avant: '312,47',
        ...cells,
      }),
    });

  it('shows its rehousing beside its lease, but not after the rehousing belongs to another household', async () => {
    await given([FIRST]);
    await rehousing({});
    await rehousing({ date_relogement: '2024-10-05', reste_a_charge_avant: '300' });
    const history = await historyOf(H1);
    expect(acts(history)).toEqual(['Bail signé', 'Ménage à reloger inscrit', 'Ménage relogé']);
    const [, enrolled] = history.entries;
    expect(enrolled!.ground).toMatchObject({ kind: 'import', file: 'relogements.csv' });
    expect(enrolled!.text).toContain('parc : moins de cinq ans ; ressources : sous 40 % du plafond');
    expect(enrolled!.text).toContain('numéro de relogement : REL-1');
    expect(changes(history)).toEqual([
      'date du relogement : inconnu → 2024-10-05',
      'reste à charge avant : 312,47 € → 300 €',
    ]);
    const [reading] = (await office.history()).slice(-1);
    expect(reading).toMatchObject({ type: 'NamedListRead', data: { count: 3 } });
    const shown = (await historyOf(H1)).entries.at(-1)!.details.find(({ label }) => label.startsWith('dossiers'))!.to;
    expect(shown.split(', ')).toHaveLength(2);

    await rehousing({ numero_unique: OTHER.numero_unique });
    await rehousing({ numero_unique: OTHER.numero_unique, reste_a_charge_avant: '299' });
    expect(
      acts(await historyOf(H1))
        .filter((act) => act !== 'Liste nominative consultée')
        .slice(3),
    ).toEqual(['Relogement corrigé']);
    expect(acts(await historyOf({ kind: 'household', value: OTHER.numero_unique }))).toEqual([
      'Relogement corrigé',
      'Relogement corrigé',
    ]);
  });
});

describe('reading personal facts', () => {
  const H1 = { kind: 'household', value: FIRST.numero_unique } as const;

  it('is recorded before they are shown: the actor, the number of rows, and the sealed search and ids', async () => {
    await given([FIRST, FIRST, OTHER]);
    const before = (await office.history()).length;
    const history = await historyOf(H1, { actor: READER });
    expect(history.names).toBe('shown');
    const [read, ...more] = (await office.history()).slice(before);
    expect(more).toEqual([]);
    expect(read).toMatchObject({
      type: 'NamedListRead',
      stream: 'named-list-reads-2025-01-10',
      data: { list: 'audit-history', count: 2 },
      people: { household: history.subject.id },
      metadata: { actor: 'lectrice', role: 'reader', effectiveDay: '2025-01-10' },
    });
    expect(JSON.stringify({ ...read, people: null })).not.toContain(FIRST.numero_unique);
    expect(read!.position > history.position).toBe(true);
  });

  it('appears in the history of the household, with the actor who read', async () => {
    await given([FIRST]);
    await historyOf(H1, { actor: READER });
    const { entries } = await historyOf(H1);
    expect(entries.map(({ act, actor }) => [act, actor])).toEqual([
      ['Bail signé', 'administrator'],
      ['Liste nominative consultée', 'lectrice'],
    ]);
    expect(entries[1]).toMatchObject({ ground: { kind: 'request', file: null }, about: 'consultations du 2025-01-10' });
    const allocation = (await historyOf({ kind: 'allocation', value: 'A1' })).subject.id;
    expect(entries[1]!.details).toEqual([
      { label: 'liste', from: null, to: 'histoire d’un dossier', sealed: false },
      { label: 'lignes nominatives', from: null, to: '1', sealed: false },
      { label: 'recherche', from: null, to: `ménage ${FIRST.numero_unique}`, sealed: true },
      { label: 'dossiers montrés (identifiants internes)', from: null, to: allocation, sealed: true },
    ]);
  });

  it('changes no figure', async () => {
    await given([FIRST]);
    const { position: _before, asOf: _then, ...figures } = await office.report();
    await historyOf(H1);
    const { position: _after, asOf: _now, ...after } = await office.report();
    expect(after).toEqual(figures);
  });

  it('is not recorded, and shows nothing, where names are not asked for or not allowed', async () => {
    await given([FIRST], [{ ...FIRST, ressources_annuelles: '19000' }]);
    const { subject } = await historyOf({ kind: 'allocation', value: 'A1' }, { names: false });
    const before = (await office.history()).length;
    const hidden = [
      await historyOf({ kind: 'allocation', value: 'A1' }, { names: false }),
      await historyOf({ kind: 'allocation', value: subject.id }, { actor: STATISTICIAN }),
      await historyOf(H1, { names: false }),
    ];
    for (const history of hidden) {
      expect(history.names).toBe('hidden');
      expect(history.entries.map(({ people }) => people)).toEqual(['hidden', 'hidden']);
      const text = JSON.stringify(history);
      for (const secret of ['078000000000000001', 'LOG-1', '18\u00a0000', '"A1"']) expect(text).not.toContain(secret);
      expect(history.entries[0]!.text).toContain('[données personnelles scellées, non montrées]');
    }
    expect(await office.history()).toHaveLength(before);
  });

  it('is refused where it cannot be recorded; the history without names is still shown', async () => {
    await given([FIRST]);
    const events = await office.beside();
    try {
      expect(await office.audit(H1, { events })).toBe('reading-not-recorded');
      expect(await office.audit({ kind: 'allocation', value: 'A1' }, { events })).toBe('reading-not-recorded');
      expect(await historyOf(H1, { events, names: false })).toMatchObject({ names: 'hidden' });
      expect(await historyOf({ kind: 'residence', value: 'R2' }, { events })).toMatchObject({ names: 'none' });
    } finally {
      await events.close();
    }
  });

  it('is refused for a number to an actor who may not read named lists: to know that the number exists is personal data', async () => {
    await given([FIRST]);
    expect(await office.audit(H1, { actor: STATISTICIAN })).toBe('unknown-household');
    expect(await office.audit({ kind: 'allocation', value: 'A1' }, { actor: STATISTICIAN })).toBe('unknown-allocation');
  });

  it.each<[string, Actor, string]>([
    ['a process', { id: 'system', role: 'system', scope: EVERYTHING }, 'not-allowed'],
    ['nobody', { ...READER, scope: { kind: 'none' } }, 'not-allowed'],
    ['a landlord', { ...READER, scope: limitedTo({ landlord: ['L-B'] }) }, 'scope-not-allowed'],
    ['a commune', { ...STATISTICIAN, scope: limitedTo({ commune: ['78621'] }) }, 'scope-not-allowed'],
  ])('is refused to %s', async (_who, actor, code) => {
    await given([FIRST]);
    for (const asked of [H1, { kind: 'residence', value: 'R2' } as const])
      expect(await office.audit(asked, { actor })).toBe(code);
  });
});

describe('the history of a household', () => {
  const H1 = { kind: 'household', value: FIRST.numero_unique } as const;

  it('contains the events of all its leases, in the order of recording', async () => {
    await given([FIRST, OTHER, FIRST]);
    await office.record({ 'attributions.csv': csv(lease({ ...FIRST, numero_attribution: 'A1', dalo: 'O' })) });
    const history = await historyOf(H1);
    expect(acts(history)).toEqual(['Bail signé', 'Bail signé', 'Bail corrigé']);
    expect(new Set(history.entries.map(({ about }) => about)).size).toBe(2);
    expect(changes(history)).toEqual(['public prioritaire : non → oui', 'DALO : non → oui']);
  });

  it('ends where the lease goes to another household, whose facts are not shown', async () => {
    await given([FIRST], [{ ...OTHER, categorie_prioritaire: 'secret' }]);
    await office.record(leases({ ...OTHER, categorie_prioritaire: 'secret', dalo: 'O' }));
    const first = await historyOf(H1);
    expect(first.entries.map(({ act, people }) => [act, people])).toEqual([
      ['Bail signé', 'shown'],
      ['Bail corrigé', 'hidden'],
    ]);
    expect(JSON.stringify(first)).not.toContain('secret');
    const other = await historyOf({ kind: 'household', value: OTHER.numero_unique });
    expect(other.entries.map(({ act, people }) => [act, people])).toEqual([
      ['Bail corrigé', 'shown'],
      ['Bail corrigé', 'shown'],
    ]);
    expect(JSON.stringify(other)).not.toContain(FIRST.numero_unique);
  });

  it('is refused where no household has that number', async () => {
    await given([FIRST]);
    expect(await office.audit({ kind: 'household', value: '078999999999999999' })).toBe('unknown-household');
  });
});

describe('the history of a residence', () => {
  const R2 = { kind: 'residence', value: 'R2' } as const;

  it('contains everything that was recorded about it, in order, and its leases by internal id', async () => {
    await given([FIRST, { ...OTHER, date_bail: '2023-02-01', code_residence: 'R1' }]);
    await office.record({
      'residences.csv': 'code_residence;nom;code_insee;code_bailleur;logements\nR2;Deux bis;78297;L-B;31\n',
      'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR2;2024-01-01;L-A\n',
      'logements.csv': 'reference_logement;code_residence;surface;loyer\nLOG-9;R2;62,5;412,30\nLOG-8;R1;;\n',
      'ops.csv': `code_residence;annee;logements;taux_reponse;part_moins_40_plus;taux_activite;part_familles_nombreuses;part_monoparentales;part_mineurs
R2;2022;30;87,5;38;66;15;21;31\n`,
      'notes.csv':
        'code_residence;date_effet;note_commune;note_bailleur;note_finale;motif_consensus\nR2;2024-01-01;2;4;3;Réunion du 12\n',
    });
    await office.record({
      'logements.csv': 'reference_logement;code_residence;surface;loyer\nLOG-9;R1;62,5;400\n',
      'attributions.csv': csv(lease({ ...FIRST, numero_attribution: 'A1', code_residence: 'R1' })),
    });
    const history = await historyOf(R2);
    expect(history.entries.map(({ act, about }) => `${act} | ${about}`)).toEqual([
      'Résidence enregistrée | résidence R2',
      'Résidence corrigée | résidence R2',
      'Changement de propriétaire | propriété de la résidence R2, 2024-01-01',
      'Logement enregistré | logement LOG-9',
      'Enquête OPS enregistrée | enquête de la résidence R2, 2022',
      'Notes de fragilité données | notes de la résidence R2, 2024-01-01',
      'Logement corrigé | logement LOG-9',
    ]);
    expect(changes(history)).toEqual([
      'nom : Deux → Deux bis',
      'logements : 30 → 31',
      'résidence : R2 → R1',
      'loyer : 412,30 € → 400 €',
    ]);
    expect(history.entries[3]!.text).toContain('surface : 62,50 m²');
    expect(history.entries[4]!.text).toContain('taux de réponse : 87,5 %');
    expect(history.entries[5]!.ground).toMatchObject({ file: 'notes.csv', motive: 'Réunion du 12' });
    expect(history.leases).toMatchObject([{ signedOn: '2023-03-15', cancelled: null, here: false }]);
    expect((await historyOf({ kind: 'residence', value: 'R1' })).leases).toMatchObject([
      { signedOn: '2023-02-01', here: true },
      { signedOn: '2023-03-15', here: true },
    ]);
  });

  it('contains no personal fact, so the reading is not recorded', async () => {
    await given([FIRST]);
    const before = (await office.history()).length;
    const history = await historyOf(R2);
    expect(history.names).toBe('none');
    expect(await office.history()).toHaveLength(before);
    expect(JSON.stringify(history)).not.toMatch(/078000000000000001|LOG-1/);
    expect((await historyOf(R2, { actor: STATISTICIAN })).entries).toEqual(history.entries);
  });

  it('is refused where no residence has that code', async () => {
    await given([FIRST]);
    await office.record({ 'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR2;2024-01-01;L-A\n' });
    for (const value of ['R', 'ownership-R2@2024-01-01', ''])
      expect(await office.audit({ kind: 'residence', value })).toBe('unknown-residence');
  });
});
