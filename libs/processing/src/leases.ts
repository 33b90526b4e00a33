import type { Instant } from '#kernel';

/**
 * The right of one process to do a piece of work alone: to run a projection, to write the chain (it is not the lease of a dwelling).
 * It runs out unless it is renewed, so that nobody waits long for a dead holder.
 */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Rises each time the lease is taken: a lower token belongs to a holder that has lost the lease since. */
  readonly token: number;
  /** Counted from a time before the store was asked. */
  readonly until: Instant;
}

/** The clocks of the processes must agree to within a fraction of a lease's duration. */
export interface Leases {
  /** Null while another holder has the lease. The holder that has it already takes it again, under a new token. */
  acquire(name: string, holder: string, durationMs: number): Promise<Lease | null>;
  /** Makes the lease last that long from now on. Null where it has run out, was given back, or was taken by another holder. */
  renew(lease: Lease, durationMs: number): Promise<Lease | null>;
  /** Gives the lease back. Does nothing where another holder has it by now. */
  release(lease: Lease): Promise<void>;
}
