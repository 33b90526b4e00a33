import { QueryBus, type Query } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, type Scope, type ScopeCodes } from '#access';
import { readerOf } from '#access/testing';
import { ThisThreadVerifier } from '#audit';
import { ThisThreadImporter } from '#exchange';
import type { Authenticator } from '#http';
import { dayAt, type Day } from '#kernel';
import { buildApi } from '#service';
import { newLogger } from '#telemetry';
import { startedApi, type StartedApi, type StartedApiOptions } from './started-api';
import { TERRITORY, type Files, type Row } from './territory';

/** The answer of a route, read as JSON. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly vacancy: string;
    readonly candidate: string;
    readonly revision: number;
    readonly faults: readonly { readonly column: string }[];
  };
}

type Method = 'GET' | 'POST' | 'PUT';

/** The API of an installation of its own, where each request is sent under the scope that the test sets. */
export class VacancyApi implements Authenticator {
  scope: Scope = EVERYTHING;
  /** Every address and answer, and every line of the log. */
  readonly texts: string[] = [];
  readonly log: string[] = [];
  today!: Day;
  private app!: NestFastifyApplication;
  private made = 0;

  private constructor(readonly service: StartedApi) {}

  static async start(files: Files = {}, options: StartedApiOptions = {}): Promise<VacancyApi> {
    const api = new VacancyApi(await startedApi(options));
    const { installation, send } = api.service;
    expect((await send({ ...TERRITORY, ...files })).status).toBe(200);
    api.app = await buildApi(installation, {
      authenticator: api,
      logger: newLogger({ level: 'trace', stream: { write: (line: string) => void api.log.push(line) } }),
      importer: new ThisThreadImporter(installation),
      verifier: new ThisThreadVerifier(installation),
    });
    api.today = dayAt(installation.clock.now(), 'Europe/Paris');
    return api;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.service.stop();
  }

  actorOf(_request: FastifyRequest) {
    // Under a scope of everything the tests act as the administrator, else as the role of the codes.
    const { role } = this.scope.kind === 'limited' ? readerOf(this.scope) : INSTALLATION_ADMINISTRATOR;
    return Promise.resolve({ id: 'agent', role, scope: this.scope });
  }

  acting(codes: ScopeCodes): void {
    this.scope = limitedTo(codes);
  }

  async send(method: Method, path: string, body?: object, headers: object = {}): Promise<Answered> {
    const url = `/api${path}`;
    const answer = await this.app.inject({
      method,
      url,
      payload: body,
      headers: { host: 'localhost:3000', ...headers },
    });
    this.texts.push(url, answer.body);
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Answered['body'] };
  }

  /** The text of an answer that is a file. */
  async inject(url: string): Promise<string> {
    const answer = await this.app.inject({ method: 'GET', url, headers: { host: 'localhost:3000' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.body;
  }

  /** A query without the route that sends it. */
  query<Result>(query: Query<Result>): Promise<Result> {
    return this.app.get(QueryBus).execute(query);
  }

  get(path: string): Promise<Answered> {
    return this.send('GET', path);
  }

  post(path: string, body: object, headers?: object): Promise<Answered> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: object, headers?: object): Promise<Answered> {
    return this.send('PUT', path, body, headers);
  }

  /** The body of an answer that wrote. */
  async done(path: string, body: object): Promise<Answered['body']> {
    const answer = await this.post(path, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
    return answer.body;
  }

  /** A vacancy of a dwelling of its own, in R1 of L-A, in 78621 and in a QPV. */
  async declared(cells: object = {}): Promise<string> {
    const reference_logement = `LOGT-SECRET-${(this.made += 1)}`;
    const declaration = {
      reference_logement,
      code_residence: 'R1',
      date_liberation: '2999-01-01',
      motif_liberation: 'depart',
    };
    return (await this.done('/vacancies', { ...declaration, ...cells })).vacancy;
  }

  async oriented(cells: object = {}, code_reservataire = 'VILLE'): Promise<string> {
    const vacancy = await this.declared(cells);
    await this.done(`/vacancies/${vacancy}/orientation`, { code_reservataire });
    return vacancy;
  }

  household(cells: object = {}): Row & object {
    return {
      type_demande: 'premier_acces',
      numero_unique: `078NUMEROSECRET${(this.made += 1)}`,
      personnes_14_ans_et_plus: '2',
      enfants_moins_14_ans: '0',
      dalo: 'N',
      ...cells,
    };
  }

  async designated(vacancy: string, cells: object = {}): Promise<string> {
    return (await this.done(`/vacancies/${vacancy}/candidates`, this.household(cells))).candidate;
  }
}
