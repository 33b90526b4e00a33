import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { mongoLeases, type Leases } from '#processing';
import type { Installation } from './installation';

export const LEASE_MS = 15_000;

/** By which the processes of an installation agree who works at what. */
export function leasesOf({ sharedDatabase: database, clock }: Installation): Leases {
  if (!database) throw new Error('a reader of the folder does no background work');
  return mongoLeases({ database, clock });
}

/** A process that comes back after a crash is another holder: it waits for the end of what it held. */
export function newHolder(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`;
}
