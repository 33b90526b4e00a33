import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, EVERYTHING } from '#access';
import { ComplianceReports, COMPLIANCE_MODEL, type ComplianceReport } from '#compliance';
import { START, type EventStore } from '#event-store';
import { catchUpInTurn, openInstallation, type Installation, type Place } from '#installation';
import { day, isRefusal } from '#kernel';
import { ProcessingEngine } from '#processing';
import { openSqliteReadStore, type ReadStore } from '#read-store';
import { PROJECTIONS, UPCASTERS } from '#product';
import type { Office } from './office';

const SCOPES = ['epci', 'commune', 'bailleur', 'reservataire', 'residence', 'qpv'] as const;
const PAGE = 500;

/**
 * Compares an installation with the records of its office after all disturbances. The service must be stopped, unless
 * it runs on servers.
 */
export async function expectWhole(place: Place, office: Office): Promise<void> {
  const installation = await openInstallation({
    place,
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
  });
  try {
    await expectNothingLostOrDoubled(installation, office);
    await catchUpInTurn(installation);
    await expectModelsAsReplayed(installation);
  } finally {
    await installation.close();
  }
}

async function expectNothingLostOrDoubled(installation: Installation, office: Office): Promise<void> {
  const { eventStore } = installation;
  const keys = await installation.vault();
  const lost: string[] = [];
  let recorded = 0;
  for (const number of office.sent) {
    const id = await keys.find('allocation', number);
    const events = id ? await eventStore.readStream(`allocation-${id}`, { maxCount: 10 }) : [];
    expect(events.filter(({ type }) => type === 'AllocationSigned').length).toBeLessThanOrEqual(1);
    expect(events.length).toBeLessThanOrEqual(1);
    recorded += events.length;
    if (events.length === 0 && office.acknowledged.has(number)) lost.push(number);
  }
  expect(lost).toEqual([]);
  expect(await count(eventStore, 'AllocationSigned')).toBe(recorded);
}

async function count(eventStore: EventStore, type: string): Promise<number> {
  let [found, from] = [0, START];
  for (;;) {
    const page = await eventStore.readAll({ from, types: [type], maxCount: PAGE });
    found += page.length;
    if (page.length < PAGE) return found;
    from = page.at(-1)!.position;
  }
}

/** Expects the read models to be equal to those of a fresh replay of the history. */
async function expectModelsAsReplayed({ eventStore, readStore, clock }: Installation): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-replayed-'));
  const fresh = openSqliteReadStore({ folder, mode: 'writer' });
  const engine = new ProcessingEngine({ eventStore, readStore: fresh, projections: PROJECTIONS, clock });
  try {
    await engine.catchUpAll();
    for (const scope of SCOPES)
      expect(await figures(eventStore, readStore, scope)).toEqual(await figures(eventStore, fresh, scope));
    expect(await versions(readStore)).toEqual(await versions(fresh));
  } finally {
    await engine.stop();
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figures(
  events: EventStore,
  readStore: ReadStore,
  scope: (typeof SCOPES)[number],
): Promise<ComplianceReport> {
  const query = { from: day('2023-01-01'), to: day('2024-12-31'), scope };
  const report = await new ComplianceReports({ events, readStore }).report(query, INSTALLATION_ADMINISTRATOR);
  if (isRefusal(report)) throw new Error(report.code);
  return report;
}

/** Every version of every allocation, in the order of their ids. */
async function versions(readStore: ReadStore): Promise<readonly object[]> {
  const model = await readStore.active(COMPLIANCE_MODEL);
  const found: object[] = [];
  let cursor: string | undefined;
  do {
    const page = await model.find({
      collection: 'allocations',
      scope: EVERYTHING,
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    found.push(...page.documents);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
