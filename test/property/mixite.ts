import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection, ComplianceReports, ObjectivesReports } from '#compliance';
import { CONVENTION_STREAM, ConventionHistory } from '#convention';
import { aConvention } from '#convention/testing';
import type { StreamBatch } from '#event-store';
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
  uuidV5,
  type Clock,
  type Instant,
  type Refusal,
} from '#kernel';
import { halfYearOf } from '#prefect';
import { rehousingProjection, RehousingReports } from '#rehousing';
import { UPCASTERS } from '#product';
import type { ObjectivesProduct, ObjectivesReportJson } from './objectives-product';
import type { ComplianceReportJson, RehousingProduct, ReportOptions } from './product';
import { PUBLICS, SECTORS } from './rows';

/** Mixité itself, which answers the questions of all the properties. */
export interface Mixite extends RehousingProduct, ObjectivesProduct {
  fragility(on: string, asOf?: string): Promise<FragilityReport>;
  report(options: ReportOptions): ReturnType<ObjectivesProduct['report']>;
}

/** The publics and sectors that are followed: those of the rows of random histories, or those of an imported convention. */
export type Followed = 'rows' | 'convention';

/** Opens Mixité itself in this process, on embedded stores in a folder of its own. Its clock begins at `start`. */
export async function openMixite(start = Date.UTC(2025, 0, 1), followed: Followed = 'rows'): Promise<Mixite> {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-property-data-'));
  const clock = new TickingClock(start);
  const projections = [complianceProjection, rehousingProjection, fragilityProjection];
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections,
    clock,
  });
  const { eventStore, readStore, engine } = installation;
  const convention = new ConventionHistory(eventStore);
  const reports = new ComplianceReports({ events: eventStore, readStore, convention });
  await installation.vault();
  if (followed === 'rows') await eventStore.append(conventionOfRows(clock.now()));
  const compliance = async ({ from, to, scope, asOf }: ReportOptions) => {
    const query = { from: day(from), to: day(to), scope, ...instantAsked(asOf) };
    return granted(await reports.report(query, INSTALLATION_ADMINISTRATOR));
  };
  const objectives = new ObjectivesReports({ events: eventStore, readStore, convention });
  const rehousings = new RehousingReports({ events: eventStore, readStore });
  return {
    importDirectory: async (directory) => {
      const stores = { store: eventStore, vault: await installation.vault() };
      const { files, faults } = await importDirectory(
        directory,
        { dryRun: false, actor: INSTALLATION_ADMINISTRATOR },
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
    objectives: async ({ from, to, asOf }) => {
      const query = { from: day(from), to: day(to), ...instantAsked(asOf) };
      return granted(await objectives.report(query, INSTALLATION_ADMINISTRATOR)) as ObjectivesReportJson;
    },
    halfYear: async (text, asOf) => {
      const semester = parseSemester(text)!;
      const report = await compliance({ ...daysOfSemester(semester), scope: 'bailleur', asOf });
      const recorded = await convention.at(report.position);
      return halfYearOf(semester, report, recorded);
    },
    now: () => clock.now(),
    goTo: (instant) => clock.goTo(Date.parse(instant)),
    close: async () => {
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A convention without objectives, with the publics and sectors of the rows. */
function conventionOfRows(now: Instant): StreamBatch {
  const data = aConvention({
    territory: { siren: null, name: 'Territoire', timeZone: 'Europe/Paris', communes: null },
    sectors: SECTORS.map((code) => ({ code, name: code, commune: '78621' })),
    publics: PUBLICS.map(({ code, column }) => ({ code, name: code, column, sensitive: false })),
    objectives: [],
  });
  const metadata = { actor: 'tester', role: 'system', correlationId: 'test', causationId: 'test' } as const;
  const stored = { id: uuidV5(`convention ${now}`), metadata };
  const adopted = CONVENTION_STREAM.write({ type: 'ConventionAdopted', data }, stored);
  return { stream: CONVENTION_STREAM.name(), expected: 'none', events: [adopted] };
}

function instantAsked(asOf: string | undefined): { readonly asOf?: Instant } {
  return asOf === undefined ? {} : { asOf: parseInstant(asOf)! };
}

function granted<Report>(report: Report | Refusal): Report {
  if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
  return report;
}

/** A clock that advances by a second at each call, so that no two imports have the same instant. */
class TickingClock implements Clock {
  constructor(private milliseconds: number) {}

  now(): Instant {
    return instantOf((this.milliseconds += 1_000));
  }

  goTo(milliseconds: number): void {
    this.milliseconds = Math.max(this.milliseconds, milliseconds);
  }
}
