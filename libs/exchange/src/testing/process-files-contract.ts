import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { EventStore, StreamBatch } from '#event-store';
import { day, isCodedError } from '#kernel';
import { done, GIVEN } from '#vacancy/testing';
import {
  cellsOf,
  countsOf,
  DESIGNATION,
  LEASE,
  designations,
  ProcessFilesBench,
  TERRITORY,
  vacancies,
  VACANCY,
  type OpenStore,
} from './process-files-bench';

const BOTH = { ...vacancies(VACANCY), ...designations(DESIGNATION) };

/** vacances.csv and designations.csv imported into one store: the same suite for each. */
export function processFilesContract(name: string, open: OpenStore): void {
  describe(`files of the process imported into ${name}`, () => {
    const bench = new ProcessFilesBench(open);
    const { importing, history, ofVacancies, typesOf } = bench;

    beforeEach(() => bench.open());
    afterEach(() => bench.end());

    it('declare, orient and designate in one import with the territory, in the name of who imports', async () => {
      const report = await importing({ ...TERRITORY, ...BOTH });
      expect(report.faults).toEqual([]);
      expect(countsOf(report, 'vacances.csv')).toEqual([1, 2, 0]);
      expect(countsOf(report, 'designations.csv')).toEqual([1, 1, 0]);
      const events = await ofVacancies();
      expect(events.map(({ type }) => type)).toEqual(['VacancyDeclared', 'VacancyOriented', 'CandidateDesignated']);
      const imported = { actor: 'agent', role: 'agent_epci' };
      for (const { metadata } of events) expect(metadata).toMatchObject(imported);
      expect(new Set((await history()).map(({ metadata }) => metadata.correlationId)).size).toBe(1);
      expect(events[0]!.data).toMatchObject({ residence: 'R1', landlord: 'L-1', dwellingType: 'T3' });
      expect(events[1]!.data).toMatchObject({ holder: 'VILLE', lastDay: '2026-03-20' });
      expect(events[2]!.data).toMatchObject({ basis: 'reservation', holder: 'VILLE', on: '2026-03-02' });
      expect(JSON.stringify(events.map(({ people: _people, ...clear }) => clear))).not.toContain('SECRET');
      const keys = await bench.vault.keysOf(events.flatMap(({ people }) => (people ? [people.household] : [])));
      expect(keys.open(events[0]!.people!, events[0]!.id)).toEqual({ reference: 'PORTE-SECRETE-1' });
      expect(keys.open(events[2]!.people!, events[2]!.id)).toMatchObject({ householdNumber: '078SECRETNUMBER001' });
    });

    it('add nothing the second time', async () => {
      await importing({ ...TERRITORY, ...BOTH });
      const before = (await history()).length;
      const again = await importing({ ...TERRITORY, ...BOTH });
      expect(again.faults).toEqual([]);
      expect(countsOf(again, 'vacances.csv')).toEqual([1, 0, 1]);
      expect(countsOf(again, 'designations.csv')).toEqual([1, 0, 1]);
      expect(await history()).toHaveLength(before);
    });

    it('write nothing where they are only tried, not even a number', async () => {
      await importing(TERRITORY);
      const before = (await history()).length;
      const report = await importing(BOTH, { dryRun: true });
      expect(countsOf(report, 'vacances.csv')).toEqual([1, 2, 0]);
      expect(await history()).toHaveLength(before);
      expect(await bench.vault.find('household', DESIGNATION['numero_unique']!)).toBeUndefined();
      expect(await bench.vault.find('dwelling', 'R1\nPORTE-SECRETE-1')).toBeUndefined();
    });

    it('are refused whole for one row, and each refusal is a fault of its cell', async () => {
      await importing({ ...TERRITORY, ...vacancies(VACANCY) });
      const before = (await history()).length;
      const elsewhere = { ...VACANCY, reference_logement: 'PORTE-2' };
      const report = await importing({
        ...vacancies(
          { ...VACANCY, date_liberation: '2026-05-01' },
          { ...elsewhere, date_limite: '2026-03-01' },
          { ...elsewhere, reference_logement: 'PORTE-3', pour_un_tour: 'O' },
          { ...elsewhere, reference_logement: 'PORTE-4', code_reservataire: '', date_limite: '', pour_un_tour: 'O' },
          { ...elsewhere, reference_logement: 'PORTE-5' },
          { ...elsewhere, reference_logement: 'PORTE-6', code_residence: 'R404' },
        ),
        ...designations(
          DESIGNATION,
          { ...DESIGNATION, fondement: 'substitution', numero_unique: '078SECRETNUMBER002' },
          { ...DESIGNATION, reference_logement: 'PORTE-2' },
          { ...DESIGNATION, reference_logement: 'PORTE-7' },
        ),
      });
      expect(cellsOf(report)).toEqual([
        'vacances.csv 2 reference_logement PORTE-SECRETE-1',
        'vacances.csv 3 date_limite 2026-03-01',
        'vacances.csv 4 pour_un_tour O',
        'vacances.csv 5 pour_un_tour O',
        'vacances.csv 7 code_residence R404',
        'designations.csv 3 code_reservataire ',
        'designations.csv 5 reference_logement PORTE-7',
      ]);
      expect(report.files).toEqual([]);
      expect(await history()).toHaveLength(before);
      expect(await bench.vault.find('household', DESIGNATION['numero_unique']!)).toBeUndefined();
    });

    it('correct the facts of a household by a changed row, with all its cells', async () => {
      await importing({ ...TERRITORY, ...BOTH });
      const changed = { ...DESIGNATION, ressources_annuelles: '', dalo: 'O' };
      const report = await importing(designations(changed));
      expect(countsOf(report, 'designations.csv')).toEqual([1, 1, 0]);
      const last = (await ofVacancies()).at(-1)!;
      expect(last).toMatchObject({
        type: 'CandidateFactsCorrected',
        data: { motive: 'situation_changee', changes: { priority: { from: false, to: true } } },
      });
      const keys = await bench.vault.keysOf([last.people!.household]);
      expect(keys.open(last.people!, last.id)).toMatchObject({ changes: { income: { from: 1_200_000, to: null } } });
      expect(countsOf(await importing(designations(changed)), 'designations.csv')).toEqual([1, 0, 1]);
      expect(countsOf(await importing(designations(DESIGNATION)), 'designations.csv')).toEqual([1, 1, 0]);
      expect(cellsOf(await importing(designations({ ...DESIGNATION, fondement: 'dalo_prefet' })))).toEqual([
        'designations.csv 2 fondement dalo_prefet',
      ]);
    });

    it('orient again by a changed row as far as the process admits it, and never correct a declaration', async () => {
      await importing({ ...TERRITORY, ...vacancies({ ...VACANCY, code_reservataire: '', date_limite: '' }) });
      await importing(vacancies(VACANCY));
      await importing(vacancies({ ...VACANCY, date_limite: '2026-03-25' }));
      const other = { ...VACANCY, code_reservataire: 'PROPRE', hors_flux: 'relogement' };
      await importing(vacancies(other));
      expect(countsOf(await importing(vacancies(other)), 'vacances.csv')).toEqual([1, 0, 1]);
      const oriented = (await ofVacancies()).slice(1).map(({ type, data }) => [type, data['holder'], data['ground']]);
      expect(oriented).toEqual([
        ['VacancyOriented', 'VILLE', null],
        ['VacancyReoriented', 'VILLE', 'nouveau_delai'],
        ['VacancyReoriented', 'PROPRE', 'erreur'],
      ]);
      expect(cellsOf(await importing(vacancies({ ...other, typologie: 'T4' })))).toEqual([
        'vacances.csv 2 typologie T4',
      ]);
      expect(cellsOf(await importing(vacancies({ ...other, loyer: '412,30' })))).toEqual([
        'vacances.csv 2 loyer 412,30',
      ]);
      await importing(vacancies(VACANCY));
      await importing(designations(DESIGNATION));
      expect(cellsOf(await importing(vacancies(other)))).toEqual(['vacances.csv 2 code_reservataire PROPRE']);
    });

    it('take what a row leaves out from the dwelling, also of the same import', async () => {
      const dwelling = { reference_logement: 'PORTE-SECRETE-1', code_residence: 'R1', surface: '62', loyer: '400,50' };
      await importing({ ...TERRITORY, 'logements.csv': [dwelling], ...vacancies(VACANCY) });
      expect((await ofVacancies())[0]!.data).toMatchObject({ dwellingType: 'T3', surface: 6_200, rent: 40_050 });
    });

    it('designate before the leases of the same import, and no household that has one', async () => {
      const lease = { 'attributions.csv': [LEASE] };
      const files = { ...TERRITORY, ...BOTH, ...lease };
      expect((await importing(files)).faults).toEqual([]);
      expect((await importing(files)).faults).toEqual([]);
      const elsewhere = { reference_logement: 'PORTE-2' };
      const again = await importing({
        ...vacancies({ ...VACANCY, ...elsewhere }),
        ...designations({ ...DESIGNATION, ...elsewhere }),
      });
      expect(cellsOf(again)).toEqual(['designations.csv 2 numero_unique 078SECRETNUMBER001']);
      await importing({ 'attributions.csv': [{ ...LEASE, annulee: 'O' }] });
      const cancelled = await importing({
        ...vacancies({ ...VACANCY, ...elsewhere }),
        ...designations({ ...DESIGNATION, ...elsewhere }),
      });
      expect(cancelled.faults).toEqual([]);
    });

    it('name the vacancy that was declared live, and declare anew the dwelling of an error', async () => {
      await importing(TERRITORY);
      const recorder = bench.recorder();
      const dwelling = { residence: 'R1', reference: 'PORTE-SECRETE-1' };
      const sending = { actor: INSTALLATION_ADMINISTRATOR };
      const { vacancy } = done(await recorder.declare({ given: GIVEN, dwelling }, sending));
      await importing(vacancies(VACANCY));
      expect(await typesOf()).toEqual(['VacancyDeclared', 'VacancyOriented']);
      const closing = { verb: 'closing', given: { on: day('2026-03-02'), motive: 'erreur' } } as const;
      done(await recorder.send({ vacancy, act: closing }, sending));
      expect(countsOf(await importing(vacancies(VACANCY)), 'vacances.csv')).toEqual([1, 0, 1]);
      await importing(vacancies({ ...VACANCY, typologie: 'T4' }));
      expect((await typesOf()).slice(3)).toEqual(['VacancyDeclared', 'VacancyOriented']);
    });

    it('are finished once by the next import where they were cut off', async () => {
      await importing(TERRITORY);
      const cut = beforeWriting(bench.store, async (stream) => {
        if (stream === undefined || stream.startsWith('vacancy-')) throw new Error('the process was killed');
      });
      await expect(importing(BOTH, { store: cut })).rejects.toThrow('killed');
      const again = await importing(BOTH);
      expect(again.faults).toEqual([]);
      expect(await typesOf()).toEqual(['VacancyDeclared', 'VacancyOriented', 'CandidateDesignated']);
      expect((await importing(BOTH)).files.map(({ events }) => events)).toEqual([0, 0]);
    });

    it('are known once their household is erased', async () => {
      await importing({ ...TERRITORY, ...BOTH });
      const number = DESIGNATION['numero_unique']!;
      const household = await bench.vault.find('household', number);
      await bench.vault.moveNumber('household', number, { from: household, to: undefined });
      await bench.vault.forget([household!]);
      const again = await importing(BOTH);
      expect([again.faults, again.warnings.length]).toEqual([[], 0]);
      expect(await typesOf()).toHaveLength(3);
    });

    it('leave a dwelling to who declares it meanwhile: one open vacancy, whatever comes first', async () => {
      await importing(TERRITORY);
      const dwelling = { residence: 'R1', reference: 'PORTE-SECRETE-1' };
      let isFirst = true;
      const rival = async (stream: string | undefined): Promise<void> => {
        if (!isFirst || (stream !== undefined && stream !== 'imports')) return;
        isFirst = false;
        await bench.recorder().declare({ given: GIVEN, dwelling }, { actor: INSTALLATION_ADMINISTRATOR });
      };
      const store = beforeWriting(bench.store, rival);
      const failure = await importing(BOTH, { store }).catch((error: unknown) => error);
      expect(isCodedError(failure, 'import-conflict') || isCodedError(failure, 'import-overtaken')).toBe(true);
      expect(await typesOf()).toEqual(['VacancyDeclared']);
    });
  });
}

/** The store, with something that happens before each write of the import. @param happens with the stream; undefined where all is one transaction */
function beforeWriting(store: EventStore, happens: (stream: string | undefined) => Promise<void>): EventStore {
  const hooks: Readonly<Record<string, (given: never) => Promise<unknown>>> = {
    append: async (batch: StreamBatch) => {
      await happens(batch.stream);
      return store.append(batch);
    },
    appendAtomically: async (batches: AsyncIterable<StreamBatch>) => {
      await happens(undefined);
      return (store as unknown as { appendAtomically(given: unknown): Promise<unknown> }).appendAtomically(batches);
    },
  };
  return new Proxy(store, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return hooks[String(key)] ?? (value.bind(target) as unknown);
    },
  });
}
