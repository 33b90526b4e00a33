import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '#installation';
import { startWireServer, type WireServer } from '../../wire/mongodb/server';
import { freePorts } from './ports';
import { Killable } from './processes';

/** An installation made of processes, and what can happen to it. */
export interface Setting {
  readonly place: Place;
  /** Where requests may be sent; some may be down. */
  readonly urls: readonly string[];
  /** Each disturbs once; what is down stays down until `mend`. */
  readonly disturbances: readonly (() => Promise<void> | void)[];
  /** Starts again what is down. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

/** Its workers can be told one by one. */
export interface ServersSetting extends Setting {
  readonly workers: readonly Killable[];
}

/** One service on a folder of its own: it is killed and started again. */
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

/** Two services and two workers on both servers; any of them is killed, and connections are cut. */
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
      // The servers first: services do not start without them.
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

/** The server of the read models, on a port and a state that outlive its process. */
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
