import { Faults } from './faults';
import { EventLog } from './log';
import { LogFile } from './log-file';
import { WireNode } from './node';

export interface WireServerOptions {
  /** The number of nodes; default 1. */
  readonly nodes?: number;
  /** The port of the first node; default: a free one. */
  readonly port?: number;
  /** The file of the log, so that the log survives the process. */
  readonly file?: string;
}

/**
 * A server that speaks the protocol of EventStoreDB on local TCP ports: one node, or several nodes with the same log.
 * It keeps its events in memory, and tests can make it fail as real servers fail.
 */
export class WireServer {
  readonly faults = new Faults();
  private leading = 0;

  private constructor(
    readonly log: EventLog,
    private readonly nodes: WireNode[],
    private readonly file: LogFile | undefined,
  ) {}

  static async start({ nodes = 1, port = 0, file: path }: WireServerOptions = {}): Promise<WireServer> {
    const file = path === undefined ? undefined : new LogFile(path);
    const log = new EventLog(file?.write);
    if (file) log.restore(file.read());
    const server = new WireServer(log, [], file);
    for (let index = 0; index < nodes; index += 1)
      server.nodes.push(new WireNode(log, server.faults, () => server.members(), index === 0 ? port : 0));
    await Promise.all(server.nodes.map((node) => node.start()));
    return server;
  }

  /** The connection string of the only node, or of a cluster that is discovered by gossip. */
  get url(): string {
    const hosts = this.nodes.map(({ endpoint }) => `${endpoint.host}:${endpoint.port}`).join(',');
    return `esdb://${hosts}?tls=false`;
  }

  /** Cuts every connection. */
  cut(): void {
    for (const node of this.nodes) node.cut();
  }

  /** With true, cuts every connection and each new one; with false, accepts connections again. */
  refuse(refusing: boolean): void {
    for (const node of this.nodes) node.refuse(refusing);
  }

  /** Stops all nodes and starts them again on the same ports and events. */
  async restart(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    await Promise.all(this.nodes.map((node) => node.start()));
  }

  /** Another node leads from now on; this one follows. */
  stepDown(): void {
    this.leading = (this.leading + 1) % this.nodes.length;
  }

  /** The leader ends, and another node leads. */
  async loseLeader(): Promise<void> {
    const lost = this.nodes[this.leading]!;
    this.stepDown();
    await lost.stop();
  }

  dropSubscriptions(how: 'with-error' | 'in-silence'): void {
    for (const subscriber of this.faults.subscribers) subscriber.drop(how);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    this.file?.close();
  }

  private members(): { node: WireNode; leads: boolean }[] {
    return this.nodes.map((node, index) => ({ node, leads: index === this.leading }));
  }
}
