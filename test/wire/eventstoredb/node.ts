import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import { status, Server, ServerCredentials, type handleUnaryCall } from '@grpc/grpc-js';
import { append } from './appending';
import { BatchAppends } from './batch-appending';
import { softDelete, tombstone } from './deleting';
import type { Endpoint } from './errors';
import type { Faults, NodeView } from './faults';
import type { EventLog } from './log';
import * as protocol from './protocol';
import { read } from './reading';

type Member = { readonly node: WireNode; readonly leads: boolean };

const HOST = '127.0.0.1';
const VERSION = '24.10.0';

/** One server on its own TCP port. It holds the sockets of its connections, so that they can be cut. */
export class WireNode implements NodeView {
  private readonly sockets = new Set<Socket>();
  private readonly id = crypto.randomUUID();
  private grpc: Server | undefined;
  private tcp: TcpServer | undefined;
  private refusing = false;
  private port: number;

  constructor(
    private readonly log: EventLog,
    readonly faults: Faults,
    private readonly members: () => readonly Member[],
    port = 0,
  ) {
    this.port = port;
  }

  get endpoint(): Endpoint {
    return { host: HOST, port: this.port };
  }

  leads(): boolean {
    return !this.faults.leaderless && this.members().some(({ node, leads }) => node === this && leads);
  }

  leader(): Endpoint | undefined {
    return this.faults.leaderless ? undefined : this.members().find(({ leads }) => leads)?.node.endpoint;
  }

  /** Listens; after a stop, on the same port as before. */
  async start(): Promise<void> {
    this.grpc = this.services();
    const injector = this.grpc.createConnectionInjector(ServerCredentials.createInsecure());
    this.tcp = createServer({ noDelay: true }, (socket) => {
      socket.on('error', () => undefined);
      if (this.refusing) return void socket.destroy();
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      injector.injectConnection(socket);
    });
    await new Promise<void>((resolve, reject) => this.tcp!.once('error', reject).listen(this.port, HOST, resolve));
    this.port = (this.tcp.address() as { port: number }).port;
  }

  /** Cuts all connections at once, as the end of its process would. */
  async stop(): Promise<void> {
    const tcp = this.tcp;
    this.tcp = undefined;
    const closed = new Promise((resolve) => (tcp ? tcp.close(resolve) : resolve(undefined)));
    this.cut();
    this.grpc?.forceShutdown();
    await closed;
  }

  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** With true, new connections are closed at once; with false, they are accepted again. */
  refuse(refusing: boolean): void {
    this.refusing = refusing;
    if (refusing) this.cut();
  }

  private services(): Server {
    const server = new Server();
    server.addService(protocol.StreamsService, {
      read: (call) => void read(this.log, this, call).catch((error: unknown) => call.emit('error', asStatus(error))),
      append: (call, answer) =>
        void append(this.log, this, call, answer).catch((error: unknown) => answer(asStatus(error))),
      batchAppend: (call) =>
        void new BatchAppends(this.log, this, call)
          .run()
          .catch((error: unknown) => call.emit('error', asStatus(error))),
      delete: (call, answer) =>
        void softDelete(this.log, this, call, answer).catch((error: unknown) => answer(asStatus(error))),
      tombstone: (call, answer) =>
        void tombstone(this.log, this, call, answer).catch((error: unknown) => answer(asStatus(error))),
    } satisfies protocol.IStreamsServer);
    server.addService(protocol.GossipService, { read: this.answering(() => this.gossip()) });
    server.addService(protocol.ServerFeaturesService, { getSupportedMethods: this.answering(supportedMethods) });
    return server;
  }

  private answering<Answer>(make: () => Answer): handleUnaryCall<unknown, Answer> {
    return (_call, answer) =>
      void this.faults.admit().then(
        () => answer(null, make()),
        (error: unknown) => answer(asStatus(error)),
      );
  }

  private gossip(): protocol.ClusterInfo {
    const { LEADER, FOLLOWER } = protocol.MemberInfo.VNodeState;
    return new protocol.ClusterInfo().setMembersList(
      this.members().map(({ node, leads }) =>
        new protocol.MemberInfo()
          .setInstanceId(new protocol.shared.UUID().setString(node.id))
          .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
          .setState(leads && !this.faults.leaderless ? LEADER : FOLLOWER)
          .setIsAlive(node.tcp !== undefined && !node.refusing)
          .setHttpEndPoint(new protocol.EndPoint().setAddress(HOST).setPort(node.port)),
      ),
    );
  }
}

/** An error without a gRPC status is a bug of this server, and is sent as `UNKNOWN`, as the real server would do. */
function asStatus(error: unknown): Error & { code: status } {
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error as never;
  return Object.assign(new Error(String(error)), { code: status.UNKNOWN, details: String(error) });
}

function supportedMethods(): protocol.SupportedMethods {
  const methods = Object.values(protocol.StreamsService).map(({ path }: { path: string }) => {
    const [, service = '', name = ''] = path.toLowerCase().split('/');
    return new protocol.SupportedMethod().setServiceName(service).setMethodName(name);
  });
  return new protocol.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(VERSION);
}
