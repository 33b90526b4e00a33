import { EVERYTHING, limitedTo, type Actor } from '#access';
import { ThisThreadVerifier } from '#audit';
import { aConventionFile, conventionText } from '#convention/testing';
import { CONVENTION_FILE, ThisThreadImporter } from '#exchange';
import { buildApi } from '#service';
import type { ReadDictionary } from '#dictionary';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY } from './support/territory';

const CONVENTION = aConventionFile({
  publics: [{ code: 'jeunes', nom: 'Moins de 25 ans', sensible: false }],
  professions_essentielles: [{ code: 'soin', nom: 'Soignants' }],
});

describe('GET /api/territory', () => {
  let service: StartedApi;
  let before: string;
  let recorded = 0;
  beforeAll(async () => {
    service = await startedApi();
    await service.send(new Map([[CONVENTION_FILE, conventionText(CONVENTION)], ...csvFiles(TERRITORY)]));
    before = (await service.installation.eventStore.head())!.recordedAt;
    await service.send({
      'bailleurs.csv': [{ code_bailleur: 'L-A', nom: 'Bailleur A, renommé' }],
      'notes.csv': [{ code_residence: 'R3', date_effet: '2023-06-01', note_commune: '4', note_bailleur: '4' }],
    });
  });
  afterAll(() => service.stop());

  const read = async (query = '') => (await (await service.get(`/api/territory${query}`)).json()) as ReadDictionary;

  it('gives exactly the published fields, of a day', async () => {
    const dictionary = await read('?on=2023-06-30');
    expect(dictionary).toMatchObject({
      on: '2023-06-30',
      territory: { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
      communes: [
        { id: '78297', label: 'Guyancourt' },
        { id: '78621', label: 'Trappes' },
      ],
      sectors: [],
      landlords: [
        { id: 'L-A', label: 'Bailleur A, renommé' },
        { id: 'L-B', label: 'Bailleur B' },
      ],
      holders: [
        { id: 'ETAT', label: 'État', contingent: 'etat', commune: null },
        { id: 'VILLE', label: 'Ville', contingent: 'commune', commune: null },
      ],
      contingents: [{ id: 'etat' }, { id: 'commune' }],
      publics: [{ id: 'jeunes', label: 'Moins de 25 ans', sensitive: false, figure: 'PUBLIC_JEUNES' }],
      occupations: [{ id: 'soin', label: 'Soignants' }],
    });
    expect(dictionary.residences[0]).toEqual({
      id: 'R1',
      label: 'Résidence 1',
      commune: '78621',
      sector: null,
      landlord: 'L-A',
      districts: ['L-Q1'],
      note: 5,
      dwellings: 50,
      latitude: null,
      longitude: null,
      withinScope: true,
    });
    expect(dictionary.districts.map(({ id, inForce }) => [id, inForce])).toEqual([
      ['L-Q1', true],
      ['L-Q2', false],
    ]);
    expect((await read('?on=2024-06-30')).residences[0]!.districts).toEqual(['L-Q2']);
  });

  it('gives the names and the notes as they were known at an instant', async () => {
    const of = async (query: string) => {
      const { landlords, residences } = await read(query);
      return [landlords[0]?.label, residences[2]?.note];
    };
    expect(await of('?on=2023-06-30')).toEqual(['Bailleur A, renommé', 4]);
    expect(await of(`?on=2023-06-30&as-of=${before}`)).toEqual(['Bailleur A', 2]);
    expect(await read('?as-of=2020-01-01')).toMatchObject({ position: null, residences: [], publics: [] });
  });

  it('shows what has just been written to who waits for its position', async () => {
    await service.send({ 'communes.csv': [{ code_insee: '78165', nom: 'Les Clayes-sous-Bois' }] });
    const { position } = (await service.installation.eventStore.head())!;
    expect((await read(`?wait=${position}`)).communes.map(({ id }) => id)).toContain('78165');
    expect(await (await service.get('/api/territory?wait=99999999999999999999')).json()).toMatchObject({
      status: 400,
      code: 'unknown-position',
    });
  });

  describe('with its tag', () => {
    let actor: Actor = { id: 'a', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) };
    const landlord = actor;
    let app: Awaited<ReturnType<typeof buildApi>>;
    beforeAll(async () => {
      app = await buildApi(service.installation, {
        authenticator: { actorOf: () => Promise.resolve(actor) },
        importer: new ThisThreadImporter(service.installation),
        verifier: new ThisThreadVerifier(service.installation),
      });
    });
    afterAll(() => app.close());
    beforeEach(() => {
      actor = landlord;
    });
    const PERIOD = 'from=2023-01-01&to=2024-12-31';
    const ADDRESSES = [
      '/api/territory',
      '/api/territory?as-of=2020-01-01',
      `/api/compliance?${PERIOD}&scope=bailleur`,
      `/api/objectives?${PERIOD}`,
      '/api/convention',
    ];
    const ask = (url: string, tag?: string) =>
      app.inject({ url, headers: tag === undefined ? {} : { 'if-none-match': tag } });

    it.each(ADDRESSES)('%s answers 304 until something is recorded', async (url) => {
      const { statusCode, headers } = await ask(url);
      expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-cache']);
      const tag = headers.etag!;
      const again = await ask(url, tag);
      expect([again.statusCode, again.body]).toEqual([304, '']);
      await service.send({ 'communes.csv': [{ code_insee: '78383', nom: `Maurepas ${(recorded += 1)}` }] });
      expect((await ask(url, tag)).statusCode).toBe(200);
    });

    it.each(ADDRESSES)('%s answers no 304 to another scope, and none to another role', async (url) => {
      const tag = (await ask(url)).headers.etag!;
      actor = { ...landlord, scope: limitedTo({ landlord: ['L-B'] }) };
      expect((await ask(url, tag)).statusCode).toBe(200);
      actor = { ...landlord, role: 'administrateur' };
      expect((await ask(url, tag)).statusCode).toBe(200);
      actor = { id: 'b', role: 'agent_epci', scope: EVERYTHING };
      expect((await ask(url, tag)).statusCode).toBe(200);
      actor = landlord;
      expect((await ask(url, tag)).statusCode).toBe(304);
    });

    it('answers whole after a model was built again, whatever was recorded', async () => {
      const tag = (await ask('/api/territory')).headers.etag!;
      actor = { id: 'b', role: 'administrateur', scope: EVERYTHING };
      const rebuilt = await app.inject({ method: 'POST', url: '/api/projections/compliance/rebuild' });
      expect(rebuilt.statusCode).toBeLessThan(300);
      actor = landlord;
      for (let tries = 0; tries < 200 && (await ask('/api/territory', tag)).statusCode === 304; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await ask('/api/territory', tag)).statusCode).toBe(200);
    });

    it('keeps no file and no list', async () => {
      actor = { id: 'b', role: 'agent_epci', scope: EVERYTHING };
      await service.send({ 'attributions.csv': leases(1, 12) });
      for (const url of [`/api/compliance?${PERIOD}&format=csv`, '/api/allocations', '/api/fragility']) {
        const { statusCode, headers } = await ask(url);
        expect([url, statusCode, headers.etag]).toEqual([url, 200, undefined]);
        expect(headers['cache-control']).toBe('no-store');
      }
    });
  });
});
