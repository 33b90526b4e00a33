import type { EventStore, StreamBatch } from '#event-store';
import { addDays, day, isRefusal, newUuid, type Uuid } from '#kernel';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import type { VacancyRecorder } from '../recording/vacancy-recorder';
import type { ProposedHousehold } from '../sealed-candidate';
import { RecordingBench, TODAY, type OpenStore } from './recording-bench';
import { codeOf, done, replacing } from './recording-givens';

/** Vacancies recorded on one store: the same suite for each. */
export function vacancyContract(name: string, open: OpenStore): void {
  describe(`vacancies recorded on ${name}`, () => {
    const bench = new RecordingBench(open);
    const { sending, aDwelling, aHousehold, declare, declared, act, acted, orientation, designation, commission } =
      bench;
    const { eventsOf, typesOf, designatedThree } = bench;

    beforeAll(() => bench.openVault());
    afterAll(() => bench.closeVault());
    beforeEach(() => bench.open());
    afterEach(() => bench.closeStore());
    const recorderOn = (on: EventStore): VacancyRecorder => bench.recorderOn(on);

    it('go from a free dwelling to an accepted offer, and each answer says how the vacancy stands', async () => {
      const first = done(await declare());
      expect(first).toMatchObject({ status: 'declared', types: ['VacancyDeclared'], revision: 0 });
      const { vacancy } = first;
      const candidates = await designatedThree(vacancy);
      const [rank1, rank2] = candidates as [Uuid, Uuid];
      expect(await acted(vacancy, commission(candidates))).toMatchObject({ status: 'decided' });
      const offer = { verb: 'offer', given: { notifiedOn: TODAY, delay: 10 } } as const;
      expect(codeOf(await act(vacancy, { ...offer, candidate: rank2 }))).toBe('not-the-first-rank');
      expect(await acted(vacancy, { ...offer, candidate: rank1 })).toMatchObject({
        status: 'offered',
        candidate: rank1,
      });
      const accepted = await acted(vacancy, { verb: 'acceptance', candidate: rank1, given: { on: TODAY } });
      expect(accepted).toMatchObject({ status: 'accepted', types: ['OfferAccepted'] });
      expect(await typesOf(vacancy)).toEqual([
        'VacancyDeclared',
        'VacancyOriented',
        ...Array<string>(3).fill('CandidateDesignated'),
        'CommissionHeld',
        'OfferMade',
        'OfferAccepted',
      ]);
    });

    it('say nothing in clear of the dwelling and of the household, and the vault opens what they seal', async () => {
      const dwelling = aDwelling();
      const { vacancy } = done(await declare(dwelling));
      await acted(vacancy, orientation);
      const household = aHousehold();
      await acted(vacancy, designation(household));
      const events = await eventsOf(vacancy);
      const clear = JSON.stringify(events.map(({ people: _people, ...event }) => event));
      expect(clear).not.toContain(dwelling.reference);
      expect(clear).not.toContain(household.householdNumber);
      expect(clear).not.toContain('1200000');
      const keys = await bench.vault.keysOf(events.flatMap(({ people }) => (people ? [people.household] : [])));
      const [declaration, , designated] = events;
      expect(keys.open(declaration!.people!, declaration!.id)).toEqual({ reference: dwelling.reference });
      expect(keys.open(designated!.people!, designated!.id)).toMatchObject({
        householdNumber: household.householdNumber,
        income: 1_200_000,
      });
      expect(declaration!.people!.household).toBe(vacancy);
    });

    it('correct facts in clear and under seal', async () => {
      const vacancy = await declared();
      await acted(vacancy, orientation);
      const { candidate } = await acted(vacancy, designation());
      const correction = (changes: Partial<ProposedHousehold>): CandidateAct => ({
        verb: 'facts',
        candidate: candidate!,
        motive: 'erreur',
        changes,
      });
      expect(await acted(vacancy, correction({ expectedBenefit: 9_900 }))).toMatchObject({
        types: ['CandidateFactsCorrected'],
      });
      const again = await acted(vacancy, correction({ expectedBenefit: 9_900 }));
      expect(again).toMatchObject({ types: [], status: 'designated' });
      await acted(vacancy, correction({ dalo: true }));
      const [sealed, clear] = (await eventsOf(vacancy)).slice(-2);
      expect(sealed!.data['changes']).toEqual({});
      expect(clear!.data['changes']).toEqual({ priority: { from: false, to: true } });
    });

    it('are one at a time for a dwelling, until it is let or closed', async () => {
      const dwelling = aDwelling();
      const first = done(await declare(dwelling));
      expect(codeOf(await declare(dwelling))).toBe('vacancy-already-open');
      await acted(first.vacancy, { verb: 'closing', given: { on: TODAY, motive: 'travaux' } });
      expect(done(await declare(dwelling)).vacancy).not.toBe(first.vacancy);
      expect(codeOf(await declare(dwelling))).toBe('vacancy-already-open');
    });

    it('are one for a dwelling that several processes declare at the same time', async () => {
      const dwelling = aDwelling();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => declare(dwelling, sending(), recorderOn(bench.store))),
      );
      const open = answers.flatMap((answer) => (isRefusal(answer) ? [] : [answer.vacancy]));
      expect(new Set(answers.filter(isRefusal).map(({ code }) => code))).toEqual(new Set(['vacancy-already-open']));
      expect(open).toHaveLength(1);
      expect(codeOf(await declare(dwelling))).toBe('vacancy-already-open');
    });

    it('take over the claim of a declaration that was cut off, which then comes too late', async () => {
      const dwelling = aDwelling();
      let late: StreamBatch | undefined;
      const cut = recorderOn(
        replacing(bench.store, async (batch, append) => {
          if (!batch.stream.startsWith('vacancy-')) return append(batch);
          late = batch;
          throw new Error('the process was killed');
        }),
      );
      await expect(declare(dwelling, sending(), cut)).rejects.toThrow('killed');
      expect(done(await declare(dwelling))).toMatchObject({ status: 'declared' });
      await expect(bench.store.append(late!)).rejects.toMatchObject({ code: 'wrong-revision' });
      expect(codeOf(await declare(dwelling))).toBe('vacancy-already-open');
    });

    it('answer a command that is sent again under its key as the first time, and write nothing more', async () => {
      const dwelling = aDwelling();
      const key = sending(newUuid());
      const first = done(await declare(dwelling, key));
      expect(await declare(dwelling, key)).toEqual({ ...first, isNew: false });
      const { vacancy } = first;
      const orient = sending(newUuid());
      const oriented = done(await act(vacancy, orientation, orient));
      const household = aHousehold();
      const designate = sending(newUuid());
      const designated = done(await act(vacancy, designation(household), designate));
      expect(await act(vacancy, designation(household), designate)).toEqual({ ...designated, isNew: false });
      expect(await act(vacancy, orientation, orient)).toEqual({ ...oriented, isNew: false });
      expect(codeOf(await act(vacancy, designation(), designate))).toBe('idempotency-key-reused');
      expect(await typesOf(vacancy)).toHaveLength(3);
      await acted(vacancy, { verb: 'closing', given: { on: TODAY, motive: 'erreur' } });
      done(await declare(dwelling));
      expect(await declare(dwelling, key)).toEqual({ ...first, isNew: false });
    });

    it('decide two commands that meet one after the other', async () => {
      const vacancy = await declared();
      await acted(vacancy, orientation);
      const household = aHousehold();
      const answers = await Promise.all([
        bench.recorder.send({ vacancy, act: designation(household) }, sending()),
        recorderOn(bench.store).send({ vacancy, act: designation(household) }, sending()),
      ]);
      expect(answers.map(codeOf).filter((code) => code !== undefined)).toEqual(['candidate-already-designated']);
    });

    it('admit the State in the place of a landlord that refused the household of the prefect (L441-2-3)', async () => {
      const household = aHousehold();
      const refused = await declared();
      await acted(refused, orientation);
      const { candidate } = await acted(refused, designation(household, 'dalo_prefet'));
      const elsewhere = await declared();
      const byState = designation(household, 'refus_dalo');
      expect(codeOf(await act(elsewhere, byState))).toBe('substitution-not-open');
      const held = commission([candidate!]) as Extract<VacancyAct, { readonly verb: 'commission' }>;
      const decisions = held.given.decisions.map((one) => ({
        ...one,
        decision: 'non_attribution' as const,
        rank: null,
        motive: 'taux_effort',
      }));
      await acted(refused, { ...held, given: { ...held.given, exception: 'dalo', decisions } });
      expect(codeOf(await act(elsewhere, designation(aHousehold(), 'refus_dalo')))).toBe('substitution-not-open');
      expect(await acted(elsewhere, byState)).toMatchObject({ status: 'decided' });
    });

    it('refuse what they do not know', async () => {
      expect(codeOf(await act(newUuid(), orientation))).toBe('unknown-vacancy');
      const vacancy = await declared();
      const unknown = { verb: 'acceptance', candidate: newUuid(), given: { on: TODAY } } as const;
      expect(codeOf(await act(vacancy, unknown))).toBe('unknown-candidate');
      expect(codeOf(await declare({ residence: 'R404', reference: 'A' }))).toBe('unknown-residence');
    });

    it('take the day from the clock, in the zone of the territory', async () => {
      const vacancy = await declared();
      const closing = (on: string): VacancyAct => ({ verb: 'closing', given: { on: day(on), motive: 'vente' } });
      expect(codeOf(await act(vacancy, closing(addDays(TODAY, 1))))).toBe('day-in-future');
      bench.clock.set(`${TODAY}T23:30:00Z`);
      expect(await acted(vacancy, closing(addDays(TODAY, 1)))).toMatchObject({ status: 'closed' });
    });
  });
}
