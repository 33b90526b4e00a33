import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { AuditHistories, type AskedSubject, type AuditHistory } from '#audit';
import {
  ComplianceReports,
  IndicatorLists,
  type ComplianceReport,
  type Indicators,
  type IndicatorsQuery,
  type ReportQuery,
} from '#compliance';
import { ConventionHistory } from '#convention';
import { openSqliteEventStore, type EventStore, type RecordedEvent } from '#event-store';
import { importDirectory, type ImportReport } from '#exchange';
import { openInstallation } from '#installation';
import { day, instantOf, isRefusal, parseAsOf } from '#kernel';
import { RehousingReports, type RehousingReport } from '#rehousing';
import { PROJECTIONS, UPCASTERS } from '#product';

export type Files = Readonly<Record<string, string | Buffer>>;

/** The files in a folder of the fixtures. */
export function fixture(folder: string): Files {
  const path = join(__dirname, '../../fixtures/files', folder);
  return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}

/** A mapping of the fixtures. */
export function mappingOf(file: string): object {
  return JSON.parse(readFileSync(join(__dirname, '../../fixtures/files', file), 'utf8')) as object;
}

interface Question {
  readonly from?: string;
  readonly to?: string;
  readonly scope?: ReportQuery['scope'];
  readonly asOf?: string;
}

interface AuditOptions {
  readonly names?: boolean;
  readonly actor?: Actor;
  readonly events?: EventStore;
}

/** An office with an empty history: it sends directories of files and asks for figures. Its clock advances by a minute at each reading. */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mixite-acceptance-'));
  private time = Date.UTC(2025, 0, 10, 9);
  private readonly opened = openInstallation({
    place: { folder: this.folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    clock: { now: () => instantOf((this.time += 60_000)) },
  });
  async send(
    files: Files,
    options: { readonly dryRun?: boolean; readonly mapping?: object } = {},
  ): Promise<ImportReport> {
    const directory = mkdtempSync(join(this.folder, 'sent-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    const mapping = options.mapping && `${directory}.json`;
    if (mapping) writeFileSync(mapping, JSON.stringify(options.mapping));
    const installation = await this.opened;
    const { eventStore: store } = installation;
    const vault = await installation.vault();
    const words = { dryRun: options.dryRun === true, actor: INSTALLATION_ADMINISTRATOR, mapping };
    return importDirectory(directory, words, { store, vault });
  }

  /** Sends files that must have no fault. @throws an error with the faults */
  async record(files: Files): Promise<ImportReport> {
    const report = await this.send(files);
    if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
    return report;
  }

  async report({
    from = '2023-01-01',
    to = '2023-12-31',
    scope = 'epci',
    asOf,
  }: Question = {}): Promise<ComplianceReport> {
    const { engine, eventStore: events, readStore } = await this.opened;
    await engine.catchUpAll();
    const instant = asOf === undefined ? {} : { asOf: parseAsOf(asOf)! };
    const query = { from: day(from), to: day(to), scope, ...instant };
    const report = await new ComplianceReports({ events, readStore }).report(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  }

  /** `numerator/denominator` by code, for the figures of a group that are not 0/0. */
  async shares(question: Question = {}, group?: string): Promise<Readonly<Record<string, string>>> {
    const { figures } = await this.report(question);
    const asked = figures.filter(({ scope, denominator }) => denominator > 0 && (!group || scope.id === group));
    return Object.fromEntries(asked.map(({ code, numerator, denominator }) => [code, `${numerator}/${denominator}`]));
  }

  async rehousing({ operation, asOf }: { operation?: string; asOf?: string } = {}): Promise<RehousingReport> {
    const { engine, eventStore: events, readStore } = await this.opened;
    await engine.catchUpAll();
    const instant = asOf === undefined ? {} : { asOf: parseAsOf(asOf)! };
    const query = { operation, ...instant };
    const report = await new RehousingReports({ events, readStore }).report(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  }

  async indicators(query: IndicatorsQuery = {}, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<Indicators> {
    const { engine, eventStore: events, readStore } = await this.opened;
    await engine.catchUpAll();
    const convention = new ConventionHistory(events);
    const indicators = await new IndicatorLists({ events, readStore, convention }).list(query, actor);
    if (isRefusal(indicators)) throw new Error(indicators.code);
    return indicators;
  }

  async history(): Promise<readonly RecordedEvent[]> {
    return (await this.opened).eventStore.readAll({ maxCount: 10_000 });
  }

  /** The history of a dossier, or the code of the refusal. */
  async audit(
    asked: AskedSubject,
    { names = true, actor = INSTALLATION_ADMINISTRATOR, events }: AuditOptions = {},
  ): Promise<AuditHistory | string> {
    const installation = await this.opened;
    const { clock, eventStore } = installation;
    const store = events ?? eventStore;
    const convention = new ConventionHistory(store);
    const histories = new AuditHistories({ events: store, clock, convention, vault: () => installation.vault() });
    const history = await histories.history({ asked, names }, { actor });
    return isRefusal(history) ? history.code : history;
  }

  /** The same events, opened as by another process that only reads. */
  async beside(): Promise<EventStore> {
    const { clock } = await this.opened;
    return openSqliteEventStore({ folder: this.folder, mode: 'reader', clock, upcasters: UPCASTERS });
  }

  /** Closes the installation, and keeps its events in that file. */
  async keep(file: string): Promise<void> {
    await (await this.opened).close();
    copyFileSync(join(this.folder, 'events.db'), file);
    rmSync(this.folder, { recursive: true });
  }

  async close(): Promise<void> {
    await (await this.opened).close();
    rmSync(this.folder, { recursive: true });
  }
}
