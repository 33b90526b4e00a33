import 'reflect-metadata';
import type { AddressInfo, Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { newLogger, Telemetry, type Bus } from '#telemetry';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Access, hideDemoRoutes } from '#accounts/module';
import { ConventionHistory } from '#convention';
import { CodedError, newUuid } from '#kernel';
import {
  answerRefusals,
  believeProxies,
  codeOfStatus,
  guardRoutes,
  installationAuthenticator,
  PROBLEM_MEDIA_TYPE,
  problemOf,
  revalidateAnswers,
  sendProblem,
  statusLine,
  trustIn,
  type Authenticator,
  type IssuedTokens,
} from '#http';
import type { Installation } from '#installation';
import { tokenChecksOf } from '#tokens';
import { answerStateOf } from './answer-state';
import { ApiModule, type ServiceOptions } from './app.module';
import { compressAnswers } from './compression';
import { FrameworkLogger } from './framework-logger';
import { isDocumentation, publishDocumentation } from './openapi';
import { isPage, servePages } from './pages/serve-pages';
import { followRequests } from './request-correlation';
import { forbidCaching, logBrokenFiles, logRequests, releaseConnections } from './request-hooks';
import { protectAnswers } from './security-headers';

export interface ApiOptions extends ServiceOptions {
  /** With `127.0.0.1`, only this machine can reach the service. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
}

type ListenOptions = Pick<ApiOptions, 'host' | 'port'>;

export interface RunningApi {
  readonly url: string;
  /** Accepts no more requests and finishes those under way. The installation stays open: the code that opened it closes it. */
  close(): Promise<void>;
}

/** JSON bodies are small; files come by multipart, which has its own limits. */
const BODY_LIMIT = 64 * 1024;
const GREATEST_PORT = 65_535;
/** The problems of the errors that Node reports before there is a request. */
const SOCKET_PROBLEMS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
const UNUSABLE_ADDRESS = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * Serves the installation over HTTP.
 * @throws CodedError `port-in-use` (params.port), `cannot-listen`, `invalid-log-level`
 */
export async function startApi(installation: Installation, options: ApiOptions): Promise<RunningApi> {
  // For such a number Node throws an error that cannot be caught here.
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > GREATEST_PORT) throw cannotListen(options);
  const app = await buildApi(installation, options);
  try {
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    throw listenError(error, options);
  }
  return { url: urlOf(app.getHttpServer().address() as AddressInfo), close: () => app.close() };
}

/** Builds the service, without listening on an address. */
export async function buildApi(installation: Installation, options: ServiceOptions): Promise<NestFastifyApplication> {
  const { logger = newLogger() } = options;
  const access = new Access(installation, { ...options, logger });
  const { authenticator = authenticatorOf(installation, options, access) } = options;
  const trusts = trustIn(options.trustedProxies ?? []);
  const adapter = new FastifyAdapter({
    // The address of a request is the last one that no trusted proxy has.
    trustProxy: trusts,
    bodyLimit: BODY_LIMIT,
    genReqId: () => newUuid(),
    // A request that arrives on an open connection while the service closes still gets its answer.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: brokenAddresses(logger),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(installation, options, access), adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(new FrameworkLogger(logger));
  await protectAnswers(adapter.getInstance());
  await app.register(multipart);
  await compressAnswers(adapter.getInstance());
  followRequests(adapter.getInstance(), app.get(Telemetry));
  logRequests(adapter.getInstance(), logger);
  logBrokenFiles(adapter.getInstance(), logger);
  answerRefusals(adapter.getInstance());
  revalidateAnswers(adapter.getInstance(), answerStateOf(installation, app.get(ConventionHistory, { strict: false })));
  forbidCaching(adapter.getInstance());
  releaseConnections(adapter.getInstance());
  believeProxies(adapter.getInstance(), trusts);
  hideDemoRoutes(adapter.getInstance(), access.demo);
  guardRoutes(adapter.getInstance(), authenticator, accessOf);
  publishDocumentation(app);
  await servePages(adapter.getInstance(), undefined, options.isDemo);
  await app.init();
  watchInstallation(app, installation);
  return app;
}

/** What the routes need that a framework adds itself. */
function accessOf(url: string): 'self' | 'open' | undefined {
  if (isDocumentation(url)) return 'self';
  return isPage(url) ? 'open' : undefined;
}

/** This machine alone is a right only as long as nobody was given a token or an account. */
function authenticatorOf(
  installation: Installation,
  options: ServiceOptions,
  { signIn, credential }: Access,
): Authenticator {
  const tokens = tokenChecksOf(installation);
  const issued: IssuedTokens = {
    exist: async () => (await tokens.exist()) || (await signIn.exist()),
    actorOf: (text) => tokens.actorOf(text),
  };
  return installationAuthenticator(options, issued, credential);
}

/** Bytes that are not HTTP never become a request. They are answered directly on the socket, with a problem like any other error. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(SOCKET_PROBLEMS[error.code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(problem);
  socket.end(
    `${statusLine(problem)}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

type AddressError = Error & { readonly statusCode?: number };

/** An address that cannot be parsed is refused before any route and any hook, so neither the filter of the routes nor their log sees it. */
function brokenAddresses(logger: Logger) {
  return (error: AddressError, { id, method }: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemOf(codeOfStatus(error.statusCode ?? 400) ?? 'malformed-request');
    logger.info({ context: 'requests', requestId: id, method, route: 'unknown', status: problem.status });
    sendProblem(reply, problem);
  };
}

function watchInstallation(app: NestFastifyApplication, installation: Installation): void {
  const telemetry = app.get(Telemetry);
  telemetry.watchProjections(async () => {
    const statuses = [installation.engine.statusAll(), installation.processStatuses()];
    return (await Promise.all(statuses)).flat();
  });
  telemetry.watchBus('command', app.get(CommandBus) as Bus);
  telemetry.watchBus('query', app.get(QueryBus) as Bus);
}

function listenError(error: unknown, options: ListenOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return portInUse(options, error);
  return UNUSABLE_ADDRESS.includes(code ?? '') ? cannotListen(options, error) : error;
}

function portInUse({ port }: ListenOptions, cause: unknown): CodedError {
  const message = `Le port ${port} est déjà pris : arrêtez le service qui l’occupe, ou choisissez-en un autre.`;
  return new CodedError('port-in-use', message, { port }, { cause });
}

function cannotListen({ host, port }: ListenOptions, cause?: unknown): CodedError {
  const message = `Impossible d’écouter à l’adresse ${host}, port ${port} : vérifiez qu’elle est à cette machine et que le port est permis.`;
  return new CodedError('cannot-listen', message, { host, port: String(port) }, { cause });
}

/** The URL that a browser on this machine can open. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
