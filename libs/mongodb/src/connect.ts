import { createRequire } from 'node:module';
import type { Db, MongoClient, MongoClientOptions } from 'mongodb';
import { CodedError } from '#kernel';
import { failWritesOfLostSockets } from './lost-sockets';

const DEFAULT_DATABASE = 'mixite';
const TIMEOUT_MS = 10_000;
const MAJORITY_WITHIN_MS = 30_000;
const AUTHENTICATION_FAILED = 18;

export interface MongoOptions {
  /** The URL of `MONGODB_URL`, `mongodb://…`. The database is `mixite` where the URL names none. */
  readonly url: string;
  /** How long an operation searches for a server before it fails. */
  readonly timeoutMs?: number;
}

/** A pool of connections. A process has one, which all its stores share. The caller who opened it closes it. */
export interface MongoConnection {
  readonly database: Db;
  close(): Promise<void>;
}

/** The driver is loaded only when the servers mode needs it, so that the embedded mode starts faster. */
const requireLater = createRequire(__filename);

/**
 * Connects and waits for an answer. Writes are acknowledged by a majority and reads go to the primary, even where the
 * URL says otherwise: a checkpoint must be read as it was written. After an interruption, the driver finds the server
 * again by itself.
 * @throws CodedError `mongodb-url-invalid`, `mongodb-refused`, `mongodb-unreachable`; no message repeats a name or a
 * password.
 */
export async function connectMongo({ url, timeoutMs = TIMEOUT_MS }: MongoOptions): Promise<MongoConnection> {
  const client = clientOf(url, timeoutMs);
  const database = client.db(databaseOf(url));
  try {
    await client.connect();
    await database.command({ ping: 1 });
  } catch (error) {
    const hosts = hostsOf(client);
    await client.close();
    throw isRefusal(error) ? refused(hosts) : unreachable(hosts, timeoutMs, error);
  }
  return { database, close: () => client.close() };
}

function clientOf(url: string, timeoutMs: number): MongoClient {
  const { MongoClient } = requireLater('mongodb') as typeof import('mongodb');
  failWritesOfLostSockets();
  const options: MongoClientOptions = {
    appName: 'mixite',
    readPreference: 'primary',
    writeConcern: { w: 'majority', wtimeoutMS: MAJORITY_WITHIN_MS },
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
  };
  try {
    return new MongoClient(url, options);
  } catch {
    // The driver's own error may quote the password.
    throw new CodedError('mongodb-url-invalid', 'the address of MongoDB (MONGODB_URL) is not valid');
  }
}

function databaseOf(url: string): string {
  const path = /^[^:]+:\/\/[^/]*\/([^?]+)/.exec(url)?.[1];
  return path ? decodeURIComponent(path) : DEFAULT_DATABASE;
}

function hostsOf({ options }: MongoClient): string {
  return options.srvHost ?? options.hosts.map((host) => host.toString()).join(', ');
}

function isRefusal(error: unknown): boolean {
  return (error as { code?: unknown }).code === AUTHENTICATION_FAILED;
}

function refused(hosts: string): CodedError {
  return new CodedError('mongodb-refused', `MongoDB (${hosts}) refuses the name or the password`, {
    hosts,
  });
}

function unreachable(hosts: string, timeoutMs: number, cause: unknown): CodedError {
  const seconds = timeoutMs / 1000;
  return new CodedError(
    'mongodb-unreachable',
    `MongoDB (${hosts}) does not answer within ${seconds} s`,
    { hosts, seconds },
    { cause },
  );
}
