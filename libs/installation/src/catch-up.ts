import { CodedError } from '#kernel';
import { LeaseKeeper, type ProjectionRunner } from '#processing';
import { leasesOf, LEASE_MS, newHolder } from './background-work';
import type { Installation } from './installation';

/**
 * Brings the projections up to the head: all of them where this process is the only one, else those whose lease is free. A projection
 * that another process follows is left to that process. Process managers do nothing meanwhile.
 */
export async function catchUpInTurn(installation: Installation): Promise<void> {
  if (installation.keepsModels) return installation.engine.catchUpAll();
  if (!installation.sharedDatabase) return;
  const leases = leasesOf(installation);
  const holder = newHolder();
  for (const runner of installation.engine.all()) {
    const lease = await leases.acquire(projectionLease(runner), holder, LEASE_MS);
    if (lease) await runner.catchUp().finally(() => leases.release(lease));
  }
}

/**
 * Rebuilds a projection beside the live one, then swaps them. One process does it at a time.
 * @throws CodedError `rebuild-under-way`, and as `ProcessingEngine.rebuild`
 */
export async function rebuildProjection(installation: Installation, name: string): Promise<void> {
  const { engine, sharedDatabase, clock } = installation;
  const runner = engine.runner(name);
  if (!sharedDatabase) return runner.rebuild();
  const leases = leasesOf(installation);
  const holder = newHolder();
  const keeper = new LeaseKeeper({ leases, holder, clock, durationMs: LEASE_MS });
  const lease = `rebuild:${name}`;
  if (!(await leases.acquire(lease, holder, LEASE_MS)))
    throw new CodedError('rebuild-under-way', `${name} is being rebuilt`, { name });
  await keeper.whileLeased(lease, () => runner.rebuild()).finally(() => keeper.stop());
}

/** The name of the lease of a projection: its holder follows the events for it. */
export function projectionLease({ name }: Pick<ProjectionRunner, 'name'>): string {
  return `projection:${name}`;
}
