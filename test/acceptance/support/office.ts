import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { AuditHistories, type AskedSubject, type AuditHistory } from '#audit';
import { complianceProjection, ComplianceReports, type ComplianceReport, type ReportQuery } from '#compliance';
import { openSqliteEventStore, type EventStore, type RecordedEvent } from '#event-store';
import { importDirectory, type ImportReport } from '#exchange';
import { openInstallation } from '#installation';
import { day, instantOf, isRefusal, parseAsOf } from '#kernel';

export type Files = Readonly<Record<string, string | Buffer>>;

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

/** An office with an empty record: it sends directories of files, and asks for figures. The clock steps a minute an instant. */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mixite-acceptance-'));
  private time = Date.UTC(2025, 0, 10, 9);
  private readonly installation = openInstallation({
    folder: this.folder,
    mode: 'writer',
    projections: [complianceProjection],
    clock: { now: () => instantOf((this.time += 60_000)) },
  });
  private readonly reports = new ComplianceReports({
    events: this.installation.eventStore,
    readStore: this.installation.readStore,
  });

  async send(
    files: Files,
    options: { readonly dryRun?: boolean; readonly mapping?: object } = {},
  ): Promise<ImportReport> {
    const directory = mkdtempSync(join(this.folder, 'sent-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    const mapping = options.mapping && `${directory}.json`;
    if (mapping) writeFileSync(mapping, JSON.stringify(options.mapping));
    const { eventStore: store } = this.installation;
    const vault = await this.installation.vault();
    const words = { dryRun: options.dryRun === true, actor: INSTALLATION_ADMINISTRATOR, mapping };
    return importDirectory(directory, words, { store, vault });
  }

  /** Sends files that are right. @throws with the faults where they are not */
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
    await this.installation.engine.catchUpAll();
    const instant = asOf === undefined ? {} : { asOf: parseAsOf(asOf)! };
    const query = { from: day(from), to: day(to), scope, ...instant };
    const report = await this.reports.report(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  }

  /** `numerator/denominator` of figures that are not 0/0, by code, in a group. */
  async shares(question: Question = {}, group?: string): Promise<Readonly<Record<string, string>>> {
    const { figures } = await this.report(question);
    const asked = figures.filter(({ scope, denominator }) => denominator > 0 && (!group || scope.id === group));
    return Object.fromEntries(asked.map(({ code, numerator, denominator }) => [code, `${numerator}/${denominator}`]));
  }

  /** The history of a dossier, as the audit tells it, or the code of its refusal. */
  async audit(
    asked: AskedSubject,
    { names = true, actor = INSTALLATION_ADMINISTRATOR, events = this.installation.eventStore }: AuditOptions = {},
  ): Promise<AuditHistory | string> {
    const { clock } = this.installation;
    const histories = new AuditHistories({ events, clock, vault: () => this.installation.vault() });
    const history = await histories.history({ asked, names }, actor);
    return isRefusal(history) ? history.code : history;
  }

  /** The same events, as a process beside the one that writes sees them. */
  beside(): EventStore {
    return openSqliteEventStore({ folder: this.folder, mode: 'reader', clock: this.installation.clock });
  }

  history(): Promise<readonly RecordedEvent[]> {
    return this.installation.eventStore.readAll({ maxCount: 10_000 });
  }

  /** Closes the record, and keeps its events in that file. */
  async keep(file: string): Promise<void> {
    await this.installation.close();
    copyFileSync(join(this.folder, 'events.db'), file);
    rmSync(this.folder, { recursive: true });
  }

  async close(): Promise<void> {
    await this.installation.close();
    rmSync(this.folder, { recursive: true });
  }
}
