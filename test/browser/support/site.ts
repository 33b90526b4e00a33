import type { GivenRole } from '#access';
import { reachHead } from '#installation';
import { dayAt, instantOf, type Clock, type Instant } from '#kernel';
import { PROJECTIONS } from '#product';
import { startedApi, TOKEN, type StartedApi } from '../../e2e/support/started-api';
import { csvFiles, leases } from '../../e2e/support/territory';
import { VacancyOffice } from '../../e2e/support/vacancy-desk';
import { FIRST_FILES, FIRST_RECORDED, THEN_FILES, THEN_RECORDED } from './fixture-files';

export const PASSWORD = 'quatre girafes au violon';
const SCOPES: Readonly<Partial<Record<GivenRole, readonly string[]>>> = {
  bailleur: ['L-SEQENS'],
  reservataire: ['VILLE'],
  commune: ['78621'],
};

/** What a browser keeps of a session. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

interface AllocationList {
  readonly allocations: readonly { readonly identifiant: string }[];
}

/** A started service, with an account for each role that a test asks for. */
export class Site {
  private readonly accounts = new Map<string, Promise<void>>();
  private readonly cookies = new Map<GivenRole, Promise<SessionCookie>>();

  private constructor(
    readonly service: StartedApi,
    /** Names of what the fixture recorded, which the API has chosen. */
    readonly facts: Readonly<Record<string, string>>,
  ) {}

  /** The fixture's territory, whose pages are not empty. */
  static async full(): Promise<Site> {
    const clock = new StagedClock();
    const service = await startedApi({ clock });
    for (const [instant, files] of [
      [FIRST_RECORDED, FIRST_FILES],
      [THEN_RECORDED, THEN_FILES],
    ] as const) {
      clock.stage = instant as Instant;
      const answer = await service.send(files);
      if (answer.status !== 200) throw new Error(`the fixture is refused: ${await answer.text()}`);
    }
    clock.stage = undefined;
    await readModelsReach(service);
    const list = (await (await service.get('/api/allocations?limit=1')).json()) as AllocationList;
    const vacancies = await openVacancies(service, dayAt(clock.now(), 'Europe/Paris'));
    await readModelsReach(service);
    return new Site(service, { ...vacancies, allocation: list.allocations[0]!.identifiant });
  }

  /** A territory with more leases than a page shows. */
  static async long(): Promise<Site> {
    const service = await startedApi();
    const answer = await service.send(new Map([...FIRST_FILES, ...csvFiles({ 'attributions.csv': leases(1, 260) })]));
    if (answer.status !== 200) throw new Error(`the fixture is refused: ${await answer.text()}`);
    await readModelsReach(service);
    const list = (await (await service.get('/api/allocations?limit=1')).json()) as AllocationList;
    return new Site(service, { allocation: list.allocations[0]!.identifiant });
  }

  /** An installation where nothing is recorded yet. */
  static async empty(): Promise<Site> {
    return new Site(await startedApi(), {});
  }

  get url(): string {
    return this.service.url;
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  /** The session of an account of the role. The account is made when it is asked for first. */
  cookieOf(role: GivenRole): Promise<SessionCookie> {
    const known = this.cookies.get(role);
    if (known) return known;
    const opened = this.signIn(role);
    this.cookies.set(role, opened);
    return opened;
  }

  /** The address of an account of the role, whose password is `PASSWORD`. The account is made when it is asked for first. */
  async accountOf(role: GivenRole): Promise<string> {
    const email = `${role}@example.org`;
    const made = this.accounts.get(email) ?? this.accept(email, role);
    this.accounts.set(email, made);
    await made;
    return email;
  }

  /** Gives a role to a person. @returns the code of the link; undefined where the person is here already */
  async invite(email: string, role: GivenRole): Promise<string | undefined> {
    const invited = await this.post('/api/invitations', { email, role, scope: SCOPES[role] ?? [] }, TOKEN);
    const { link } = (await invited.json()) as { readonly link: string | null };
    return link?.split('#')[1];
  }

  private async accept(email: string, role: GivenRole): Promise<void> {
    const code = await this.invite(email, role);
    await this.post('/api/invitations/acceptance', { code, name: 'Camille Durand', password: PASSWORD });
  }

  private async signIn(role: GivenRole): Promise<SessionCookie> {
    const email = await this.accountOf(role);
    const opened = await this.post('/api/session', { email, password: PASSWORD });
    const [name, value] = opened.headers.get('set-cookie')!.split(';', 1)[0]!.split('=') as [string, string];
    return { name, value };
  }

  private async post(path: string, body: object, token?: string): Promise<Response> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

/** Stays at the instant of a stage while the stage is recorded, else gives the present. */
class StagedClock implements Clock {
  stage: Instant | undefined;

  now(): Instant {
    return this.stage ?? instantOf(Date.now());
  }
}

async function readModelsReach({ installation }: StartedApi): Promise<void> {
  for (const projection of PROJECTIONS) await reachHead(installation, projection);
}

/** A vacancy at each step that pages show apart. It is done before there are accounts, while this machine alone is a right. */
async function openVacancies(service: StartedApi, today: string): Promise<Record<string, string>> {
  const office = new VacancyOffice(service, today, 'FIXTURE');
  const oriented = await office.oriented('LOGT-A');
  const designated = await office.oriented('LOGT-B');
  await office.designated(designated);
  return { oriented, designated, accepted: await office.accepted(undefined, 'LOGT-C') };
}
