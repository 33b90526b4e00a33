import type { HistoryEntry } from '#audit';
import { aConventionFile, conventionText } from '#convention/testing';
import { isUuid } from '#kernel';
import { acts, changes, FIRST, officeOfDossiers, OTHER, READER } from './support/dossiers';
import { csv, lease, leases } from './support/territory';

const { office, given, historyOf } = officeOfDossiers();

describe('the history of an allocation', () => {
  const A1 = { kind: 'allocation', value: 'A1' } as const;

  it('shows who did what, when and on what ground, in order', async () => {
    await given([FIRST], [{ ...FIRST, code_residence: 'R1', ressources_annuelles: '18450,50' }]);
    await office().record({ 'seuils.csv': 'annee;q1\n2023;20000\n' });
    await office().record(leases({ ...FIRST, code_residence: 'R1', ressources_annuelles: '18450,50', annulee: 'O' }));
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
      role: 'administrateur',
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
    const events = await office().history();
    for (const { position, event, recordedAt } of history.entries) {
      const recorded = events.find((each) => each.position === position)!;
      expect([event, recordedAt]).toEqual([recorded.id, recorded.metadata.recordedAt]);
    }
    const [head] = history.entries;
    expect(head).toMatchObject({ recordedAt: '2025-01-10T09:02:00.000Z', recordedLocally: '2025-01-10 10:02:00' });
  });

  it('shows its instants on a clock of the territory', async () => {
    const convention = aConventionFile({ territoire: { nom: 'La Réunion', fuseau_horaire: 'Indian/Reunion' } });
    await office().record({ 'convention.json': conventionText(convention) });
    await given([FIRST]);
    const { timeZone, entries } = await historyOf(A1);
    expect(timeZone).toBe('Indian/Reunion');
    const [{ recordedAt, recordedLocally }] = entries as [HistoryEntry];
    expect(Date.parse(`${recordedLocally.replace(' ', 'T')}+04:00`)).toBe(Date.parse(recordedAt));
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
    const reads = (await office().history()).filter(({ type }) => type === 'NamedListRead');
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
      expect(await office().audit({ kind: 'allocation', value })).toBe('unknown-allocation');
    },
  );

  it('is refused where nothing has been recorded', async () => {
    expect(await office().audit(A1)).toBe('unknown-allocation');
  });
});

describe('the history of a residence', () => {
  const R2 = { kind: 'residence', value: 'R2' } as const;

  it('contains everything that was recorded about it, in order, and its leases by internal id', async () => {
    await given([FIRST, { ...OTHER, date_bail: '2023-02-01', code_residence: 'R1' }]);
    await office().record({
      'residences.csv': 'code_residence;nom;code_insee;code_bailleur;logements\nR2;Deux bis;78297;L-B;31\n',
      'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR2;2024-01-01;L-A\n',
      'logements.csv': 'reference_logement;code_residence;surface;loyer\nLOG-9;R2;62,5;412,30\nLOG-8;R1;;\n',
      'ops.csv': `code_residence;annee;logements;taux_reponse;part_moins_40_plus;taux_activite;part_familles_nombreuses;part_monoparentales;part_mineurs
R2;2022;30;87,5;38;66;15;21;31\n`,
      'notes.csv':
        'code_residence;date_effet;note_commune;note_bailleur;note_finale;motif_consensus\nR2;2024-01-01;2;4;3;Réunion du 12\n',
    });
    await office().record({
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
    const before = (await office().history()).length;
    const history = await historyOf(R2);
    expect(history.names).toBe('none');
    expect(await office().history()).toHaveLength(before);
    expect(JSON.stringify(history)).not.toMatch(/078000000000000001|LOG-1/);
    expect((await historyOf(R2, { actor: READER })).entries).toEqual(history.entries);
  });

  it('is refused where no residence has that code', async () => {
    await given([FIRST]);
    await office().record({ 'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR2;2024-01-01;L-A\n' });
    for (const value of ['R', 'ownership-R2@2024-01-01', ''])
      expect(await office().audit({ kind: 'residence', value })).toBe('unknown-residence');
  });
});
