import { addDays, newUuid } from '#kernel';
import type { VacancyAct } from '../recording/vacancy-command';
import { LeaseBench, signs } from './lease-bench';
import { TODAY, type OpenStore } from './recording-bench';
import { codeOf, done } from './recording-givens';

/** Corrections and cancellations of leases on one store: the same suite for each. */
export function leaseChangesContract(name: string, open: OpenStore): void {
  describe(`leases that change on ${name}`, () => {
    const bench = new LeaseBench(open);
    const { accepted, act, acted, aDwelling, aHousehold, typesOf, sending, aNumber, lease } = bench;
    const { leasesOn, eventsOfLease, typesOfLease } = bench;
    const cancellation = (on = TODAY): VacancyAct => ({ verb: 'lease/cancellation', given: { on, motive: 'erreur' } });
    beforeAll(() => bench.openVault());
    afterAll(() => bench.closeVault());
    beforeEach(() => bench.open());
    afterEach(() => bench.closeStore());

    it('are corrected in their own stream', async () => {
      const vacancy = await accepted();
      const { allocation } = await acted(vacancy, lease(aNumber()));
      const correction = (changes: object): VacancyAct => ({ verb: 'lease/correction', motive: 'erreur', changes });
      const before = await typesOf(vacancy);
      const key = sending(newUuid());
      const corrected = done(await act(vacancy, correction({ financing: 'PLAI', dalo: true }), key));
      expect(corrected).toMatchObject({ status: 'let', allocation, types: [], isNew: true });
      expect(done(await act(vacancy, correction({ financing: 'PLAI', dalo: true }), key)).isNew).toBe(false);
      expect(done(await act(vacancy, correction({ financing: 'PLAI' }))).isNew).toBe(false);
      expect(await typesOf(vacancy)).toEqual(before);
      const [, event] = await eventsOfLease(allocation!);
      expect(event).toMatchObject({
        type: 'AllocationCorrected',
        data: {
          motive: 'erreur',
          changes: { financing: { from: null, to: 'PLAI' }, priority: { from: false, to: true } },
        },
      });
      expect(codeOf(await act(vacancy, correction({ signedOn: addDays(TODAY, -1) })))).toBe('lease-before-acceptance');
      expect(codeOf(await act(vacancy, correction({ holder: 'AUTRE' })))).toBe('value-not-admitted');
      expect(await typesOfLease(allocation!)).toHaveLength(2);
    });

    it('get another number by a correction, and the wrong one is free again', async () => {
      const [wrong, right, taken] = [aNumber(), aNumber(), aNumber()];
      const vacancy = await accepted();
      const { allocation } = await acted(vacancy, lease(wrong));
      await acted(await accepted(), lease(taken));
      const correction = (allocationNumber: string): VacancyAct => ({
        verb: 'lease/correction',
        motive: 'erreur',
        changes: { allocationNumber },
      });
      expect(codeOf(await act(vacancy, correction(taken)))).toBe('allocation-number-taken');
      const cut = bench.cutAt(signs);
      const other = await accepted();
      await expect(cut.recorder.send({ vacancy: other, act: lease(right) }, sending())).rejects.toThrow('killed');
      expect(await acted(vacancy, correction(right))).toMatchObject({ allocation, status: 'let', isNew: true });
      await expect(bench.store.append(cut.late[0]!)).rejects.toMatchObject({ code: 'wrong-revision' });
      expect([await leasesOn(bench.store).find(right), await leasesOn(bench.store).find(wrong)]).toEqual([
        allocation,
        undefined,
      ]);
      expect((await eventsOfLease(allocation!)).at(-1)).toMatchObject({
        type: 'AllocationCorrected',
        data: { changes: {}, motive: 'erreur' },
      });
      expect(codeOf(await act(other, lease(right)))).toBe('allocation-number-taken');
      expect(await act(vacancy, lease(right))).toMatchObject({ allocation, isNew: false });
      const signed = await acted(other, lease(wrong));
      expect([signed.status, signed.allocation === allocation]).toEqual(['let', false]);
    });

    it('are cancelled, and household and dwelling are free again', async () => {
      const household = aHousehold();
      const dwelling = aDwelling();
      const vacancy = await accepted(household, dwelling);
      const number = aNumber();
      const { allocation } = await acted(vacancy, lease(number));
      expect(codeOf(await act(vacancy, cancellation(addDays(TODAY, 1))))).toBe('day-in-future');
      expect(codeOf(await act(vacancy, cancellation(addDays(TODAY, -1))))).toBe('day-out-of-order');
      expect(await acted(vacancy, cancellation())).toMatchObject({
        status: 'closed',
        types: ['VacancyClosed'],
        allocation,
      });
      expect((await bench.eventsOf(vacancy)).at(-1)!.data).toEqual({ on: TODAY, motive: 'bail_annule' });
      expect((await eventsOfLease(allocation!)).at(-1)).toMatchObject({
        type: 'AllocationCancelled',
        data: { changes: { cancelled: { from: false, to: true } }, motive: 'erreur', on: TODAY },
      });
      expect(codeOf(await act(vacancy, cancellation()))).toBe('not-in-this-status');
      const again = await accepted(household, dwelling);
      expect(codeOf(await act(again, lease(number)))).toBe('allocation-number-taken');
      expect(await acted(again, lease(aNumber()))).toMatchObject({ status: 'let' });
    });

    it('close their vacancy where the process was cut off after the cancellation', async () => {
      const vacancy = await accepted();
      const { allocation } = await acted(vacancy, lease(aNumber()));
      const cut = bench.cutAt(({ events }) => events.some(({ type }) => type === 'VacancyClosed'));
      await expect(cut.recorder.send({ vacancy, act: cancellation() }, sending())).rejects.toThrow('killed');
      expect(await acted(vacancy, cancellation())).toMatchObject({ status: 'closed' });
      expect(await typesOfLease(allocation!)).toEqual(['AllocationSigned', 'AllocationCancelled']);
    });
  });
}
