import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection, ComplianceReports } from '#compliance';
import { importDirectory } from '#exchange';
import { fragilityProjection, FragilityReports, type FragilityReport } from '#fragility';
import { openInstallation } from '#installation';
import {
  day,
  daysOfSemester,
  instantOf,
  isRefusal,
  parseInstant,
  parseSemester,
  type Clock,
  type Instant,
  type Refusal,
} from '#kernel';
import { halfYearOf } from '#prefect';
import { rehousingProjection, RehousingReports } from '#rehousing';
import { PUBLICS } from './rows';
import type { ComplianceReportJson, HalfYearJson, RehousingProduct, ReportOptions } from './product';

/** Mixité itself gives half-years and notes too. */
export interface Mixite extends RehousingProduct {
  fragility(on: string, asOf?: string): Promise<FragilityReport>;
  halfYear(semester: string, asOf?: string): Promise<HalfYearJson>;
}

/** Mixité itself, in process, on embedded stores in a folder of its own; its clock begins at that time. */
export async function openMixite(start = Date.UTC(2025, 0, 1)): Promise<Mixite> {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-property-data-'));
  const clock = new TickingClock(start);
  const projections = [complianceProjection, rehousingProjection, fragilityProjection];
  const installation = await openInstallation({ place: { folder }, mode: 'writer', projections, clock });
  const { eventStore, readStore, engine } = installation;
  const publics = PUBLICS.map(({ code }) => ({ code, name: code, sensitive: false }));
  const declared = async () => ({ sectors: [], publics });
  const reports = new ComplianceReports({ events: eventStore, readStore, declared });
  const compliance = async ({ from, to, scope, asOf }: ReportOptions) => {
    const query = { from: day(from), to: day(to), scope, ...instantAsked(asOf) };
    return granted(await reports.report(query, INSTALLATION_ADMINISTRATOR));
  };
  const rehousings = new RehousingReports({ events: eventStore, readStore });
  return {
    importDirectory: async (directory) => {
      const stores = { store: eventStore, vault: await installation.vault() };
      const { files, faults } = await importDirectory(
        directory,
        { dryRun: false, actor: INSTALLATION_ADMINISTRATOR, publics: PUBLICS },
        stores,
      );
      if (faults.length > 0) throw new Error(`refused: ${JSON.stringify(faults)}`);
      await engine.catchUpAll();
      return { events: files.reduce((sum, { events }) => sum + events, 0) };
    },
    rehousing: async ({ operation, asOf }) => {
      const query = { operation, ...instantAsked(asOf) };
      return granted(await rehousings.report(query, INSTALLATION_ADMINISTRATOR));
    },
    fragility: async (on, asOf) => {
      const fragility = new FragilityReports({ events: eventStore, readStore, clock });
      return granted(await fragility.report({ on: day(on), ...instantAsked(asOf) }, INSTALLATION_ADMINISTRATOR));
    },
    report: async (options) => (await compliance(options)) as ComplianceReportJson,
    halfYear: async (text, asOf) => {
      const semester = parseSemester(text)!;
      return halfYearOf(semester, await compliance({ ...daysOfSemester(semester), scope: 'bailleur', asOf }));
    },
    now: () => clock.now(),
    goTo: (instant) => clock.goTo(Date.parse(instant)),
    close: async () => {
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function instantAsked(asOf: string | undefined): { readonly asOf?: Instant } {
  return asOf === undefined ? {} : { asOf: parseInstant(asOf)! };
}

function granted<Report>(report: Report | Refusal): Report {
  if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
  return report;
}

/** A second later each time that it is asked, so that no two imports share an instant. */
class TickingClock implements Clock {
  constructor(private milliseconds: number) {}

  now(): Instant {
    return instantOf((this.milliseconds += 1_000));
  }

  goTo(milliseconds: number): void {
    this.milliseconds = Math.max(this.milliseconds, milliseconds);
  }
}
