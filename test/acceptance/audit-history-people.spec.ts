import { EVERYTHING, limitedTo, type Actor } from '#access';
import { acts, changes, FIRST, officeOfDossiers, OTHER, READER, STATISTICIAN } from './support/dossiers';
import { csv, lease, leases, type Row } from './support/territory';

const { office, given, historyOf } = officeOfDossiers();

describe('the history of a household with a rehousing', () => {
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
    office().record({
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
    const [reading] = (await office().history()).slice(-1);
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

describe('the history of a household with several leases', () => {
  const H1 = { kind: 'household', value: FIRST.numero_unique } as const;

  it('contains the events of all its leases, in the order of recording', async () => {
    await given([FIRST, OTHER, FIRST]);
    await office().record({ 'attributions.csv': csv(lease({ ...FIRST, numero_attribution: 'A1', dalo: 'O' })) });
    const history = await historyOf(H1);
    expect(acts(history)).toEqual(['Bail signé', 'Bail signé', 'Bail corrigé']);
    expect(new Set(history.entries.map(({ about }) => about)).size).toBe(2);
    expect(changes(history)).toEqual(['public prioritaire : non → oui', 'DALO : non → oui']);
  });

  it('ends where the lease goes to another household, whose facts are not shown', async () => {
    await given([FIRST], [{ ...OTHER, categorie_prioritaire: 'secret' }]);
    await office().record(leases({ ...OTHER, categorie_prioritaire: 'secret', dalo: 'O' }));
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
    expect(await office().audit({ kind: 'household', value: '078999999999999999' })).toBe('unknown-household');
  });
});

describe('reading personal facts', () => {
  const H1 = { kind: 'household', value: FIRST.numero_unique } as const;

  it('is recorded before they are shown: the actor, the number of rows, and the sealed search and ids', async () => {
    await given([FIRST, FIRST, OTHER]);
    const before = (await office().history()).length;
    const history = await historyOf(H1, { actor: READER });
    expect(history.names).toBe('shown');
    const [read, ...more] = (await office().history()).slice(before);
    expect(more).toEqual([]);
    expect(read).toMatchObject({
      type: 'NamedListRead',
      stream: 'named-list-reads-2025-01-10',
      data: { list: 'audit-history', count: 2 },
      people: { household: history.subject.id },
      metadata: { actor: 'lectrice', role: 'auditeur', effectiveDay: '2025-01-10' },
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
    const { position: _before, asOf: _then, ...figures } = await office().report();
    await historyOf(H1);
    const { position: _after, asOf: _now, ...after } = await office().report();
    expect(after).toEqual(figures);
  });

  it('is not recorded, and shows nothing, where names are not asked for or not allowed', async () => {
    await given([FIRST], [{ ...FIRST, ressources_annuelles: '19000' }]);
    const { subject } = await historyOf({ kind: 'allocation', value: 'A1' }, { names: false });
    const before = (await office().history()).length;
    const hidden = [
      await historyOf({ kind: 'allocation', value: 'A1' }, { names: false }),
      await historyOf({ kind: 'allocation', value: subject.id }, { names: false }),
      await historyOf(H1, { names: false }),
    ];
    for (const history of hidden) {
      expect(history.names).toBe('hidden');
      expect(history.entries.map(({ people }) => people)).toEqual(['hidden', 'hidden']);
      const text = JSON.stringify(history);
      for (const secret of ['078000000000000001', 'LOG-1', '18\u00a0000', '"A1"']) expect(text).not.toContain(secret);
      expect(history.entries[0]!.text).toContain('[données personnelles scellées, non montrées]');
    }
    expect(await office().history()).toHaveLength(before);
  });

  it('is refused where it cannot be recorded; the history without names is still shown', async () => {
    await given([FIRST]);
    const events = await office().beside();
    try {
      expect(await office().audit(H1, { events })).toBe('reading-not-recorded');
      expect(await office().audit({ kind: 'allocation', value: 'A1' }, { events })).toBe('reading-not-recorded');
      expect(await historyOf(H1, { events, names: false })).toMatchObject({ names: 'hidden' });
      expect(await historyOf({ kind: 'residence', value: 'R2' }, { events })).toMatchObject({ names: 'none' });
    } finally {
      await events.close();
    }
  });

  it('is refused to an actor who may not read named lists, whether the number exists or not: to know that is personal data', async () => {
    await given([FIRST]);
    for (const value of [FIRST.numero_unique, '078999999999999999'])
      expect(await office().audit({ kind: 'household', value }, { actor: STATISTICIAN })).toBe('not-allowed');
    for (const value of ['A1', 'A9'])
      expect(await office().audit({ kind: 'allocation', value }, { actor: STATISTICIAN })).toBe('not-allowed');
  });

  it.each<[string, Actor, string]>([
    ['a process', { id: 'system', role: 'system', scope: EVERYTHING }, 'not-allowed'],
    ['nobody', { ...READER, scope: { kind: 'none' } }, 'not-allowed'],
    ['a landlord', { ...READER, scope: limitedTo({ landlord: ['L-B'] }) }, 'scope-not-allowed'],
    ['a commune', { ...STATISTICIAN, role: 'commune', scope: limitedTo({ commune: ['78621'] }) }, 'not-allowed'],
  ])('is refused to %s', async (_who, actor, code) => {
    await given([FIRST]);
    for (const asked of [H1, { kind: 'residence', value: 'R2' } as const])
      expect(await office().audit(asked, { actor })).toBe(code);
  });
});
