import type { Instant } from '#kernel';

/**
 * A piece of work that one process does at a time (not the lease of a dwelling): the worker of a projection, the chain's writer.
 * It runs out unless it is renewed, so that a dead holder keeps nobody waiting for long.
 */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Rises each time the lease is taken: what carries a lower one comes from somebody who has lost it since. */
  readonly token: number;
  /** Counted from before the store was asked. */
  readonly until: Instant;
}

/** The clocks of the processes must agree to within a fraction of a lease's duration. */
export interface Leases {
  /** Null while another holder has it. Whoever has it already takes it again, under another token. */
  acquire(name: string, holder: string, durationMs: number): Promise<Lease | null>;
  /** The same lease for that long from now on; null where it has run out, was given back or taken. */
  renew(lease: Lease, durationMs: number): Promise<Lease | null>;
  /** Gives it back, and does nothing where it is another's by now. */
  release(lease: Lease): Promise<void>;
}
