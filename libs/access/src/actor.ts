import { EVERYTHING, type Scope } from './scope';

/**
 * `administrator` may write and read all; `reader` reads what its scope lets it; `statistician` never opens a named row; `monitor` is a
 * program that watches the service; `system` is what the installation does by itself, and never who sends a request.
 */
export const ROLES = ['administrator', 'reader', 'statistician', 'monitor', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Every command and query takes one as an argument (docs/decisions/0010). The id names no person in clear. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** The command line, run by whoever administers the installation. */
export const INSTALLATION_ADMINISTRATOR: Actor = { id: 'administrator', role: 'administrator', scope: EVERYTHING };

/** Projections and process managers. */
export const SYSTEM: Actor = { id: 'system', role: 'system', scope: EVERYTHING };

/** Whoever shows the monitor's token: it reads how the service does, and nothing that the service holds. */
export const MONITOR: Actor = { id: 'monitor', role: 'monitor', scope: EVERYTHING };
