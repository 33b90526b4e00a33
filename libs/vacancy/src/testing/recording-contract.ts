import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Sending } from '#deciding';
import { readWholeStream, type EventStore, type StreamBatch } from '#event-store';
import { addDays, day, isRefusal, newUuid, type Clock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aHolder, aLandlord, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
import type { DecidedCandidate } from '../events';
import { UNKNOWN_HOUSEHOLD } from '../recording/household-affairs';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct, DwellingReference, VacancyAct } from '../recording/vacancy-command';
import { VacancyRecorder, type VacancyReceipt } from '../recording/vacancy-recorder';
import type { ProposedHousehold } from '../sealed-candidate';
import { codeOf, done, GIVEN, aProposedHousehold, replacing } from './recording-givens';

const TODAY = day('2026-03-02');

/** Vacancies recorded on one store: the same suite for each. */
export function vacancyContract(
  name: string,
  open: (clock: Clock) => Promise<{ store: EventStore; close(): Promise<void> }>,
): void {
  describe(`vacancies recorded on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-vacancies-'));
    let clock: TestClock;
    let store: EventStore;
    let close: () => Promise<void>;
    let vault: Vault;
    let recorder: VacancyRecorder;

    beforeAll(async () => {
      vault = await openSqliteVault({ folder });
    });
    afterAll(async () => {
      await vault.close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(async () => {
      clock = new TestClock();
      clock.set(`${TODAY}T09:00:00Z`);
      const opened = await open(clock);
      store = opened.store;
      close = () => opened.close();
      const history = new TerritoryHistory(store, clock);
      await history.declare('Commune', aCommune('C1'));
      await history.declare('Landlord', aLandlord('L1'));
      await history.declare('Residence', aResidence('R1'));
      await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
      recorder = recorderOn(store);
    });
    afterEach(() => close());

    const recorderOn = (on: EventStore): VacancyRecorder => {
      const stores = { store: on, clock, vault: async () => vault };
      return new VacancyRecorder(stores, new RecordedCircumstances(stores, { of: async () => UNKNOWN_HOUSEHOLD }));
    };
    const sending = (requestKey?: string): Sending => ({ actor: INSTALLATION_ADMINISTRATOR, requestKey });
    // Each test has dwellings and households of its own, since the vault is shared.
    let made = 0;
    const aDwelling = (): DwellingReference => ({ residence: 'R1', reference: `PORTE-${(made += 1)}` });
    const aHousehold = (): ProposedHousehold => aProposedHousehold(`0780123456789${(made += 1)}`.padEnd(18, '0'));

    const declare = (dwelling = aDwelling(), key = sending(), on = recorder) =>
      on.declare({ given: GIVEN, dwelling }, key);
    const declared = async (): Promise<Uuid> => done(await declare()).vacancy;
    const act = (vacancy: Uuid, given: VacancyAct | CandidateAct, key = sending()) =>
      recorder.send({ vacancy, act: given }, key);
    const acted = async (vacancy: Uuid, given: VacancyAct | CandidateAct): Promise<VacancyReceipt> =>
      done(await act(vacancy, given));
    const orientation: VacancyAct = {
      verb: 'orientation',
      given: {
        holder: 'VILLE',
        lastDay: null,
        forOneTurn: false,
        outsideFlow: null,
        delegatedTo: null,
        ground: null,
      },
    };
    const designation = (household = aHousehold()): VacancyAct => ({
      verb: 'candidates',
      given: { basis: 'reservation', holder: null },
      newId: newUuid(),
      household,
    });
    const commission = (candidates: readonly Uuid[]): VacancyAct => ({
      verb: 'commission',
      given: {
        on: TODAY,
        sitting: null,
        present: 6,
        form: 'presentielle',
        exception: null,
        attested: null,
        decisions: candidates.map((candidate, index): DecidedCandidate => ({
          candidate,
          decision: 'attribution_rang',
          rank: index + 1,
          motive: null,
          document: null,
          documentDue: null,
          votes: null,
        })),
      },
    });
    const eventsOf = (vacancy: Uuid) => readWholeStream(store, `vacancy-${vacancy}`);
    const typesOf = async (vacancy: Uuid) => (await eventsOf(vacancy)).map(({ type }) => type);
    const designatedThree = async (vacancy: Uuid): Promise<readonly Uuid[]> => {
      await acted(vacancy, orientation);
      const candidates: Uuid[] = [];
      for (let count = 0; count < 3; count += 1) candidates.push((await acted(vacancy, designation())).candidate!);
      return candidates;
    };

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
      const keys = await vault.keysOf(events.flatMap(({ people }) => (people ? [people.household] : [])));
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
        Array.from({ length: 6 }, () => declare(dwelling, sending(), recorderOn(store))),
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
        replacing(store, async (batch, append) => {
          if (!batch.stream.startsWith('vacancy-')) return append(batch);
          late = batch;
          throw new Error('the process was killed');
        }),
      );
      await expect(declare(dwelling, sending(), cut)).rejects.toThrow('killed');
      expect(done(await declare(dwelling))).toMatchObject({ status: 'declared' });
      await expect(store.append(late!)).rejects.toMatchObject({ code: 'wrong-revision' });
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
        recorder.send({ vacancy, act: designation(household) }, sending()),
        recorderOn(store).send({ vacancy, act: designation(household) }, sending()),
      ]);
      expect(answers.map(codeOf).filter((code) => code !== undefined)).toEqual(['candidate-already-designated']);
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
      clock.set(`${TODAY}T23:30:00Z`);
      expect(await acted(vacancy, closing(addDays(TODAY, 1)))).toMatchObject({ status: 'closed' });
    });
  });
}
