import { unpackSealed } from '#allocation';
import { aConventionFile, conventionText } from '#convention/testing';
import type { RecordedEvent } from '#event-store';
import { dayAt, type Json } from '#kernel';
import { startedApi, type StartedApi } from './support/started-api';
import { TERRITORY, type Row } from './support/territory';
import { A_HOUSEHOLD, VacancyOffice } from './support/vacancy-desk';

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

const BOUNDS = (year: string): Row => ({ annee: year, q1: '11000', q2: '17000', q3: '25000' });

describe('the lease of a vacancy, over HTTP', () => {
  let service: StartedApi;
  let office: VacancyOffice;
  let today: string;
  beforeAll(async () => {
    service = await startedApi();
    today = dayAt(service.installation.clock.now(), 'Europe/Paris');
    office = new VacancyOffice(service, today, 'BAIL');
    expect((await send(service, territory())).status).toBe(200);
  });
  afterAll(() => service.stop());

  const territory = () => ({ ...TERRITORY, 'seuils.csv': [BOUNDS(today.slice(0, 4))] });
  const send = (to: StartedApi, files: Parameters<StartedApi['send']>[0]) => to.send(files);
  const lease = (numero_attribution: string, date_bail = today) => ({ numero_attribution, date_bail });
  const row = (cells: Row): Row => ({
    date_bail: today,
    date_caleol: today,
    code_residence: 'R1',
    typologie: 'T3',
    financement: 'PLUS',
    premiere_mise_en_location: 'N',
    annulee: 'N',
    code_reservataire: 'VILLE',
    ...A_HOUSEHOLD,
    ...cells,
  });
  const eventsOf = (to: StartedApi, allocation: string) =>
    to.installation.eventStore.readStream(`allocation-${allocation}`, { maxCount: 100 });
  const openedOf = async (to: StartedApi, { people, id }: RecordedEvent) => {
    const keys = await (await to.installation.vault()).keysOf([people!.household]);
    return unpackSealed(keys.open<Json>(people!, id)!);
  };
  /** Numerator and denominator of each figure of the territory, once the projections show all that is recorded. */
  const figures = async (of: StartedApi): Promise<Readonly<Record<string, unknown>>> => {
    await of.installation.engine.waitForAll((await of.installation.eventStore.head())!.position);
    const year = today.slice(0, 4);
    const answer = await of.get(`/api/compliance?from=${year}-01-01&to=${year}-12-31`);
    return ((await answer.json()) as { readonly figures: Readonly<Record<string, unknown>> }).figures;
  };

  it('is the same as its row in a file: the same event, the same sealed facts, the same figures', async () => {
    const other = await startedApi();
    try {
      expect((await send(other, territory())).status).toBe(200);
      const before = await figures(service);
      expect(before).toEqual(await figures(other));
      const numero_unique = office.number();
      const vacancy = await office.accepted(numero_unique, 'LOGT-BAIL-MEME');
      const { allocation, status } = await office.done(`/${vacancy}/lease`, lease('ATT-BAIL-1'));
      expect(status).toBe('let');
      const cells = { numero_attribution: 'ATT-BAIL-1', numero_unique, reference_logement: 'LOGT-BAIL-MEME' };
      expect((await send(other, { 'attributions.csv': [row(cells)] })).status).toBe(200);
      const vault = await other.installation.vault();
      const [live] = await eventsOf(service, allocation);
      const [imported] = await eventsOf(other, (await vault.find('allocation', 'ATT-BAIL-1'))!);
      const dataOf = ({ type, schemaVersion, data: { household: _random, ...data } }: RecordedEvent) => ({
        type,
        schemaVersion,
        data,
      });
      expect(dataOf(live!)).toEqual(dataOf(imported!));
      expect(live!.data).toMatchObject({ quartile: 1, homeWork: true, essentialWorker: true, holder: 'VILLE' });
      expect(await openedOf(service, live!)).toEqual(await openedOf(other, imported!));
      expect(live!.metadata.effectiveDay).toBe(imported!.metadata.effectiveDay);
      const after = await figures(service);
      expect(after).toEqual(await figures(other));
      expect(after).not.toEqual(before);
      // The row of the file comes here too: it is that lease, and says nothing new.
      expect((await send(service, { 'attributions.csv': [row(cells)] })).status).toBe(200);
      expect(await eventsOf(service, allocation)).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it('is completed by a row of a file, and keeps its household and its dwelling', async () => {
    const numero_unique = office.number();
    const vacancy = await office.accepted(numero_unique, 'LOGT-BAIL-LIGNE');
    const { allocation } = await office.done(`/${vacancy}/lease`, lease('ATT-BAIL-2'));
    const cells = { numero_attribution: 'ATT-BAIL-2', numero_unique, reference_logement: 'LOGT-BAIL-LIGNE' };
    const faultsOf = async (changed: Row) => {
      const answer = await send(service, { 'attributions.csv': [row({ ...cells, ...changed })] });
      const { faults = [] } = (await answer.json()) as { readonly faults?: readonly { readonly column: string }[] };
      return [answer.status, faults.map(({ column }) => column)];
    };
    expect(await faultsOf({ reference_logement: 'LOGT-BAIL-AUTRE' })).toEqual([422, ['reference_logement']]);
    expect(await faultsOf({ numero_unique: office.number() })).toEqual([422, ['numero_unique']]);
    const posted = await service.post('/api/allocations', row({ ...cells, code_residence: 'R2' }));
    expect([posted.status, await posted.json()]).toMatchObject([422, { faults: [{ column: 'reference_logement' }] }]);
    expect(await faultsOf({ financement: '', typologie: 'T4', composition: '' })).toEqual([200, []]);
    const events = await eventsOf(service, allocation);
    expect(events.slice(1).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'AllocationCorrected', data: { changes: { dwellingType: { from: 'T3', to: 'T4' } } } },
    ]);
  });

  it('answers 200 under its number for a lease that a file recorded', async () => {
    const numero_unique = office.number();
    const vacancy = await office.accepted(numero_unique, 'LOGT-BAIL-FICHIER');
    const cells = { numero_attribution: 'ATT-BAIL-3', numero_unique, reference_logement: 'LOGT-BAIL-FICHIER' };
    expect((await send(service, { 'attributions.csv': [row(cells)] })).status).toBe(200);
    const answer = await office.post(`/${vacancy}/lease`, lease('ATT-BAIL-3'));
    expect(answer).toMatchObject({ status: 201, body: { status: 'let' } });
    expect(await office.post(`/${vacancy}/lease`, lease('ATT-BAIL-3'))).toMatchObject({
      status: 200,
      body: { status: 'let', allocation: answer.body.allocation },
    });
    expect(await eventsOf(service, answer.body.allocation)).toHaveLength(1);
    // It let the vacancy, so it stays the lease of that candidate.
    const changed = await send(service, { 'attributions.csv': [row({ ...cells, numero_unique: office.number() })] });
    expect([changed.status, await changed.json()]).toMatchObject([422, { faults: [{ column: 'numero_unique' }] }]);
  });

  it('of a file names the steps that were not recorded, and its events are in the history of the vacancy', async () => {
    const numero_unique = office.number();
    const vacancy = await office.oriented('LOGT-BAIL-TOT');
    const candidate = await office.designated(vacancy, numero_unique);
    const cells = { numero_attribution: 'ATT-BAIL-TOT', numero_unique, reference_logement: 'LOGT-BAIL-TOT' };
    expect((await send(service, { 'attributions.csv': [row(cells)] })).status).toBe(200);
    const notices = ['commission-not-recorded', 'offer-not-recorded', 'acceptance-not-recorded'];
    const { allocation, ...answer } = await office.done(`/${vacancy}/lease`, lease('ATT-BAIL-TOT'));
    expect(answer).toMatchObject({ status: 'let', candidate, notices });
    const shown = await service.get(`/api/vacancies/${vacancy}`);
    expect(await shown.json()).toMatchObject({ status: 'let', notices });
    await office.done(`/${vacancy}/lease/correction`, { financement: 'PLAI', motif: 'erreur' });
    const events = await office.history(vacancy);
    expect(events.map(({ type, allocation: of }) => [type, of])).toEqual([
      ['VacancyDeclared', null],
      ['VacancyOriented', null],
      ['CandidateDesignated', null],
      ['AllocationSigned', allocation],
      ['VacancyLet', null],
      ['AllocationCorrected', allocation],
    ]);
  });

  it('is refused by code, in their order, and on trial writes nothing', async () => {
    const numero_unique = office.number();
    const vacancy = await office.accepted(numero_unique);
    const codeOf = async (body: object, headers?: object, path = 'lease') =>
      (await office.post(`/${vacancy}/${path}`, body, headers)).body.code;
    const head = await service.installation.eventStore.head();
    expect(await codeOf({})).toBe('value-not-admitted');
    expect(await codeOf(lease('ATT-BAIL-4', '2999-01-01'))).toBe('day-in-future');
    expect(await codeOf(lease('ATT-BAIL-4', '2020-01-01'))).toBe('lease-before-acceptance');
    expect(await codeOf(lease('ATT-BAIL-1'))).toBe('allocation-number-taken');
    expect(await codeOf(lease('ATT-BAIL-4'), { 'if-match': '"1"' })).toBe('vacancy-changed');
    expect(await codeOf({ motif: 'erreur', financement: 'PLAI' }, {}, 'lease/correction')).toBe('not-in-this-status');
    expect(await codeOf({ motif: 'erreur', date: today }, {}, 'lease/cancellation')).toBe('not-in-this-status');
    expect(await office.post(`/${vacancy}/lease?dry-run=true`, lease('ATT-BAIL-4'))).toMatchObject({
      status: 200,
      body: { status: 'let' },
    });
    expect((await service.installation.eventStore.head())!.position).toBe(head!.position);
    const other = await office.accepted(numero_unique);
    await office.done(`/${other}/lease`, lease('ATT-BAIL-5'));
    expect(await codeOf(lease('ATT-BAIL-1', '2020-01-01'))).toBe('household-already-housed');
  });

  it('tells on trial what each objective in force would become, and nothing where nobody is brought forward', async () => {
    const objective = {
      code: 'Q1-EPCI',
      nom: 'Un quart du premier quartile',
      figure: 'Q1',
      portee: { type: 'epci' },
      periode: 'annee',
      origine: 'loi',
      source: 'CCH L441-1',
      date_debut: '2017-01-28',
      date_fin: null,
      operateur: 'min',
      valeur: '25 %',
    };
    const convention = conventionText(aConventionFile({ objectifs: [objective] as never }));
    expect((await service.send(new Map([['convention.json', convention]]))).status).toBe(200);
    await figures(service);
    const vacancy = await office.accepted();
    const trial = async () => (await office.post(`/${vacancy}/lease?dry-run=true`, lease('ATT-BAIL-8'))).body;
    const tried = await trial();
    const effects = tried['effects'] as readonly { readonly before: Counts; readonly after: Counts }[];
    expect(effects).toMatchObject([{ code: 'Q1-EPCI', text: expect.stringContaining('au moins 25 %') as string }]);
    const [{ before, after }] = effects as [(typeof effects)[0]];
    expect([after.numerator, after.denominator]).toEqual([before.numerator + 1, before.denominator + 1]);
    const closing = await office.post(`/${vacancy}/closing?dry-run=true`, { date: today, motif: 'travaux' });
    expect(closing.body['effects']).toBeUndefined();
    const other = await office.oriented();
    const effectOf = async (path: string, body: object) => {
      const { effects: shown } = (await office.post(`/${other}${path}?dry-run=true`, body)).body;
      const [one] = shown as [{ readonly before: Counts; readonly after: Counts }];
      return [one.after.numerator - one.before.numerator, one.after.denominator - one.before.denominator];
    };
    const household = { ...A_HOUSEHOLD, numero_unique: office.number() };
    expect(await effectOf('/candidates', household)).toEqual([1, 1]);
    expect(await effectOf('/candidates', { ...household, ressources_annuelles: '90000' })).toEqual([0, 1]);
    const { candidate } = await office.done(`/${other}/candidates`, household);
    const one = `/candidates/${candidate}`;
    expect(await effectOf(`${one}/facts`, { ressources_annuelles: '90000', motif: 'erreur' })).toEqual([0, 1]);
    const opinion = { date: today, avis: 'favorable' };
    expect(await effectOf(`${one}/opinion`, opinion)).toEqual([1, 1]);
    const decisions = [{ candidate, decision: 'attribution' }];
    const sitting = { date_caleol: today, exception: 'insuffisance', attestation: 'O', decisions };
    expect(await effectOf('/commission', sitting)).toEqual([1, 1]);
    const withdrawal = { motif: 'injoignable', par: 'reservataire' };
    const withdrawn = await office.post(`/${other}${one}/withdrawal?dry-run=true`, withdrawal);
    expect(withdrawn.body['effects']).toEqual([]);
    const returned = await office.post(`/${other}/return?dry-run=true`, { motif: 'sans_candidat' });
    expect(returned.body['effects']).toEqual([]);
    const signed = await office.done(`/${vacancy}/lease`, lease('ATT-BAIL-8'));
    expect(signed['effects']).toBeUndefined();
    const shown = (await figures(service)) as unknown as readonly (Counts & { readonly code: string })[];
    const q1 = shown.find(({ code }) => code === 'Q1')!;
    expect([q1.numerator, q1.denominator]).toEqual([after.numerator, after.denominator]);
    expect((await trial())['effects']).toEqual([]);
  });

  it('is corrected and cancelled: the figures follow, household and dwelling are free again', async () => {
    const numero_unique = office.number();
    const before = await figures(service);
    const vacancy = await office.accepted(numero_unique, 'LOGT-BAIL-ANNULE');
    const { allocation } = await office.done(`/${vacancy}/lease`, lease('ATT-BAIL-6'));
    const signed = await figures(service);
    expect(signed).not.toEqual(before);
    const correction = { ressources_annuelles: '20000', motif: 'erreur' };
    const key = { 'idempotency-key': 'correction-1' };
    const corrected = await office.post(`/${vacancy}/lease/correction`, correction, key);
    expect(corrected).toMatchObject({ status: 201, body: { status: 'let', allocation } });
    expect(await office.post(`/${vacancy}/lease/correction`, correction, key)).toMatchObject({ status: 200 });
    expect(await figures(service)).not.toEqual(signed);
    const cells = { numero_attribution: 'ATT-BAIL-6', numero_unique, reference_logement: 'LOGT-BAIL-ANNULE' };
    const cancellation = { date: today, motif: 'renonciation' };
    expect(await office.post(`/${vacancy}/lease/cancellation`, { ...cancellation, motif: 'fuite' })).toMatchObject({
      status: 422,
    });
    expect(await office.done(`/${vacancy}/lease/cancellation`, cancellation)).toMatchObject({ status: 'closed' });
    expect(await figures(service)).toEqual(before);
    expect((await eventsOf(service, allocation)).map(({ type }) => type)).toEqual([
      'AllocationSigned',
      'AllocationCorrected',
      'AllocationCancelled',
    ]);
    const again = await office.accepted(numero_unique, 'LOGT-BAIL-ANNULE');
    const restored = await send(service, { 'attributions.csv': [row({ ...cells, annulee: 'N' })] });
    expect([restored.status, await restored.json()]).toMatchObject([422, { faults: [{ column: 'annulee' }] }]);
    const posted = await service.post('/api/allocations', row({ ...cells, annulee: 'N' }));
    expect([posted.status, await posted.json()]).toMatchObject([422, { faults: [{ column: 'annulee' }] }]);
    await office.done(`/${again}/lease`, lease('ATT-BAIL-7'));
    expect(await figures(service)).toEqual(signed);
  });
});
