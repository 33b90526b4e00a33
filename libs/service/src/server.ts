import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import multipart from '@fastify/multipart';
import { newLogger, Telemetry, type Bus } from '#telemetry';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CodedError, newUuid } from '#kernel';
import { answerRefusals, guardRoutes, installationAuthenticator } from '#http';
import type { Installation } from '#installation';
import { ApiModule, type ServiceOptions } from './app.module';
import { answerBrokenAddress, answerBrokenRequest } from './broken-requests';
import { FrameworkLogger } from './framework-logger';
import { isDocumentation, publishDocumentation } from './openapi';
import { followRequests } from './request-correlation';
import { forbidCaching, logBrokenFiles, logRequests, releaseConnections } from './request-hooks';
import { protectAnswers } from './security-headers';

export interface ApiOptions extends ServiceOptions {
  /** `127.0.0.1` keeps the service to this machine. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

type ListenOptions = Pick<ApiOptions, 'host' | 'port'>;

export interface RunningApi {
  readonly url: string;
  /** Takes no more requests, finishes those under way. The installation stays open: it is its opener's to close. */
  close(): Promise<void>;
}

/** JSON bodies are small here; files go by multipart, which has limits of its own. */
const BODY_LIMIT = 64 * 1024;
const GREATEST_PORT = 65_535;
const UNUSABLE_ADDRESS = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * Serves the installation over HTTP.
 * @throws CodedError `port-in-use` (params.port), `cannot-listen`, `invalid-log-level`
 */
export async function startApi(installation: Installation, options: ApiOptions): Promise<RunningApi> {
  // Node throws on such a number where nobody can catch it.
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

/** The service, ready but listening to nothing. */
export async function buildApi(installation: Installation, options: ServiceOptions): Promise<NestFastifyApplication> {
  const { logger = newLogger(), authenticator = installationAuthenticator(options) } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newUuid(),
    // A request that comes in on a kept connection while closing is one under way.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBrokenAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(installation, options), adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(new FrameworkLogger(logger));
  await protectAnswers(adapter.getInstance());
  await app.register(multipart);
  followRequests(adapter.getInstance(), app.get(Telemetry));
  logRequests(adapter.getInstance(), logger);
  logBrokenFiles(adapter.getInstance(), logger);
  answerRefusals(adapter.getInstance());
  forbidCaching(adapter.getInstance());
  releaseConnections(adapter.getInstance());
  guardRoutes(adapter.getInstance(), authenticator, isDocumentation);
  publishDocumentation(app);
  await app.init();
  watchInstallation(app, installation);
  return app;
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

/** An address that a browser of this machine can open. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
