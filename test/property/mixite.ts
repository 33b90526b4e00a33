import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection, ComplianceReports } from '#compliance';
import { importDirectory } from '#exchange';
import { openInstallation } from '#installation';
import { day, instantOf, isRefusal, parseInstant, type Clock } from '#kernel';
import type { ComplianceReportJson, Product } from './product';

/** Mixité itself, in process, on embedded stores in a folder of its own. */
export async function openMixite(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-property-data-'));
  const clock = tickingClock();
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    projections: [complianceProjection],
    clock,
  });
  const { eventStore, readStore, engine } = installation;
  const reports = new ComplianceReports({ events: eventStore, readStore });
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
    report: async ({ from, to, scope, asOf }) => {
      const instant = asOf === undefined ? {} : { asOf: parseInstant(asOf)! };
      const query = { from: day(from), to: day(to), scope, ...instant };
      const report = await reports.report(query, INSTALLATION_ADMINISTRATOR);
      if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
      return report as ComplianceReportJson;
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
