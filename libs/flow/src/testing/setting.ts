import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { complianceProjection, COMPLIANCE_MODEL } from '#compliance';
import { aLease, History } from '#compliance/testing';
import { START } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { day, isRefusal, uuidV5, type JsonObject } from '#kernel';
import type { Projection } from '#processing';
import { applyEvents } from '#processing/testing';
import type { ReadModel, ReadStore } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aCommune, aDistrict, aHolder, aLandlord, aResidence, TestClock } from '#territory/testing';
import { VACANCY_STREAMS, type VacancyEvent } from '#vacancy';
import { FLOW_SHARE_STREAMS, type FlowShareFacts } from '../events';
import type { HolderFlow, LandlordFlow } from '../figures/flow';
import { FLOW_MODEL } from '../projections/model';
import { flowProjection } from '../projections/flow-projection';
import { FlowReports, type FlowQuery, type FlowReport } from '../report';

/** A fifth of the flow of L1 in 2026, unless the facts say otherwise. */
export const aShare = (facts: Partial<FlowShareFacts> = {}): FlowShareFacts => ({
  year: 2026,
  landlord: 'L1',
  holder: 'VILLE',
  share: 200_000,
  excluded: 0,
  ...facts,
});

/** A history in a store of its own, and the reports that are made from it. The clock begins on 1 January 2024. */
export class FlowSetting {
  private constructor(
    readonly history: History,
    readonly readStore: ReadStore,
    readonly destroy: () => Promise<void>,
  ) {}

  static open(): FlowSetting {
    const clock = new TestClock();
    const events = temporaryEventStore({ clock });
    const read = temporaryReadStore();
    return new FlowSetting(new History(events.store, clock), read.store, async () => {
      await events.destroy();
      await read.destroy();
    });
  }

  /** R1 of L1 in the QPV Q1 of C1, open since 1975; R2 of L2 in C2. A holder of each kind that the flow tells apart. */
  async territory(): Promise<void> {
    const { history } = this;
    for (const code of ['C1', 'C2']) await history.declare('Commune', aCommune(code));
    await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01'));
    for (const code of ['L1', 'L2']) await history.declare('Landlord', aLandlord(code));
    await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
    await history.declare('ReservationHolder', aHolder('EPCI', { contingent: 'epci' }));
    await history.declare('ReservationHolder', aHolder('ETAT'));
    await history.declare('ReservationHolder', aHolder('AGENTS', { contingent: 'etat_fonctionnaires' }));
    await history.declare('ReservationHolder', aHolder('BAILLEUR', { contingent: 'bailleur' }));
    await history.declare('Residence', aResidence('R1', { districts: ['Q1'], openedOn: day('1975-09-01') }));
    await history.declare('Residence', aResidence('R2', { commune: 'C2', landlord: 'L2' }));
  }

  share(facts: Partial<FlowShareFacts> = {}): Promise<void> {
    const { declared, corrected } = FLOW_SHARE_STREAMS;
    const share = aShare(facts);
    return this.history.row(FLOW_SHARE_STREAMS.nameFor(share), declared, corrected, share);
  }

  /** Records events of a vacancy that the test names. */
  async vacancy(name: string, ...events: readonly VacancyEvent[]): Promise<void> {
    for (const { type, data } of events)
      await this.history.record(VACANCY_STREAMS.name(uuidV5(name)), type, data as object);
  }

  /** Records a lease of 2026 that the test names, or a correction of it. */
  lease(name: string, facts: JsonObject = {}): Promise<void> {
    return this.history.lease(name, { ...aLease({ holder: 'VILLE', signedOn: day('2026-03-05') }), ...facts });
  }

  /** The flow of 2026, unless the query says otherwise, after everything recorded has been applied. @throws with the code of a refusal */
  async report(query: Partial<FlowQuery> = {}, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<FlowReport> {
    await this.applyFlow();
    await this.applyLeases();
    return this.shown(query, actor);
  }

  /** The report of what has been applied. */
  async shown(query: Partial<FlowQuery> = {}, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<FlowReport> {
    const reports = new FlowReports({ events: this.history.events, readStore: this.readStore });
    const result = await reports.report({ year: 2026, ...query }, actor);
    if (isRefusal(result)) throw new Error(result.code);
    return result;
  }

  async applyFlow(): Promise<void> {
    await this.apply(flowProjection, await this.readStore.active(FLOW_MODEL));
  }

  async applyLeases(): Promise<void> {
    await this.apply(complianceProjection, await this.readStore.active(COMPLIANCE_MODEL));
  }

  /** Only events of its types, as a server gives them: the checkpoint may stay behind the head. */
  private async apply(projection: Projection, model: ReadModel): Promise<void> {
    const from = (await model.checkpoint())?.position ?? START;
    const { types } = projection;
    await applyEvents(projection, model, await this.history.events.readAll({ from, types, maxCount: 10_000 }));
  }
}

/** The flow of one holder at one landlord; all landlords together without a code. */
export function holderIn(
  { landlords, total }: Pick<FlowReport, 'landlords' | 'total'>,
  holder: string,
  landlord?: string,
): HolderFlow {
  const of: LandlordFlow = landlord === undefined ? total : landlords.find(({ id }) => id === landlord)!;
  return of.holders.find(({ id }) => id === holder)!;
}
