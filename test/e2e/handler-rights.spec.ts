import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERYTHING, NOTHING, ROLES, type Actor, type Role, type Scope } from '#access';
import { HistoryVerifier } from '#audit';
import { Importer } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { isRefusal, parseSemester } from '#kernel';
import { MetricsController } from '../../libs/service/src/metrics/metrics.controller';
import { ProjectionsController } from '../../libs/service/src/projections/projections.controller';
import { PROJECTIONS, UPCASTERS } from '#product';
import { buildApi } from '#service';

const READERS: readonly Role[] = ['administrator', 'reader', 'statistician', 'system'];
const WRITERS: readonly Role[] = ['administrator', 'system'];

/** For every handler of a command or a query: the roles that may send the message, and the place of the actor among its arguments. */
const HANDLERS: Readonly<Record<string, readonly [roles: readonly Role[], actorAt: number, code?: string]>> = {
  ShowConventionHandler: [READERS, 1],
  ReportComplianceHandler: [READERS, 1],
  ReportObjectivesHandler: [READERS, 1],
  ListIndicatorsHandler: [READERS, 1],
  ReportPrefectHandler: [READERS, 1],
  ReportRehousingHandler: [READERS, 1],
  ReportFragilityHandler: [READERS, 1],
  ReportCoverageHandler: [READERS, 1],
  ReportRemindersHandler: [READERS, 1],
  ReportPriorityListsHandler: [READERS, 1],
  ReadResidenceSheetHandler: [READERS, 2],
  ListAllocationsHandler: [READERS, 1],
  ExportAllocationsHandler: [READERS, 1],
  ReadAuditHistoryHandler: [['administrator', 'reader', 'statistician'], 1],
  VerifyHistoryHandler: [['administrator', 'reader', 'statistician'], 0],
  ImportDirectoryHandler: [['administrator'], 1, 'import-not-allowed'],
  RecordLeaseRowHandler: [WRITERS, 1],
  RecordNoteHandler: [WRITERS, 1],
  RecordAgreementHandler: [WRITERS, 1],
  EstablishPriorityListHandler: [['administrator'], 1],
  DeclareDwellingFreeHandler: [WRITERS, 1],
  RunVacancyHandler: [WRITERS, 1],
  TryVacancyHandler: [WRITERS, 1],
  ReadVacancyHandler: [WRITERS, 1],
  ReadVacancyHistoryHandler: [WRITERS, 1],
  WeighCandidateHandler: [WRITERS, 2],
  WeighHouseholdHandler: [WRITERS, 2],
  ReadAgendaHandler: [WRITERS, 1],
  ReadMinutesHandler: [WRITERS, 1],
  ReadOfferLetterHandler: [['administrator'], 1],
  ReadRefusalLetterHandler: [['administrator'], 1],
  OpenCommissionHandler: [WRITERS, 1],
  ReadSittingHandler: [WRITERS, 1],
  EndApplicationHandler: [WRITERS, 1],
  ReopenApplicationHandler: [WRITERS, 1],
  ListDutiesHandler: [WRITERS, 0],
  RenounceDutyHandler: [WRITERS, 1],
  SetCommissionHandler: [WRITERS, 1],
  ListQpvCommissionsHandler: [WRITERS, 0],
  CountQpvCommissionsHandler: [READERS, 1],
  ListVacanciesHandler: [WRITERS, 1],
  ListTasksHandler: [WRITERS, 0],
  SayOfTaskHandler: [WRITERS, 1],
};
/** Valid queries, for the handlers that read the query before they check rights. */
const QUERIES: Readonly<Record<string, object>> = {
  ReportPrefectHandler: { semester: parseSemester('2023-S1') },
  ListAllocationsHandler: { filter: { where: {} }, sort: [], limit: 1 },
  ExportAllocationsHandler: { filter: { where: {} }, sort: [] },
  ListVacanciesHandler: { filter: { where: {} }, sort: [], limit: 1 },
  SayOfTaskHandler: { task: 'x', saying: {} },
};
/** Only the sheet of a residence and the report of objectives send these queries, after they have checked the rights: they have no actor. */
const WITHOUT_ACTOR = ['CountRehousingsHandler', 'LeasesOfResidenceHandler'];

