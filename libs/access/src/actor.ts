/** What a person or a process may see: rows of these landlords, holders or communes, or all, or none. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'landlord' | 'holder' | 'commune'; readonly codes: readonly string[] };

/**
 * `administrator` may write and read all; `reader` reads what its scope lets it; `statistician` never opens a named row; `monitor` is a
 * program that watches the service.
 */
export type Role = 'administrator' | 'reader' | 'statistician' | 'system' | 'monitor';

/** Who asks. Every command and query takes one as an argument (docs/decisions/0010). The id names no person in clear. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
}

export const EVERYTHING: Scope = { kind: 'all' };
export const NOTHING: Scope = { kind: 'none' };

/** The command line, run by whoever administers the installation. */
export const INSTALLATION_ADMINISTRATOR: Actor = { id: 'administrator', role: 'administrator', scope: EVERYTHING };

/** Projections and process managers. */
export const SYSTEM: Actor = { id: 'system', role: 'system', scope: EVERYTHING };

/** Whoever shows the monitor's token: it reads how the service does, and nothing that the service holds. */
export const MONITOR: Actor = { id: 'monitor', role: 'monitor', scope: EVERYTHING };

/** What an actor may do, deny by default: a right absent from this table is refused. */
const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  administrator: [
    'import',
    'read-figures',
    'read-list',
    'read-named-list',
    'audit',
    'rebuild',
    'read-metrics',
    'record-lease',
    'note-fragility',
    'establish-list',
  ],
  reader: ['read-figures', 'read-list', 'read-named-list', 'audit'],
  statistician: ['read-figures', 'read-list', 'audit'],
  system: ['read-figures', 'read-list', 'rebuild'],
  monitor: ['read-metrics'],
};

export type Right =
  | 'import'
  | 'read-figures'
  | 'read-list'
  | 'read-named-list'
  | 'audit'
  | 'rebuild'
  | 'read-metrics'
  | 'record-lease'
  | 'note-fragility'
  | 'establish-list';

export function may(actor: Actor, right: Right): boolean {
  return actor.scope.kind !== 'none' && RIGHTS[actor.role].includes(right);
}

/** What a scope may name of a lease. */
export type Place = { readonly [Kind in 'landlord' | 'holder' | 'commune']: string };

/** Whether a lease there is the actor's to see or write: deny by default. */
export function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'landlord':
    case 'holder':
    case 'commune':
      return scope.codes.includes(place[scope.kind]);
  }
}
