/** A piece of work that one process at a time does, until that moment unless it is taken again before. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Rises each time the lease changes hands. */
  readonly fence: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Who does what among the processes of an installation. A holder that dies loses its leases when they end. One that was stopped in
 * its tracks may still believe that it holds one: what is written under a lease must bear being written by two.
 */
export interface Leases {
  /** Takes a lease that is free or has ended, or prolongs one that is the holder's. @returns null where another has it */
  acquire(name: string, holder: string, milliseconds: number): Promise<Lease | null>;
  /** Gives it back before its end. One that is no longer the holder's stays as it is. */
  release(lease: Lease): Promise<void>;
}
