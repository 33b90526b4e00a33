import { LEASE_HISTORY, LeaseRecorder, type Lease } from '#allocation';
import { readRecorded } from '#deciding';
import { readWholeStream, type StreamBatch } from '#event-store';
import { addDays, day, newUuid } from '#kernel';
import { readVacancy } from '../recording/read-vacancy';
import type { CandidateAct } from '../recording/vacancy-command';
import { LeaseBench, signs } from './lease-bench';
import { TODAY, type OpenStore } from './recording-bench';
import { codeOf, done, replacing } from './recording-givens';

const lets = ({ events }: StreamBatch): boolean => events.some(({ type }) => type === 'VacancyLet');

/** The leases of vacancies on one store: the same suite for each. */
export function leaseContract(name: string, open: OpenStore): void {
  describe(`leases signed on ${name}`, () => {
    const bench = new LeaseBench(open);
    const { accepted, act, acted, aDwelling, aHousehold, typesOf, sending, aNumber, lease } = bench;
    const { claims, eventsOfLease, typesOfLease, idOf, householdOf } = bench;
    beforeAll(() => bench.openVault());
    afterAll(() => bench.closeVault());
    beforeEach(() => bench.open());
    afterEach(() => bench.closeStore());

    it('stand in their own stream, then the vacancy is let and the others are withdrawn', async () => {
      const vacancy = await accepted();
      const number = aNumber();
      const signed = await acted(vacancy, lease(number));
      const allocation = await idOf(number);
      expect(signed).toMatchObject({ status: 'let', allocation, isNew: true, candidate: expect.any(String) as string });
      expect((await typesOf(vacancy)).slice(-3)).toEqual(['CandidateWithdrawn', 'CandidateWithdrawn', 'VacancyLet']);
      const [event] = await eventsOfLease(allocation);
      expect(event).toMatchObject({
        type: 'AllocationSigned',
        data: {
          signedOn: TODAY,
          commissionOn: TODAY,
          residence: 'R1',
          holder: 'VILLE',
          dwellingType: 'T3',
          quartile: null,
        },
        metadata: { effectiveDay: TODAY },
      });
      expect(event!.metadata.rowDigest).toBeUndefined();
      expect(JSON.stringify({ ...event, people: undefined })).not.toContain(number);
    });

    it('are answered as before under their key, and under their number', async () => {
      const vacancy = await accepted();
      const number = aNumber();
      const key = sending(newUuid());
      const first = done(await act(vacancy, lease(number), key));
      expect(await act(vacancy, lease(number), key)).toEqual({ ...first, isNew: false });
      expect(codeOf(await act(vacancy, lease(aNumber()), key))).toBe('idempotency-key-reused');
      const again = done(await act(vacancy, lease(number)));
      expect(again).toMatchObject({ status: 'let', allocation: first.allocation, types: [], isNew: false });
      expect(codeOf(await act(vacancy, lease(aNumber())))).toBe('not-in-this-status');
      expect(await typesOfLease(first.allocation!)).toEqual(['AllocationSigned']);
    });

    it('bind the dwelling to the household: nothing else opens it, and its erasure closes it', async () => {
      const dwelling = aDwelling();
      const vacancy = await accepted(aHousehold(), dwelling);
      const { allocation } = await acted(vacancy, lease(aNumber()));
      const stores = bench.storesOn(bench.store);
      const opened = (await readVacancy(stores, vacancy))!;
      expect([await opened.reference(), await opened.isBound()]).toEqual([dwelling.reference, true]);
      await bench.vault.forget([vacancy]);
      expect(await opened.reference()).toBe(dwelling.reference);
      const household = await householdOf(vacancy);
      await bench.vault.forget([household]);
      expect(await opened.reference()).toBeUndefined();
      const read = await readRecorded(LEASE_HISTORY, [allocation!], { store: bench.store, vault: bench.vault });
      expect(read.get(allocation!)).toMatchObject({
        sealed: undefined,
        state: { facts: { household, residence: 'R1', dwellingType: 'T3', holder: 'VILLE' } },
      });
      const boxes = (await bench.eventsOf(vacancy)).concat(await eventsOfLease(allocation!));
      const keys = await bench.vault.keysOf([vacancy, household]);
      const readable = boxes.filter(({ people, id }) => people && keys.open(people, id) !== undefined);
      expect(readable).toEqual([]);
    });

    it('are one for a household, also where two are signed at the same time', async () => {
      const household = aHousehold();
      const vacancies = [await accepted(household), await accepted(household)];
      const answers = await Promise.all(
        vacancies.map((vacancy) => bench.recorderOn(bench.store).send({ vacancy, act: lease(aNumber()) }, sending())),
      );
      expect(answers.map(codeOf).sort()).toEqual(['household-already-housed', undefined]);
      const lost = vacancies[answers.findIndex((answer) => codeOf(answer) !== undefined)]!;
      expect(await act(lost, lease(aNumber()))).toMatchObject({
        code: 'household-already-housed',
        params: { present: 'accepted', admitted: expect.any(Array) as string[] },
      });
    });

    it('are one for a number, also where two are signed at the same time', async () => {
      const vacancies = [await accepted(), await accepted()];
      const number = aNumber();
      const answers = await Promise.all(
        vacancies.map((vacancy) => bench.recorderOn(bench.store).send({ vacancy, act: lease(number) }, sending())),
      );
      expect(answers.map(codeOf).sort()).toEqual(['allocation-number-taken', undefined]);
      const lost = vacancies[answers.findIndex((answer) => codeOf(answer) !== undefined)]!;
      expect(await claims().isClaimed(await householdOf(lost))).toBe(false);
      expect(await acted(lost, lease(aNumber()))).toMatchObject({ status: 'let' });
    });

    it('can no longer be signed once another took the claim over, however late the write comes', async () => {
      const household = aHousehold();
      const [first, second] = [await accepted(household), await accepted(household)];
      const number = aNumber();
      const cut = bench.cutAt(signs);
      await expect(cut.recorder.send({ vacancy: first, act: lease(number) }, sending())).rejects.toThrow('killed');
      expect(await acted(second, lease(aNumber()))).toMatchObject({ status: 'let' });
      await expect(bench.store.append(cut.late[0]!)).rejects.toMatchObject({ code: 'wrong-revision' });
      expect(codeOf(await act(first, lease(number)))).toBe('household-already-housed');
      const allocation = await idOf(number);
      expect(await typesOfLease(allocation)).toEqual(['AllocationAbandoned']);
      const [abandoned] = await eventsOfLease(allocation);
      expect(abandoned!.data).toEqual({ for: expect.any(String) as string });
      const third = await accepted();
      expect(await acted(third, lease(number))).toMatchObject({ allocation, status: 'let' });
      await expect(bench.store.append(cut.late[0]!)).rejects.toMatchObject({ code: 'wrong-revision' });
      expect(await typesOfLease(allocation)).toEqual(['AllocationAbandoned', 'AllocationSigned']);
    });

    it('may be recorded by a file under a number that was abandoned', async () => {
      const household = aHousehold();
      const [first, second] = [await accepted(household), await accepted(household)];
      const number = aNumber();
      const cut = bench.cutAt(signs);
      await expect(cut.recorder.send({ vacancy: first, act: lease(number) }, sending())).rejects.toThrow('killed');
      await acted(second, lease(aNumber()));
      const { appliedOn: _on, precarious: _p, expectedBenefit: _b, taxIncome: _t, ...other } = aHousehold();
      const row: Lease = {
        ...other,
        allocationNumber: number,
        dwellingReference: aDwelling().reference,
        signedOn: TODAY,
        commissionOn: null,
        residence: 'R1',
        dwellingType: null,
        financing: null,
        firstLetting: null,
        cancelled: null,
        holder: 'VILLE',
      };
      const files = new LeaseRecorder(bench.storesOn(bench.store));
      await files.ready();
      expect(await files.record({ lease: row, content: number }, sending())).toMatchObject({ outcome: 'signed' });
      expect(await files.record({ lease: row, content: number }, sending())).toMatchObject({ outcome: 'unchanged' });
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationAbandoned', 'AllocationSigned']);
      await expect(bench.store.append(cut.late[0]!)).rejects.toMatchObject({ code: 'wrong-revision' });
    });

    it('and a refusal of the same household that meet in one process are decided one after the other', async () => {
      const outcomes = new Set<string>();
      for (let times = 0; times < 6; times += 1) {
        const vacancy = await accepted();
        const candidate = (await readVacancy(bench.storesOn(bench.store), vacancy))!.vacancy.candidates[0]!.id;
        const refusal: CandidateAct = { verb: 'refusal', candidate, given: { on: TODAY, motive: 'loyer' } };
        const acts = [lease(aNumber()), refusal] as const;
        const answers = await Promise.all(
          (times % 2 === 0 ? acts : [...acts].reverse()).map((one) =>
            bench.recorderOn(bench.store).send({ vacancy, act: one }, sending()),
          ),
        );
        expect(answers.filter((answer) => codeOf(answer) === undefined)).toHaveLength(1);
        const types = await typesOf(vacancy);
        expect(types.filter((type) => type === 'VacancyLet' || type === 'OfferDeclined')).toHaveLength(1);
        outcomes.add(types.includes('VacancyLet') ? 'let' : 'declined');
      }
      expect(outcomes).toEqual(new Set(['let', 'declined']));
    });

    it('leave a vacancy that others closed meanwhile as it is', async () => {
      const vacancy = await accepted();
      const candidate = (await readVacancy(bench.storesOn(bench.store), vacancy))!.vacancy.candidates[0]!.id;
      const store = replacing(bench.store, async (batch, append) => {
        const written = await append(batch);
        if (signs(batch)) {
          await acted(vacancy, { verb: 'refusal', candidate, given: { on: TODAY, motive: 'loyer' } });
          await acted(vacancy, { verb: 'closing', given: { on: TODAY, motive: 'travaux' } });
        }
        return written;
      });
      const number = aNumber();
      const answer = await bench.recorderOn(store).send({ vacancy, act: lease(number) }, sending());
      expect(answer).toMatchObject({ status: 'closed', types: [], isNew: true });
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationSigned']);
      expect(codeOf(await act(vacancy, lease(number)))).toBe('not-in-this-status');
    });

    it('stay claimed where the process was cut off before the lease, until it is sent again or given up', async () => {
      const household = aHousehold();
      const vacancy = await accepted(household);
      const number = aNumber();
      const cut = bench.cutAt(signs);
      await expect(cut.recorder.send({ vacancy, act: lease(number) }, sending())).rejects.toThrow('killed');
      const elsewhere = await bench.declared();
      await acted(elsewhere, bench.orientation);
      expect(codeOf(await act(elsewhere, bench.designation(household)))).toBe('household-already-housed');
      await claims().giveUp(await householdOf(vacancy), await idOf(number), sending());
      await expect(bench.store.append(cut.late[0]!)).rejects.toMatchObject({ code: 'wrong-revision' });
      expect(codeOf(await act(elsewhere, bench.designation(household)))).toBeUndefined();
      expect(await acted(vacancy, lease(number))).toMatchObject({ status: 'let' });
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationAbandoned', 'AllocationSigned']);
      await claims().giveUp(await householdOf(vacancy), await idOf(number), sending());
      expect(await claims().isClaimed(await householdOf(vacancy))).toBe(true);
    });

    it('are signed where a rival took the claim over after it was made, but only after claiming again', async () => {
      const household = aHousehold();
      const vacancy = await accepted(household);
      const number = aNumber();
      let robbed = 0;
      const store = replacing(bench.store, async (batch, append) => {
        if (signs(batch) && (robbed += 1) === 1)
          await claims().giveUp(await householdOf(vacancy), await idOf(number), sending());
        return append(batch);
      });
      const answer = await bench.recorderOn(store).send({ vacancy, act: lease(number) }, sending());
      expect(answer).toMatchObject({ status: 'let' });
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationAbandoned', 'AllocationSigned']);
      const events = await readWholeStream(bench.store, `claim-household-${await householdOf(vacancy)}`);
      expect(events.map(({ type }) => type)).toEqual(['ClaimTaken', 'ClaimReleased', 'ClaimTaken']);
    });

    it('let their vacancy where the process was cut off after the lease', async () => {
      const vacancy = await accepted();
      const number = aNumber();
      const key = sending(newUuid());
      const cut = bench.cutAt(lets);
      await expect(cut.recorder.send({ vacancy, act: lease(number) }, key)).rejects.toThrow('killed');
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationSigned']);
      const again = done(await act(vacancy, lease(number), key));
      expect(again).toMatchObject({ status: 'let', allocation: await idOf(number) });
      expect(await typesOfLease(await idOf(number))).toEqual(['AllocationSigned']);
      // The same command: what arrives late is the same event, and is not written twice.
      expect(await bench.store.append(cut.late[0]!)).toMatchObject({ revision: again.revision });
      expect((await typesOf(vacancy)).filter((type) => type === 'VacancyLet')).toHaveLength(1);
    });

    it('take the last facts of the household (R441-2-9)', async () => {
      const vacancy = await accepted();
      const { vacancy: state } = (await readVacancy(bench.storesOn(bench.store), vacancy))!;
      const facts: CandidateAct = {
        verb: 'facts',
        candidate: state.candidates[0]!.id,
        motive: 'piece_recue',
        changes: { dalo: true, composition: 'couple' },
      };
      await acted(vacancy, facts);
      const { allocation } = await acted(vacancy, lease(aNumber()));
      const read = await readRecorded(LEASE_HISTORY, [allocation!], { store: bench.store, vault: bench.vault });
      expect(read.get(allocation!)).toMatchObject({
        state: { isLive: true, facts: { priority: true, composition: 'couple' } },
        sealed: { dalo: true, dwellingReference: expect.stringContaining('PORTE') as string },
      });
    });

    it('are refused as the rule says, and then nothing is claimed or written', async () => {
      const vacancy = await accepted();
      const head = await bench.store.head();
      const early = lease(aNumber(), addDays(TODAY, -1));
      expect(codeOf(await act(vacancy, lease(aNumber(), addDays(TODAY, 1))))).toBe('day-in-future');
      expect(codeOf(await act(vacancy, early))).toBe('lease-before-acceptance');
      expect(codeOf(await act(newUuid(), lease(aNumber())))).toBe('unknown-vacancy');
      const stale = await bench.recorder.send({ vacancy, act: lease(aNumber()), expectedRevision: 1 }, sending());
      expect(codeOf(stale)).toBe('vacancy-changed');
      const trial = await bench.recorder.tryOut({ vacancy, act: lease(aNumber(), day(TODAY)) }, sending());
      expect(trial).toMatchObject({ status: 'let', types: [] });
      expect((await bench.store.head())!.position).toBe(head!.position);
    });
  });
}
