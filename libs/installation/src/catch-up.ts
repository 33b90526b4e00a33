import { CodedError } from '#kernel';
import { LeaseKeeper, type ProjectionRunner } from '#processing';
import type { Installation } from './installation';
import { leasesOf, LEASE_MS, newHolder } from './shared-leases';

/**
 * Brings every projection up to the head where it is this process's to do: alone in its folder, or under a lease that nobody holds.
 * What another follows is left to it. Process managers do nothing meanwhile.
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
 * Rebuilds a projection beside the live one, then swaps; one process at a time.
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

/** The lease of a projection's followers. */
export function projectionLease({ name }: Pick<ProjectionRunner, 'name'>): string {
  return `projection:${name}`;
}
