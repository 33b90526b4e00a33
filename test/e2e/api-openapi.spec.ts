import { aConventionFile, conventionText } from '#convention/testing';
import { CONVENTION_FILE, FILES, templateOf } from '#exchange';
import { startedApi, type StartedApi } from './support/started-api';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
}
interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly summary?: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Parameters whose values an earlier answer gives. */
const GIVEN_BEFORE = ['cursor', 'wait', 'since', 'id', 'vacancy', 'seance', 'allocation', 'list'];

describe('the OpenAPI document', () => {
  let service: StartedApi;
  let document: Document;
  beforeAll(async () => {
    service = await startedApi();
    // The codes in the examples are those of the files of `mixite template`.
    const convention = [CONVENTION_FILE, conventionText(aConventionFile())] as const;
    await service.send(new Map([...FILES.map((spec) => [spec.file, templateOf(spec)] as const), convention]));
    document = (await (await service.get('/api/docs-json')).json()) as Document;
  });
  afterAll(() => service.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
    );

  /** The places where the value does not match the schema. */
  function mistakes(value: unknown, schema: Schema, at = '$'): readonly string[] {
    if (schema.$ref)
      return mistakes(value, document.components.schemas[schema.$ref.replace('#/components/schemas/', '')]!, at);
    if (schema.allOf)
      return value === null && schema.nullable ? [] : schema.allOf.flatMap((part) => mistakes(value, part, at));
    if (schema.oneOf) {
      const found = schema.oneOf.map((one) => mistakes(value, one, at));
      return found.find((none) => none.length === 0) ?? found[0]!;
    }
    if (value === null) return schema.nullable ? [] : [`${at} is null`];
    if (schema.enum && !schema.enum.includes(value)) return [`${at} is none of ${schema.enum.join()}`];
    if (schema.type === 'array')
      return Array.isArray(value)
        ? value.flatMap((item, index) => mistakes(item, schema.items!, `${at}[${index}]`))
        : [`${at} is no array`];
    if (schema.type === 'object') {
      const object = value as Record<string, unknown>;
      const missing = (schema.required ?? [])
        .filter((name) => object[name] === undefined)
        .map((name) => `${at}.${name} is missing`);
      const wrong = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
        object[name] === undefined ? [] : mistakes(object[name], property, `${at}.${name}`),
      );
      return [...missing, ...wrong];
    }
    const expected = schema.type === 'integer' ? 'number' : schema.type;
    return typeof value === expected ? [] : [`${at} is no ${schema.type}`];
  }

  /** The address, with the example of each path parameter. */
  const addressOf = (path: string, { parameters }: Operation) =>
    path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(String(sampleOf(parameters.find((each) => each.name === name)!))),
    );

  /** Parameters that must be used together. */
  const PAIRS: Readonly<Record<string, string>> = { figure: 'part', part: 'figure' };
  /** The required parameters except this one, each with its example. */
  const requiredBeside = (name: string, { parameters }: Operation) => {
    const others = parameters.filter(
      (each) => each.in === 'query' && ((each.required && each.name !== name) || each.name === PAIRS[name]),
    );
    return new URLSearchParams(others.map((each): [string, string] => [each.name, String(sampleOf(each))]));
  };

  it('has version 3, resolves every reference and names every operation once', () => {
    expect(document.openapi).toMatch(/^3\.0\.\d$/);
    expect(document.info).toMatchObject({ title: 'Mixité', version: '0.1.0' });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.length).toBeGreaterThan(0);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists every route', () => {
    expect(
      operations()
        .map(({ path, verb }) => `${verb} ${path}`)
        .sort(),
    ).toEqual([
      'delete /api/session',
      'delete /api/sessions/{session}',
      'delete /api/views/{view}',
      'get /api/allocations',
      'get /api/allocations/export',
      'get /api/allocations/named/{list}',
      'get /api/allocations/{allocation}',
      'get /api/commissions/{seance}',
      'get /api/commissions/{seance}/agenda',
      'get /api/commissions/{seance}/minutes',
      'get /api/compliance',
      'get /api/compliance/series',
      'get /api/convention',
      'get /api/convention/schema',
      'get /api/duties',
      'get /api/flow',
      'get /api/fragility',
      'get /api/fragility/coverage',
      'get /api/fragility/lists',
      'get /api/fragility/reminders',
      'get /api/fragility/{residence}',
      'get /api/head',
      'get /api/health',
      'get /api/health/live',
      'get /api/health/ready',
      'get /api/indicators',
      'get /api/me',
      'get /api/metrics',
      'get /api/objectives',
      'get /api/objectives/{code}',
      'get /api/prefect',
      'get /api/preferences',
      'get /api/qpv-commissions',
      'get /api/qpv-commissions/figures',
      'get /api/refusals',
      'get /api/rehousing',
      'get /api/rights',
      'get /api/sessions',
      'get /api/tasks',
      'get /api/territory',
      'get /api/tokens',
      'get /api/users',
      'get /api/vacancies',
      'get /api/vacancies/{vacancy}',
      'get /api/vacancies/{vacancy}/candidates/{candidate}/notice',
      'get /api/vacancies/{vacancy}/candidates/{candidate}/offer',
      'get /api/vacancies/{vacancy}/commission/agenda',
      'get /api/vacancies/{vacancy}/commission/minutes',
      'get /api/vacancies/{vacancy}/history',
      'get /api/vacancies/{vacancy}/vigilance',
      'get /api/views',
      'post /api/allocations',
      'post /api/allocations/named',
      'post /api/allocations/{allocation}/cancellation',
      'post /api/allocations/{allocation}/correction',
      'post /api/audit/history',
      'post /api/audit/verify',
      'post /api/commissions',
      'post /api/designations',
      'post /api/duties/{duty}/renunciation',
      'post /api/fragility/lists',
      'post /api/fragility/{residence}/consensus',
      'post /api/fragility/{residence}/notes',
      'post /api/households/criteria',
      'post /api/households/criteria/reading',
      'post /api/households/criteria/withdrawal',
      'post /api/households/ending',
      'post /api/households/reopening',
      'post /api/imports',
      'post /api/invitations',
      'post /api/invitations/acceptance',
      'post /api/invitations/reading',
      'post /api/me/password',
      'post /api/me/recovery-codes',
      'post /api/me/totp',
      'post /api/me/totp/confirmation',
      'post /api/projections/{name}/rebuild',
      'post /api/session',
      'post /api/tasks/{task}/completion',
      'post /api/tasks/{task}/handover',
      'post /api/tasks/{task}/postponement',
      'post /api/tokens',
      'post /api/tokens/rotation',
      'post /api/tokens/{token}/revocation',
      'post /api/users/disabling',
      'post /api/users/recovery',
      'post /api/users/revocation',
      'post /api/vacancies',
      'post /api/vacancies/{vacancy}/candidates',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/acceptance',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/condition',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/deferral',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/endorsement',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/facts',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/notice',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/offer',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/offer/correction',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/opinion',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/refusal',
      'post /api/vacancies/{vacancy}/candidates/{candidate}/withdrawal',
      'post /api/vacancies/{vacancy}/closing',
      'post /api/vacancies/{vacancy}/commission',
      'post /api/vacancies/{vacancy}/commission/correction',
      'post /api/vacancies/{vacancy}/lease',
      'post /api/vacancies/{vacancy}/lease/cancellation',
      'post /api/vacancies/{vacancy}/lease/correction',
      'post /api/vacancies/{vacancy}/orientation',
      'post /api/vacancies/{vacancy}/return',
      'post /api/vacancies/{vacancy}/vigilance',
      'post /api/views',
      'put /api/preferences',
      'put /api/qpv-commissions/{code_insee}',
      'put /api/session/role',
      'put /api/views/{view}',
    ]);
  });

  it('describes every parameter with an example, and the service accepts each example', async () => {
    for (const { path, verb, operation } of operations()) {
      expect(operation.summary).toBeTruthy();
      for (const parameter of operation.parameters) {
        const { name, description } = parameter;
        const sample = sampleOf(parameter);
        expect({ path, name, described: Boolean(description), sample }).toMatchObject({
          described: true,
          sample: expect.anything() as unknown,
        });
        // The values of these come from an earlier answer of the service.
        if (verb !== 'get' || GIVEN_BEFORE.includes(name)) continue;
        // Things with an address of their own did not exist yet at that instant.
        if (name === 'as-of' && path.includes('{')) continue;
        // These things are named by ids that an earlier answer gave.
        if (/\{(vacancy|seance|allocation|list)\}/.test(path)) continue;
        const query = requiredBeside(name, operation);
        if (parameter.in === 'query') for (const value of [sample].flat()) query.append(name, String(value));
        const address = addressOf(path, operation);
        expect(`${name}: ${(await service.get(`${address}?${query.toString()}`)).status}`).toBe(`${name}: 200`);
      }
    }
  });

  it('documents each answer with examples that match its schema', () => {
    for (const { path, operation } of operations())
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect({ path, status, described: Boolean(description) || status === '200' }).toMatchObject({
          described: true,
        });
        for (const [type, { schema, example, examples }] of Object.entries(content ?? {})) {
          const values = [
            ...(example === undefined ? [] : [example]),
            ...Object.values(examples ?? {}).map(({ value }) => value),
          ];
          if (Number(status) >= 400 && type.includes('problem'))
            expect({ path, status, values }).not.toMatchObject({ values: [] });
          for (const value of values) expect(mistakes(value, schema!)).toEqual([]);
        }
      }
  });

  it('gives every field of every answer an example of its type', () => {
    for (const [name, schema] of Object.entries(document.components.schemas))
      for (const [field, property] of Object.entries(schema.properties ?? {})) {
        const { example, ...shape } = property;
        if (example !== undefined)
          expect({ name, field, wrong: mistakes(example, shape) }).toEqual({ name, field, wrong: [] });
        else
          expect({
            name,
            field,
            structured: JSON.stringify(shape).includes('$ref') || JSON.stringify(shape).includes('binary'),
          }).toEqual({ name, field, structured: true });
      }
  });

  it('documents the answers that the service gives', async () => {
    const schemaOf = (path: string, verb: string, status: string) =>
      document.paths[path]![verb]!.responses[status]!.content!['application/json']!.schema!;
    for (const path of [
      '/api/compliance',
      '/api/compliance/series',
      '/api/convention',
      '/api/objectives',
      '/api/objectives/{code}',
      '/api/indicators',
      '/api/allocations',
      '/api/prefect',
      '/api/rehousing',
      '/api/flow',
      '/api/fragility',
      '/api/fragility/{residence}',
      '/api/fragility/coverage',
      '/api/fragility/lists',
      '/api/fragility/reminders',
      '/api/vacancies',
      '/api/tasks',
      '/api/duties',
      '/api/qpv-commissions',
      '/api/qpv-commissions/figures',
      '/api/refusals',
      '/api/views',
      '/api/preferences',
      '/api/rights',
      '/api/health',
      '/api/health/live',
      '/api/health/ready',
    ]) {
      const operation = document.paths[path]!['get']!;
      const query = requiredBeside('', operation);
      const address = addressOf(path, operation);
      const answer: unknown = await (await service.get(`${address}?${query.toString()}`)).json();
      expect(mistakes(answer, schemaOf(path, 'get', '200'))).toEqual([]);
    }
  });

  it('documents the answers about one lease, and accepts the example bodies of its changes', async () => {
    const list = (await (await service.get('/api/allocations?annulee=N')).json()) as {
      allocations: readonly { identifiant: string }[];
    };
    const path = '/api/allocations/{allocation}';
    const address = path.replace('{allocation}', list.allocations[0]!.identifiant);
    const schemaOf = ({ responses }: Operation, status: number) =>
      responses[String(status)]!.content!['application/json']!.schema!;
    const view: unknown = await (await service.get(address)).json();
    expect(mistakes(view, schemaOf(document.paths[path]!['get']!, 200))).toEqual([]);
    for (const verb of ['correction', 'cancellation']) {
      const operation = document.paths[`${path}/${verb}`]!['post']!;
      const { schema } = operation.requestBody!.content['application/json']!;
      expect(mistakes(schema!.example, schema!)).toEqual([]);
    }
    const tried = await service.post(`${address}/correction?dry-run=true`, { quartile: '4', motif: 'erreur' });
    const effects: unknown = await tried.json();
    expect([tried.status, mistakes(effects, schemaOf(document.paths[`${path}/correction`]!['post']!, 200))]).toEqual([
      200,
      [],
    ]);
  });

  it('accepts the example bodies of the fragility routes, field by field, and answers as documented', async () => {
    for (const path of ['/api/fragility/{residence}/notes', '/api/fragility/{residence}/consensus']) {
      const operation = document.paths[path]!['post']!;
      const { schema } = operation.requestBody!.content['application/json']!;
      const { properties } = document.components.schemas[schema!.$ref!.replace('#/components/schemas/', '')]!;
      const body = Object.fromEntries(Object.entries(properties!).map(([name, { example }]) => [name, example]));
      const answer = await service.post(addressOf(path, operation), body);
      expect({ path, status: answer.status }).toEqual({ path, status: path.endsWith('notes') ? 201 : 200 });
      const answered = operation.responses['201']!.content!['application/json']!.schema!;
      expect(mistakes(await answer.json(), answered)).toEqual([]);
    }
  });

  it('accepts the example bodies of the vacancies, and answers as documented', async () => {
    const ids: Record<string, string> = {};
    const paths = Object.keys(document.paths).filter((path) => path.startsWith('/api/vacancies'));
    // A declaration comes first, then its orientation and its candidate.
    const first = ['', '/{vacancy}/orientation', '/{vacancy}/candidates'].map((path) => `/api/vacancies${path}`);
    const statuses: Record<string, number> = {};
    for (const path of new Set([...first, ...paths])) {
      const operation = document.paths[path]!['post'];
      if (!operation) continue;
      const { schema } = operation.requestBody!.content['application/json']!;
      expect([path, mistakes(schema!.example, schema!)]).toEqual([path, []]);
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!);
      const example = schema!.example as Record<string, unknown>;
      // The household of the example has the lease of the files.
      const sent = 'numero_unique' in example ? { ...example, numero_unique: 'UN-AUTRE' } : example;
      const answer = await service.post(url, sent);
      const body = (await answer.json()) as Record<string, string>;
      const documented = operation.responses[String(answer.status)]!.content!;
      const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
      expect([path, body, mistakes(body, documented[type]!.schema!)]).toEqual([path, body, []]);
      statuses[path.replace('/api/vacancies', '')] = answer.status;
      Object.assign(ids, answer.status === 201 && body);
    }
    const { '/{vacancy}/vigilance': weighed, ...commands } = statuses;
    expect(weighed).toBe(200);
    expect(commands).toMatchObject({ '': 201, '/{vacancy}/orientation': 201, '/{vacancy}/candidates': 201 });
    expect(Object.values(commands).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    for (const path of ['/api/vacancies/{vacancy}', '/api/vacancies/{vacancy}/history']) {
      const answer = await service.get(path.replace('{vacancy}', ids['vacancy']!));
      const { schema } = document.paths[path]!['get']!.responses['200']!.content!['application/json']!;
      expect([answer.status, mistakes(await answer.json(), schema!)]).toEqual([200, []]);
    }
  });

  it('accepts the example bodies of what stands beside the vacancies, and answers as documented', async () => {
    const ids: Record<string, string> = { code_insee: '78621', duty: 'inconnue', task: 'inconnue' };
    const statuses: Record<string, number> = {};
    const commands = operations().filter(
      ({ path, verb }) =>
        verb !== 'get' && /^\/api\/(?:commissions|households|duties|qpv-commissions|tasks)/.test(path),
    );
    for (const { path, verb, operation } of commands) {
      const { schema } = operation.requestBody!.content['application/json']!;
      expect([path, mistakes(schema!.example, schema!)]).toEqual([path, []]);
      const answer = await service.get(
        path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!),
        {
          method: verb.toUpperCase(),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(schema!.example),
        },
      );
      const body = (await answer.json()) as Record<string, string>;
      const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
      const documented = operation.responses[String(answer.status)]!.content![type]!.schema!;
      expect([path, body, mistakes(body, documented)]).toEqual([path, body, []]);
      statuses[`${verb} ${path.replace('/api/', '')}`] = answer.status;
      Object.assign(ids, answer.status === 201 && body);
    }
    expect(statuses).toEqual({
      'post commissions': 201,
      'post households/criteria': 404,
      'post households/criteria/reading': 404,
      'post households/criteria/withdrawal': 404,
      'post households/ending': 404,
      'post households/reopening': 404,
      'post duties/{duty}/renunciation': 404,
      'put qpv-commissions/{code_insee}': 201,
      'post tasks/{task}/postponement': 404,
      'post tasks/{task}/handover': 404,
      'post tasks/{task}/completion': 404,
    });
    const { schema } =
      document.paths['/api/commissions/{seance}']!['get']!.responses['200']!.content!['application/json']!;
    const shown = await service.get(`/api/commissions/${ids['seance']}`);
    expect([shown.status, mistakes(await shown.json(), schema!)]).toEqual([200, []]);
  });

  it('accepts the body of its example, and answers as documented', async () => {
    const { requestBody, responses } = document.paths['/api/allocations']!['post']!;
    const { schema } = requestBody!.content['application/json']!;
    const example = schema!.example as Record<string, unknown>;
    expect(mistakes(example, schema!)).toEqual([]);
    const post = (body: object) =>
      service.get('/api/allocations?wait=true', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const refused = await post({ ...example, code_residence: 'R-INCONNUE' });
    expect([
      refused.status,
      mistakes(await refused.json(), responses['422']!.content!['application/problem+json']!.schema!),
    ]).toEqual([422, []]);
    for (const status of [201, 200]) {
      const answer = await post({ ...example, numero_attribution: 'UN-AUTRE' });
      const body: unknown = await answer.json();
      expect(answer.status).toBe(status);
      expect(mistakes(body, responses[String(status)]!.content!['application/json']!.schema!)).toEqual([]);
      expect(body).toMatchObject({ shown: true, warnings: [] });
    }
  });

  it('types what a client needs: the codes of figures, the convention, a substitution, the number of a request', async () => {
    const { FigureCode, ShownConventionDto, LandlordHalfYearDto, SubstitutionDto, ProblemDto } =
      document.components.schemas;
    const { figures } = (await (await service.get('/api/compliance?from=2023-01-01&to=2023-12-31')).json()) as {
      figures: readonly { code: string }[];
    };
    const counted = figures.map(({ code }) => code).filter((code) => !code.startsWith('PUBLIC_'));
    expect(counted.length).toBeGreaterThan(30);
    expect(FigureCode!.enum).toEqual(expect.arrayContaining(counted));
    const parameter = document.paths['/api/allocations']!['get']!.parameters.find(({ name }) => name === 'figure')!;
    const ofFigure = {
      oneOf: [{ $ref: '#/components/schemas/FigureCode' }, expect.objectContaining({ type: 'string' })],
    };
    expect(parameter.schema).toMatchObject(ofFigure);
    const convention = ShownConventionDto!.properties!['convention']!;
    expect(convention).toMatchObject({
      type: 'object',
      nullable: true,
      required: expect.arrayContaining(['objectifs']),
    });
    expect(convention.properties!['objectifs']!.items!.properties!['figure']).toMatchObject(ofFigure);
    expect(convention.properties).not.toHaveProperty('avenants');
    expect(JSON.stringify(convention)).not.toMatch(/"(?:const|anyOf|if|patternProperties)":|\["\w+","null"\]/);
    const shown = (await (await service.get('/api/convention')).json()) as { convention: unknown };
    expect(shown.convention).not.toBeNull();
    expect(mistakes(shown, ShownConventionDto!)).toEqual([]);
    expect(mistakes({ ...shown, convention: null }, ShownConventionDto!)).toEqual([]);
    expect(mistakes({ ...shown, convention: { objectifs: [{}] } }, ShownConventionDto!)).not.toEqual([]);
    expect(LandlordHalfYearDto!.properties!['substitution']).toMatchObject({ nullable: true });
    expect(SubstitutionDto!.properties).toHaveProperty('since');
    expect(ProblemDto!.properties).toHaveProperty('requestId');
  });

  /** Rows of a file, and forms that a page sends, keep the words of the files. Of all other answers the keys are English. */
  it('has English keys in every answer, but in the rows of files', () => {
    // The reason of a named list has the word of the commands.
    const ofFiles = ['AllocationRowDto', 'ImportUploadDto', 'NamedListBodyDto'];
    const alsoEnglish = [
      'code',
      'contingent',
      'commune',
      'note',
      'part',
      'source',
      'type',
      'quartile',
      'surface',
      'latitude',
      'longitude',
    ];
    const french = new Set(FILES.flatMap(({ columns }) => columns.map(({ name }) => name)));
    const keys = Object.entries(document.components.schemas)
      .filter(([name]) => !ofFiles.includes(name))
      .flatMap(([name, { properties = {} }]) => Object.keys(properties).map((key) => ({ name, key })));
    expect(keys.length).toBeGreaterThan(300);
    const isFrench = (key: string) => (french.has(key) && !alsoEnglish.includes(key)) || /[_\u00c0-\u017f]/.test(key);
    expect(keys.filter(({ key }) => isFrench(key) || key === 'identifiant')).toEqual([]);
  });
});

function sampleOf({ example, schema }: Parameter): unknown {
  return example ?? schema.example;
}
