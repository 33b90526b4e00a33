import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERYTHING, limitedTo, NOTHING, ROLES, SCOPE_OF_ROLE, type Actor, type Role, type Scope } from '#access';
import { HistoryVerifier } from '#audit';
import { Importer } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { isRefusal, parseSemester } from '#kernel';
import { MetricsController } from '../../libs/service/src/metrics/metrics.controller';
import { ProjectionsController } from '../../libs/service/src/projections/projections.controller';
import { PROJECTIONS, UPCASTERS } from '#product';
import { buildApi } from '#service';

const DESIGNERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur', 'reservataire', 'commune'];
const VACANCY_READERS: readonly Role[] = [...DESIGNERS, 'etat', 'auditeur'];
const LIST_READERS: readonly Role[] = [...VACANCY_READERS, 'system'];
const READERS: readonly Role[] = [...LIST_READERS, 'statisticien', 'elu'];
const WHOLE_READERS: readonly Role[] = ['administrateur', 'agent_epci', 'auditeur'];
const NOTERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur', 'commune', 'system'];
const LANDLORDS: readonly Role[] = ['administrateur', 'bailleur'];
const NAME_READERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur', 'reservataire', 'auditeur'];

/** For every handler of a command or a query: the roles that may send the message, and the place of the actor among its arguments. */
const HANDLERS: Readonly<Record<string, readonly [roles: readonly Role[], actorAt: number, code?: string]>> = {
  ShowConventionHandler: [READERS, 1],
  ReportComplianceHandler: [READERS, 1],
  ReportSeriesHandler: [READERS, 1],
  ReadObjectiveHandler: [READERS, 1],
  ReportObjectivesHandler: [READERS, 1],
  ListIndicatorsHandler: [READERS, 1],
  ReportPrefectHandler: [READERS, 1],
  ReadTerritoryHandler: [READERS, 1],
  ReadSigningDaysHandler: [READERS, 0],
  ReportRehousingHandler: [READERS, 1],
  ReportFlowHandler: [[...LIST_READERS, 'elu'], 1],
  ReportFragilityHandler: [READERS, 1],
  ReportCoverageHandler: [READERS, 1],
  ReportRemindersHandler: [READERS, 1],
  ReportPriorityListsHandler: [READERS, 1],
  ReadResidenceSheetHandler: [READERS, 2],
  ListAllocationsHandler: [LIST_READERS, 1],
  ExportAllocationsHandler: [LIST_READERS, 1],
  ReadLeaseHandler: [LIST_READERS, 1],
  AskNamedListHandler: [NAME_READERS, 1],
  OpenNamedListHandler: [NAME_READERS, 1],
  ReadAuditHistoryHandler: [WHOLE_READERS, 1],
  VerifyHistoryHandler: [WHOLE_READERS, 0],
  ImportDirectoryHandler: [['administrateur', 'agent_epci', 'bailleur'], 1, 'import-not-allowed'],
  RecordLeaseRowHandler: [['administrateur', 'agent_epci', 'bailleur', 'system'], 1],
  RecordNoteHandler: [NOTERS, 1],
  RecordAgreementHandler: [NOTERS, 1],
  EstablishPriorityListHandler: [LANDLORDS, 1],
  DeclareDwellingFreeHandler: [LANDLORDS, 1],
  RunVacancyHandler: [LANDLORDS, 1],
  TryVacancyHandler: [LANDLORDS, 1],
  ChangeAnyLeaseHandler: [['administrateur', 'agent_epci', 'bailleur', 'system'], 1],
  TryLeaseChangeHandler: [['administrateur', 'agent_epci', 'bailleur', 'system'], 1],
  DesignateManyHandler: [[...DESIGNERS, 'etat'], 2],
  ReadVacancyHandler: [VACANCY_READERS, 1],
  ReadVacancyHistoryHandler: [VACANCY_READERS, 1],
  IssueTokenHandler: [['administrateur'], 1],
  RevokeTokenHandler: [['administrateur'], 1],
  RotateTokenKeyHandler: [['administrateur'], 1],
  ListTokensHandler: [['administrateur'], 0],
  InviteUserHandler: [['administrateur'], 1],
  RecoverUserHandler: [['administrateur'], 1],
  RevokeUserHandler: [['administrateur'], 1],
  DisableUserHandler: [['administrateur'], 1],
  ListUsersHandler: [['administrateur'], 0],
  WeighCandidateHandler: [VACANCY_READERS, 2],
  WeighHouseholdHandler: [VACANCY_READERS, 2],
  ReadAgendaHandler: [VACANCY_READERS, 1],
  ReadMinutesHandler: [VACANCY_READERS, 1],
  ReadOfferLetterHandler: [NAME_READERS, 1],
  ReadRefusalLetterHandler: [NAME_READERS, 1],
  OpenCommissionHandler: [LANDLORDS, 1],
  ReadSittingHandler: [VACANCY_READERS, 1],
  EndApplicationHandler: [DESIGNERS, 1],
  SayOfCriterionHandler: [DESIGNERS, 1],
  ReadCriteriaHandler: [NAME_READERS, 1],
  ReopenApplicationHandler: [['administrateur', 'agent_epci'], 1],
  ListDutiesHandler: [VACANCY_READERS, 0],
  RenounceDutyHandler: [DESIGNERS, 1],
  SetCommissionHandler: [['administrateur', 'agent_epci'], 1],
  ListQpvCommissionsHandler: [VACANCY_READERS, 0],
  CountQpvCommissionsHandler: [READERS, 1],
  ReportRefusalsHandler: [READERS, 1],
  ListVacanciesHandler: [VACANCY_READERS, 1],
  ListTasksHandler: [[...DESIGNERS, 'etat'], 0],
  SayOfTaskHandler: [[...DESIGNERS, 'etat'], 1],
  ListViewsHandler: [LIST_READERS, 1],
  AddViewHandler: [LIST_READERS, 1],
  ChangeViewHandler: [LIST_READERS, 1],
  RemoveViewHandler: [LIST_READERS, 1],
  ReadPreferencesHandler: [LIST_READERS, 1],
  SetPreferencesHandler: [LIST_READERS, 1],
};
/** Closing stands for every command about a vacancy here; who-acts.spec.ts has them all. */
const CLOSING = { vacancy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10', act: { verb: 'closing', given: {} } };
const CANCELLING = {
  allocation: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10',
  act: { verb: 'lease/cancellation', given: {} },
};
/** Valid messages, for the handlers that read the message before they check rights. */
const QUERIES: Readonly<Record<string, object>> = {
  ReportPrefectHandler: { semester: parseSemester('2023-S1') },
  ListAllocationsHandler: { filter: { where: {} }, sort: [], limit: 1 },
  ExportAllocationsHandler: { filter: { where: {} }, sort: [] },
  ChangeAnyLeaseHandler: CANCELLING,
  TryLeaseChangeHandler: CANCELLING,
  AskNamedListHandler: { list: { filter: { where: {} }, sort: [] }, format: 'json', limit: 1, parameters: {} },
  OpenNamedListHandler: 'inconnue' as unknown as object,
  ReadLeaseHandler: { allocation: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' },
  ListVacanciesHandler: { filter: { where: {} }, sort: [], limit: 1 },
  SayOfTaskHandler: { task: 'x', saying: {} },
  DesignateManyHandler: [],
  RunVacancyHandler: CLOSING,
  TryVacancyHandler: CLOSING,
};
/** Only other readings (a sheet, the objectives, a vacancy) send these queries, after they have checked the rights: they have no actor. */
const WITHOUT_ACTOR = ['CountRehousingsHandler', 'FlowOfVacancyHandler', 'LeasesOfResidenceHandler'];

function scopeOf(role: Role): Scope {
  const kind = SCOPE_OF_ROLE[role];
  return kind === 'all' ? EVERYTHING : limitedTo({ [kind]: ['X'] });
}

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
  /** Under the scope of its role. No code is one of a known place. */
  const actor = (role: Role, scope: Scope = scopeOf(role)): Actor => ({ id: 'a', role, scope });
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
      const answer = await handle(name, actor(role));
      if (!roles.includes(role)) expect([role, answer]).toEqual([role, code]);
      // A role that is bound to codes has the right, but perhaps not at the place of an empty message.
      else if (answer !== 'scope-not-allowed' || SCOPE_OF_ROLE[role] === 'all')
        expect([role, answer]).toEqual([role, undefined]);
      expect([role, await handle(name, actor(role, NOTHING))]).toEqual([role, code]);
    }
  });

  it('import and verify once for each role that has the right, and for no other', async () => {
    importer.importDirectory.mockClear();
    verifier.verify.mockClear();
    for (const role of ROLES)
      for (const name of ['ImportDirectoryHandler', 'VerifyHistoryHandler']) await handle(name, actor(role));
    expect(importer.importDirectory).toHaveBeenCalledTimes(3);
    expect(verifier.verify).toHaveBeenCalledTimes(3);
  });

  it('rebuild and show metrics only for the roles that have the right', async () => {
    const reply = { header: () => undefined } as never;
    for (const role of ROLES) {
      const rebuilt = codeOf(() => app.get(ProjectionsController).rebuild('compliance', actor(role, EVERYTHING)));
      const may = ['administrateur', 'system'].includes(role);
      expect([role, await rebuilt]).toEqual([role, may ? undefined : 'not-allowed']);
      const measured = codeOf(() => app.get(MetricsController).metrics(actor(role, EVERYTHING), reply));
      const mayRead = ['administrateur', 'monitor'].includes(role);
      expect([role, await measured]).toEqual([role, mayRead ? undefined : 'not-allowed']);
    }
  });
});
