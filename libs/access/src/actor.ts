import { EVERYTHING, type Scope, type ScopeKind } from './scope';

/**
 * Each role, and what its scope is made of: everything, or codes of one kind. The names are those of the contract, as events record them.
 * Two more are not given to people: `monitor` is a program that watches the service; `system` is the installation itself, and never the
 * sender of a request.
 */
export const SCOPE_OF_ROLE = {
  administrateur: 'all',
  agent_epci: 'all',
  bailleur: 'landlord',
  reservataire: 'holder',
  commune: 'commune',
  etat: 'all',
  auditeur: 'all',
  statisticien: 'all',
  elu: 'all',
  monitor: 'all',
  system: 'all',
} as const satisfies Readonly<Record<string, 'all' | ScopeKind>>;
export type Role = keyof typeof SCOPE_OF_ROLE;
export const ROLES = Object.keys(SCOPE_OF_ROLE) as readonly Role[];

export type GivenRole = Exclude<Role, 'monitor' | 'system'>;
/** The roles that people and their programs can be given. */
export const GIVEN_ROLES = ROLES.filter((role): role is GivenRole => role !== 'monitor' && role !== 'system');

/** The person or the program that acts. Every command and query takes an actor as an argument (docs/decisions/0010). The id contains no name of a person. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
  /** « gestionnaire »: this person manages the people of the same role, within the same scope. */
  readonly isManager?: true;
}

/** The actor of the command line, which only the administrator of the installation can run. */
export const INSTALLATION_ADMINISTRATOR: Actor = { id: 'administrator', role: 'administrateur', scope: EVERYTHING };

/** The actor of projections and process managers. */
export const SYSTEM: Actor = { id: 'system', role: 'system', scope: EVERYTHING };

/** The sender of a request with the monitor's token. It may read the metrics of the service, and none of its data. */
export const MONITOR: Actor = { id: 'monitor', role: 'monitor', scope: EVERYTHING };
