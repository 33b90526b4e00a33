import { EVERYTHING, type Scope } from './scope';

/**
 * `administrator` may write and read everything in its scope; `reader` reads what its scope covers; `statistician` never sees a row with
 * names; `monitor` is a program that watches the service; `system` is the installation itself, and never the sender of a request.
 */
export const ROLES = ['administrator', 'reader', 'statistician', 'monitor', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** The person or the program that acts. Every command and query takes an actor as an argument (docs/decisions/0010). The id contains no name of a person. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** The actor of the command line, which only the administrator of the installation can run. */
export const INSTALLATION_ADMINISTRATOR: Actor = { id: 'administrator', role: 'administrator', scope: EVERYTHING };

/** The actor of projections and process managers. */
export const SYSTEM: Actor = { id: 'system', role: 'system', scope: EVERYTHING };

/** The sender of a request with the monitor's token. It may read the metrics of the service, and none of its data. */
export const MONITOR: Actor = { id: 'monitor', role: 'monitor', scope: EVERYTHING };
