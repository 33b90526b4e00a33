import { instantOf, type Clock } from '#kernel';
import type { Lease, Leases } from '../leases';

/** The leases of the embedded mode. Its only process has the folder to itself, so no other process can ask. */
export function inProcessLeases(clock: Clock): Leases {
  return new InProcessLeases(clock);
}

class InProcessLeases implements Leases {
  /** A lease that was given back stays here, so that its token keeps rising. */
  private readonly leases = new Map<string, Lease>();

  constructor(private readonly clock: Clock) {}

  async acquire(name: string, holder: string, durationMs: number): Promise<Lease | null> {
    const current = this.leases.get(name);
    if (current && current.holder !== holder && this.runs(current)) return null;
    return this.put({ name, holder, token: (current?.token ?? 0) + 1, until: this.after(durationMs) });
  }

  async renew(lease: Lease, durationMs: number): Promise<Lease | null> {
    return this.isHeld(lease) ? this.put({ ...lease, until: this.after(durationMs) }) : null;
  }

  async release(lease: Lease): Promise<void> {
    if (this.isHeld(lease)) this.put({ ...lease, until: this.clock.now() });
  }

  private isHeld({ name, token }: Lease): boolean {
    const current = this.leases.get(name);
    return current !== undefined && current.token === token && this.runs(current);
  }

  private runs({ until }: Lease): boolean {
    return until > this.clock.now();
  }

  private after(durationMs: number): Lease['until'] {
    return instantOf(Date.parse(this.clock.now()) + durationMs);
  }

  private put(lease: Lease): Lease {
    this.leases.set(lease.name, lease);
    return lease;
  }
}
