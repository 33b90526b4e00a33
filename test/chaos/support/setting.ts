import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '#installation';
import { startWireServer, type WireServer } from '../../wire/mongodb/server';
import { Killable } from './processes';

/** An installation made of processes, and the disturbances of it. */
export interface Setting {
  readonly place: Place;
  /** The URLs of the services; some services may be down. */
  readonly urls: readonly string[];
  /** Each call disturbs once. Stopped processes stay down until `mend`. */
  readonly disturbances: readonly (() => Promise<void> | void)[];
  /** Starts the stopped processes again. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

/** A setting on servers, with its workers. */
export interface ServersSetting extends Setting {
  readonly workers: readonly Killable[];
}

/** One service with its own folder. It is killed and started again. */
export async function embedded(): Promise<Setting> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-chaos-'));
  const [port] = await freePorts(1);
  const api = Killable.api('api', port!, { MIXITE_DATA_DIR: folder });
  const url = await api.start();
  return {
    place: { folder },
    urls: [url],
    disturbances: [() => api.kill()],
    mend: async () => void (api.isUp || (await api.start())),
    stop: async () => {
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two services and two workers on both servers. Any process may be killed, and connections are cut. */
export async function onServers(): Promise<ServersSetting> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-chaos-'));
  const masterKeyFile = join(folder, 'master.key');
  writeFileSync(masterKeyFile, `${'0f'.repeat(32)}\n`, { mode: 0o600 });
  const [eventPort, modelPort, ...apiPorts] = await freePorts(4);
  const events = Killable.eventServer(eventPort!, join(folder, 'events.jsonl'));
  const models = new KillableMongo(modelPort!, join(folder, 'models'));
  const [eventStoreUrl, mongoUrl] = [await events.start(), await models.start()];
  const env = {
    MIXITE_DATA_DIR: join(folder, 'data'),
    EVENTSTORE_URL: eventStoreUrl,
    MONGODB_URL: mongoUrl,
    MIXITE_MASTER_KEY_FILE: masterKeyFile,
  };
  const apis = apiPorts.map((port, at) => Killable.api(`api ${at + 1}`, port, env));
  const workers = [1, 2].map((number) => Killable.worker(`worker ${number}`, env));
  const urls = await Promise.all(apis.map((api) => api.start()));
  await Promise.all(workers.map((worker) => worker.start()));
  const mortal = [events, ...apis, ...workers];
  return {
    place: { folder: join(folder, 'data'), eventStoreUrl, mongoUrl, masterKeyFile },
    urls,
    workers,
    disturbances: [
      ...mortal.map((process) => () => process.kill()),
      () => models.kill(),
      () => events.order('cut'),
      () => events.order('restart'),
    ],
    mend: async () => {
      // The servers start first: services do not start without them.
      if (!events.isUp) await events.start();
      if (!models.isUp) await models.start();
      await Promise.all([...apis, ...workers].filter(({ isUp }) => !isUp).map((process) => process.start()));
    },
    stop: async () => {
      await Promise.all([...apis, ...workers].map((process) => process.stop()));
      await Promise.all([events.stop(), models.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server of the read models. Its port and its state survive its process. */
class KillableMongo {
  private server: WireServer | undefined;

  constructor(
    private readonly port: number,
    private readonly state: string,
  ) {}

  get isUp(): boolean {
    return this.server !== undefined;
  }

  async start(): Promise<string> {
    this.server = await startWireServer({ port: this.port, state: this.state });
    return `${this.server.url}mixite`;
  }

  async kill(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await server?.kill();
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }
}

/** Finds local ports on which nothing listened a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
