import { CEILING_STREAMS, CRITERIA_STREAMS, PROOF_RULE_STREAMS, type CriterionAct } from '#criteria';
import { aCriterionCase } from '#criteria/testing';
import { isRefusal, newUuid, type Refusal, type Uuid } from '#kernel';
import { CriteriaRecorder, type CriterionReceipt } from '../criteria/criteria-recorder';
import { ProcessReference } from '../recording/process-reference';
import { RecordingBench, TODAY, type OpenStore } from './recording-bench';

const complaint = { verb: 'establish', criterion: 'violences', ...aCriterionCase({}, ['plainte'], TODAY) } as const;
const small = (surface: number, childrenUnder14 = 1): CriterionAct => ({
  verb: 'establish',
  criterion: 'sur_occupation',
  ...aCriterionCase({ personsOf14OrMore: 2, childrenUnder14, surface }, ['bail'], TODAY),
});

function done(answer: CriterionReceipt | Refusal): CriterionReceipt {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

function codeOf(answer: CriterionReceipt | Refusal): string | undefined {
  return isRefusal(answer) ? answer.code : undefined;
}

/** What every store must do with the criteria of a household. */
export function criteriaContract(name: string, openStore: OpenStore): void {
  describe(`the criteria of a household, on ${name}`, () => {
    const bench = new RecordingBench(openStore);
    let recorder: CriteriaRecorder;
    let number: string;
    let household: Uuid;
    beforeAll(() => bench.openVault());
    afterAll(() => bench.closeVault());
    beforeEach(async () => {
      await bench.open();
      recorder = recorderNow();
      const proposed = bench.aHousehold();
      number = proposed.householdNumber;
      const vacancy = await bench.declared();
      await bench.acted(vacancy, bench.orientation);
      await bench.acted(vacancy, bench.designation(proposed));
      household = (await bench.vault.find('household', number))!;
    });
    afterEach(() => bench.closeStore());

    /** As another process would have it. */
    const recorderNow = () => new CriteriaRecorder(bench.storesOn(bench.store), new ProcessReference(bench.store));
    const say = (act: CriterionAct, key?: string) => recorder.say(number, act, bench.sending(key));
    const held = async (on = recorder) => {
      const criteria = await on.of(household);
      if (isRefusal(criteria)) throw new Error(criteria.code);
      return [...criteria.values()].map(({ criterion, proofs, because }) => [criterion, proofs, because]);
    };
    const events = () => bench.store.readStream(CRITERIA_STREAMS.name(household), { maxCount: 10 });

    it('are kept with who saw which kind of proof and when, and under seal', async () => {
      const receipt = done(await say(complaint));
      expect(receipt).toMatchObject({ isNew: true, found: { criterion: 'violences', proofs: ['plainte'], with: {} } });
      const [event] = await events();
      expect(event).toMatchObject({
        type: 'CriterionEstablished',
        data: { on: TODAY },
        metadata: { effectiveDay: TODAY, role: 'administrateur' },
      });
      expect(Object.keys(event!.data)).toEqual(['on']);
      expect(JSON.stringify(event)).not.toMatch(/violence|plainte/);
      expect(await held(recorderNow())).toEqual([['violences', ['plainte'], 'proof-seen']]);
    });

    it('are told once, and replaced by another finding', async () => {
      expect(done(await say(small(2_499))).isNew).toBe(true);
      expect(done(await say(small(2_499))).isNew).toBe(false);
      expect(done(await say(small(2_000))).isNew).toBe(true);
      await say(complaint);
      const numbers = async () => (await recorder.of(household)) as ReadonlyMap<string, { with: object }>;
      expect((await numbers()).get('sur_occupation')!.with).toMatchObject({ surface: 2_000, leastSurface: 25 });
      expect(await events()).toHaveLength(3);
    });

    it('are refused where they are not met or not known, and nothing is written', async () => {
      expect(await say({ ...complaint, proofs: ['main_courante'] })).toMatchObject({
        code: 'criterion-not-met',
        params: { because: 'proof-not-admitted', with: { expected: [['plainte']] } },
      });
      expect(await say({ ...complaint, criterion: 'heberge' })).toMatchObject({
        code: 'criterion-not-decided',
        params: { because: 'facts-unknown', with: { missing: ['hosting'] } },
      });
      expect(codeOf(await say({ ...complaint, ...aCriterionCase({}, ['plainte'], '2026-03-03') }))).toBe(
        'day-in-future',
      );
      expect(codeOf(await recorder.say('INCONNU', complaint, bench.sending()))).toBe('unknown-household');
      expect(await events()).toEqual([]);
    });

    it('are taken back with a coded motive, and may be found again', async () => {
      const withdraw = (motive: string): CriterionAct => ({ verb: 'withdraw', criterion: 'violences', motive });
      expect(codeOf(await say(withdraw('erreur')))).toBe('criterion-not-established');
      await say(complaint);
      await say(small(2_000));
      expect(codeOf(await say(withdraw('autre')))).toBe('value-not-admitted');
      const receipt = done(await say(withdraw('situation_changee')));
      expect([receipt.isNew, receipt.found]).toEqual([true, null]);
      expect((await held(recorderNow())).map(([criterion]) => criterion)).toEqual(['sur_occupation']);
      const [established, , withdrawn] = await events();
      expect(withdrawn).toMatchObject({
        type: 'CriterionWithdrawn',
        data: { established: established!.id, on: TODAY, motive: 'situation_changee' },
      });
      expect(withdrawn!.people).toBeUndefined();
      expect(done(await say(complaint)).isNew).toBe(true);
      expect(await held()).toHaveLength(2);
    });

    it('are carried out once under their key, and decided one after the other', async () => {
      const first = done(await say(complaint, 'cle-1'));
      const again = done(await say(complaint, 'cle-1'));
      expect([first.isNew, again.isNew, again.revision]).toEqual([true, false, first.revision]);
      expect(codeOf(await say(small(2_000), 'cle-1'))).toBe('idempotency-key-reused');
      const other = recorderNow();
      const both = [say(small(2_000)), other.say(number, small(1_999, 2), bench.sending())];
      expect((await Promise.all(both)).map(codeOf)).toEqual([undefined, undefined]);
      expect((await events()).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    });

    it('are decided on trial without being written', async () => {
      const tried = done(await recorder.say(number, complaint, { ...bench.sending(), isTrial: true }));
      expect(tried).toMatchObject({ isNew: false, revision: -1, found: { criterion: 'violences' } });
      expect(await events()).toEqual([]);
    });

    it('can no longer be read or written once the household is erased', async () => {
      await say(complaint);
      // As an erasure does.
      await bench.vault.forget([household]);
      expect(codeOf((await recorder.of(household)) as Refusal)).toBe('household-erased');
      expect(await events()).toHaveLength(1);
    });

    it('are judged by the ceilings, zones and kinds of proof that the territory recorded', async () => {
      const poor: CriterionAct = {
        verb: 'establish',
        criterion: 'fragilite_economique',
        ...aCriterionCase({ personsOf14OrMore: 1, disability: false, taxIncome: 699_999 }, ['avis_imposition'], TODAY),
      };
      expect(await say(poor)).toMatchObject({ params: { with: { missing: ['zone'] } } });
      const record = async (stream: string, type: string, data: object, expected: 'none' | number = 'none') => {
        const metadata = { actor: 'administrator', role: 'administrateur', effectiveDay: TODAY };
        const event = { id: newUuid(), type, schemaVersion: 1, data: data as never, metadata: metadata as never };
        await bench.store.append({ stream, expected, events: [event] });
      };
      const zone = { changes: { ceilingZone: { from: null, to: 'ile_de_france' } } };
      await record('commune-C1', 'CommuneCorrected', zone, 0);
      expect(await say(poor)).toMatchObject({ params: { because: 'no-ceiling' } });
      const facts = { year: 2026, zone: 'ile_de_france', category: 1, extraPerson: null, districtShare: null } as const;
      const plus = { ...facts, financing: 'PLUS', ceiling: 2_000_000 } as const;
      await record(CEILING_STREAMS.nameFor(plus), 'CeilingSet', plus);
      expect(done(await say(poor)).found).toMatchObject({ because: 'under-35-percent-of-plus' });
      const rule = { criterion: 'violences', kind: 'main_courante', from: TODAY, admitted: true, part: 1 } as const;
      await record(PROOF_RULE_STREAMS.nameFor(rule), 'ProofRuleSet', rule);
      expect(done(await say({ ...complaint, proofs: ['main_courante'] })).isNew).toBe(true);
    });
  });
}
