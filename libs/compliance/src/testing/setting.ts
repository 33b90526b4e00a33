import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { temporaryEventStore } from '#event-store/testing';
import { day, isRefusal } from '#kernel';
import type { ReadModel, ReadStore } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { applyEvents } from '#processing/testing';
import { aCommune, aDistrict, aHolder, aLandlord, aResidence, TestClock } from '#territory/testing';
import type { Declared, DeclaredBy } from '../declared';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL } from '../projections/model';
import { ComplianceReports } from '../report';
import type { ComplianceReport, ReportQuery } from '../report/compliance-report';
import { History } from './history';

/** A history in a store of its own, and the reports that are made from it. */
export class Setting {
  private constructor(
    readonly history: History,
    readonly readStore: ReadStore,
    readonly destroy: () => Promise<void>,
  ) {}

  /** What a convention declares. */
  declared: Declared = { sectors: [], publics: [] };

  static open(): Setting {
    const clock = new TestClock();
    const events = temporaryEventStore({ clock });
    const read = temporaryReadStore();
    return new Setting(new History(events.store, clock), read.store, async () => {
      await events.destroy();
      await read.destroy();
    });
  }

  get reports(): ComplianceReports {
    return new ComplianceReports(this.sources);
  }

  get sources() {
    const declared: DeclaredBy = () => Promise.resolve(this.declared);
    return { events: this.history.events, readStore: this.readStore, declared };
  }

  model(): Promise<ReadModel> {
    return this.readStore.active(COMPLIANCE_MODEL);
  }

  /** Two of each entity: R1 in the QPV Q1 until 2023, then in Q2, of L1 in C1; R2 outside, of L2 in C2. */
  async territory(): Promise<void> {
    const { history } = this;
    await history.declare('Commune', aCommune('C1'));
    await history.declare('Commune', aCommune('C2'));
    await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-12-31'));
    await history.declare('PriorityDistrict', aDistrict('Q2', '2024-01-01'));
    await history.declare('Landlord', aLandlord('L1'));
    await history.declare('Landlord', aLandlord('L2'));
    await history.declare('ReservationHolder', aHolder('H1'));
    await history.declare('ReservationHolder', aHolder('H2', { contingent: 'action_logement' }));
    await history.declare('Residence', aResidence('R1', { districts: ['Q1', 'Q2'] }));
    await history.declare('Residence', aResidence('R2', { commune: 'C2', landlord: 'L2' }));
  }

  /** A report of 2024 for the whole territory, unless the query says otherwise, after everything recorded has been applied. */
  async report(query: Partial<ReportQuery> = {}, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<ComplianceReport> {
    await this.catchUp();
    const whole = { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci', ...query } as const;
    const result = await this.reports.report(whole, actor);
    if (isRefusal(result)) throw new Error(result.code);
    return result;
  }

  private async catchUp(): Promise<void> {
    const model = await this.model();
    const from = (await model.checkpoint())?.position;
    const events = await this.history.events.readAll({ ...(from === undefined ? {} : { from }), maxCount: 10_000 });
    await applyEvents(complianceProjection, model, events);
  }
}

/** `id: numerator/denominator` of one code. */
export function fractions(result: ComplianceReport, code: string): string[] {
  return result.figures
    .filter((figure) => figure.code === code)
    .map(({ scope, numerator, denominator }) => `${scope.id}: ${numerator}/${denominator}`);
}
