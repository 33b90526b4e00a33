import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection, ComplianceReports } from '#compliance';
import { importDirectory } from '#exchange';
import { openInstallation } from '#installation';
import { day, daysOfSemester, instantOf, isRefusal, parseInstant, parseSemester, type Clock } from '#kernel';
import { halfYearOf } from '#prefect';
import type { ComplianceReportJson, HalfYearJson, Product, ReportOptions } from './product';

/** Mixité itself gives half-years too. */
export interface Mixite extends Product {
  halfYear(semester: string, asOf?: string): Promise<HalfYearJson>;
}

/** Mixité itself, in process, on embedded stores in a folder of its own. */
export async function openMixite(): Promise<Mixite> {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-property-data-'));
  const clock = tickingClock();
  const installation = openInstallation({ folder, mode: 'writer', projections: [complianceProjection], clock });
  const { eventStore, readStore, engine } = installation;
  const reports = new ComplianceReports({ events: eventStore, readStore });
  const compliance = async ({ from, to, scope, asOf }: ReportOptions) => {
    const instant = asOf === undefined ? {} : { asOf: parseInstant(asOf)! };
    const query = { from: day(from), to: day(to), scope, ...instant };
    const report = await reports.report(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
    return report;
  };
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
    report: async (options) => (await compliance(options)) as ComplianceReportJson,
    halfYear: async (text, asOf) => {
      const semester = parseSemester(text)!;
      return halfYearOf(semester, await compliance({ ...daysOfSemester(semester), scope: 'bailleur', asOf }));
    },
    now: () => clock.now(),
    close: async () => {
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A second later each time that it is asked, so that no two imports share an instant. */
function tickingClock(): Clock {
  let milliseconds = Date.UTC(2025, 0, 1);
  return { now: () => instantOf((milliseconds += 1_000)) };
}
