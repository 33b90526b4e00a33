import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { START } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { day, isRefusal, uuidV5 } from '#kernel';
import { applyEvents } from '#processing/testing';
import type { ReadModel, ReadStore } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aDistrict, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
import { OPERATION_STREAMS, REHOUSING_STREAMS, type EnrolledFacts, type OperationFacts } from '../events';
import { REHOUSING_MODEL } from '../projections/model';
import { rehousingProjection } from '../projections/rehousing-projection';
import { RehousingReports, type RehousingQuery } from '../report';
import type { RehousingReport } from '../report/reported';

export const anOperation = (code: string, facts: Partial<OperationFacts> = {}): OperationFacts => ({
  code,
  name: `Opération ${code}`,
  district: 'Q1',
  landlord: 'L1',
  planned: 10,
  startsOn: day('2020-01-01'),
  endsOn: null,
  ...facts,
});

/** A case of O1: the household is rehoused in R2, and nothing else is known. */
export const aCase = (facts: Partial<EnrolledFacts> = {}): EnrolledFacts => ({
  household: uuidV5('household'),
  operation: 'O1',
  movedOn: day('2023-10-05'),
  definitive: true,
  residence: 'R2',
  stock: null,
  resources: null,
  costConstant: null,
  surfacesKnown: false,
  costConstantPerM2: null,
  improved: null,
  ...facts,
});

/** A history in a store of its own, and the reports that are made from it. The clock begins on 1 January 2024. */
export class RehousingSetting {
  private constructor(
    readonly history: TerritoryHistory,
    readonly readStore: ReadStore,
    readonly destroy: () => Promise<void>,
  ) {}

  static open(): RehousingSetting {
    const clock = new TestClock();
    const events = temporaryEventStore({ clock });
    const read = temporaryReadStore();
    return new RehousingSetting(new TerritoryHistory(events.store, clock), read.store, async () => {
      await events.destroy();
      await read.destroy();
    });
  }

  /** O1 of L1 and O2 of L2; R1 in the QPV Q1, which ends on 31 October 2023; R2 in none. */
  async territory(): Promise<void> {
    await this.history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-10-31'));
    await this.history.declare('Residence', aResidence('R1', { districts: ['Q1'] }));
    await this.history.declare('Residence', aResidence('R2'));
    await this.operation(anOperation('O1'));
    await this.operation(anOperation('O2', { landlord: 'L2' }));
  }

  operation(facts: OperationFacts): Promise<void> {
    const { declared, corrected } = OPERATION_STREAMS;
    return this.history.row(OPERATION_STREAMS.nameFor(facts), declared, corrected, facts);
  }

  /** Records a case under a name that the test chooses, or a correction of it. */
  case(name: string, facts: EnrolledFacts): Promise<void> {
    return this.history.row(REHOUSING_STREAMS.name(uuidV5(name)), 'HouseholdEnrolled', 'RehousingCorrected', facts);
  }

  model(): Promise<ReadModel> {
    return this.readStore.active(REHOUSING_MODEL);
  }

  reports(): RehousingReports {
    return new RehousingReports({ events: this.history.events, readStore: this.readStore });
  }

  /** The report, after everything recorded has been applied. @throws with the code of a refusal */
  async report(query: RehousingQuery = {}, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<RehousingReport> {
    const model = await this.model();
    const from = (await model.checkpoint())?.position ?? START;
    await applyEvents(rehousingProjection, model, await this.history.events.readAll({ from, maxCount: 10_000 }));
    const result = await this.reports().report(query, actor);
    if (isRefusal(result)) throw new Error(result.code);
    return result;
  }
}

/** `id: numerator/denominator` of one code, in each operation. */
export function shares({ operations }: RehousingReport, code: string): readonly string[] {
  return operations.map(({ id, figures }) => {
    const { numerator, denominator } = figures.find((figure) => figure.code === code)!;
    return `${id}: ${numerator}/${denominator}`;
  });
}
