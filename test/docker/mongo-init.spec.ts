import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { DOCKER } from './support/compose';

interface Server {
  initiated: boolean;
  /** The number of questions before it has a primary. */
  electing: number;
  readonly users: Map<string, string>;
}
type Command = Readonly<Record<string, unknown>>;

describe('the script that makes the replica set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-mongo-'));
  const passwordFile = join(folder, 'root');
  writeFileSync(passwordFile, 'mot:de/passe\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the script as mongosh would, with a server that answers like MongoDB. */
  function run(server: Server, MONGODB_PASSWORD: string) {
    const commands: Command[] = [];
    const urls: string[] = [];
    const answers: Readonly<Record<string, (command: Command) => unknown>> = {
      replSetGetStatus: () => {
        if (!server.initiated) throw Object.assign(new Error('no replset config has been received'), { code: 94 });
        return { ok: 1 };
      },
      replSetInitiate: () => (server.initiated = true),
      hello: () => ({ ok: 1, isWritablePrimary: server.initiated && server.electing-- <= 0 }),
      usersInfo: ({ usersInfo }) => ({ users: server.users.has(usersInfo as string) ? [{}] : [] }),
      createUser: ({ createUser, pwd }) => server.users.set(createUser as string, pwd as string),
      updateUser: ({ updateUser, pwd }) => server.users.set(updateUser as string, pwd as string),
    };
    const runCommand = (command: Command) => {
      commands.push(command);
      return answers[Object.keys(command)[0]!]!(command);
    };
    class Mongo {
      constructor(url: string) {
        urls.push(url);
      }
      getDB = () => ({ runCommand });
    }
    const process = { env: { MONGODB_PASSWORD, MONGO_ROOT_PASSWORD_FILE: passwordFile } };
    const script = readFileSync(join(DOCKER, 'mongo-init.js'), 'utf8');
    runInNewContext(script, {
      Mongo,
      process,
      require,
      sleep: () => undefined,
      print: () => undefined,
      encodeURIComponent,
    });
    return { urls, verbs: commands.map((command) => Object.keys(command)[0]!), commands };
  }

  it('makes it of three nodes, waits for its primary, and creates one user with two databases', () => {
    const server: Server = { initiated: false, electing: 3, users: new Map() };
    const { urls, commands, verbs } = run(server, 'un');
    expect(commands).toContainEqual({
      replSetInitiate: {
        _id: 'mixite',
        members: ['mongo-1', 'mongo-2', 'mongo-3'].map((host, _id) => ({ _id, host: `${host}:27017` })),
      },
    });
    const roles = ['mixite', 'mixite_keys'].map((db) => ({ role: 'readWrite', db }));
    expect(commands).toContainEqual({ createUser: 'mixite', pwd: 'un', roles });
    expect(verbs.filter((verb) => verb === 'hello')).toHaveLength(4);
    expect(urls[0]).toBe('mongodb://root:mot%3Ade%2Fpasse@mongo-1:27017/admin?directConnection=true');
  });

  it('changes nothing that exists, except for the password', () => {
    const server: Server = { initiated: true, electing: 0, users: new Map([['mixite', 'un']]) };
    expect(run(server, 'deux').verbs).toEqual(['replSetGetStatus', 'hello', 'usersInfo', 'updateUser']);
    expect(server.users.get('mixite')).toBe('deux');
  });

  it('fails where no primary is elected', () => {
    const server: Server = { initiated: true, electing: 1_000, users: new Map() };
    expect(() => run(server, 'un')).toThrow('no primary was elected');
  });
});