interface Handler {
  execute(message: object): Promise<unknown>;
}
type Message = new (...words: readonly unknown[]) => object;

class NoImporter extends Importer {
  override importDirectory = jest.fn<Promise<never>, []>(() => Promise.reject(new Error('imported')));
}
class NoVerifier extends HistoryVerifier {
  override verify = jest.fn<Promise<never>, []>(() => Promise.reject(new Error('verified')));
}

describe('the handlers of commands and queries, without the guard of the routes', () => {
  const [importer, verifier] = [new NoImporter(), new NoVerifier()];
  let folder: string;
  let installation: Installation;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-handlers-'));
    installation = await openInstallation({
      place: { folder },
      mode: 'writer',
      projections: PROJECTIONS,
      upcasters: UPCASTERS,
    });
    app = await buildApi(installation, { importer, verifier });
  });
  afterAll(async () => {
    await app.close();
    await installation.close();
    rmSync(folder, { recursive: true });
  });

  function handlers(): ReadonlyMap<string, { readonly handler: Handler; readonly message: Message }> {
    const found = new Map<string, { handler: Handler; message: Message }>();
    for (const module of app.get(ModulesContainer).values())
      for (const { metatype, instance } of module.providers.values()) {
        if (typeof metatype !== 'function') continue;
        const message = (Reflect.getMetadata('__commandHandler__', metatype) ??
          Reflect.getMetadata('__queryHandler__', metatype)) as Message | undefined;
        if (message) found.set(metatype.name, { handler: instance as Handler, message });
      }
    return found;
  }

  /** The code of the refusal; undefined where rights allow the message, even if an empty message then fails. */
  async function codeOf(work: () => Promise<unknown>): Promise<string | undefined> {
    try {
      const answer = await work();
      return isRefusal(answer) && answer.code.endsWith('not-allowed') ? answer.code : undefined;
    } catch {
      return undefined;
    }
  }
  const actor = (role: Role, scope: Scope = EVERYTHING): Actor => ({ id: 'a', role, scope });
  const handle = (name: string, who: Actor) => {
    const { handler, message } = handlers().get(name)!;
    const words: unknown[] = Array.from({ length: HANDLERS[name]![1] }, () => QUERIES[name] ?? {});
    return codeOf(() => handler.execute(new message(...words, who)));
  };

  it('are all listed here', () => {
    expect([...handlers().keys()].sort()).toEqual([...Object.keys(HANDLERS), ...WITHOUT_ACTOR].sort());
  });

  it.each(Object.entries(HANDLERS))('%s checks the right itself', async (name, [roles, , code = 'not-allowed']) => {
    for (const role of ROLES) {
      expect([role, await handle(name, actor(role))]).toEqual([role, roles.includes(role) ? undefined : code]);
      expect([role, await handle(name, actor(role, NOTHING))]).toEqual([role, code]);
    }
  });

  it('import and verify once for each role that has the right, and for no other', async () => {
    importer.importDirectory.mockClear();
    verifier.verify.mockClear();
    for (const role of ROLES)
      for (const name of ['ImportDirectoryHandler', 'VerifyHistoryHandler']) await handle(name, actor(role));
    expect(importer.importDirectory).toHaveBeenCalledTimes(1);
    expect(verifier.verify).toHaveBeenCalledTimes(3);
  });

  it('rebuild and show metrics only for the roles that have the right', async () => {
    const reply = { header: () => undefined } as never;
    for (const role of ROLES) {
      const rebuilt = codeOf(() => app.get(ProjectionsController).rebuild('compliance', actor(role)));
      const may = ['administrator', 'system'].includes(role);
      expect([role, await rebuilt]).toEqual([role, may ? undefined : 'not-allowed']);
      const measured = codeOf(() => app.get(MetricsController).metrics(actor(role), reply));
      const mayRead = ['administrator', 'monitor'].includes(role);
      expect([role, await measured]).toEqual([role, mayRead ? undefined : 'not-allowed']);
    }
  });
});
