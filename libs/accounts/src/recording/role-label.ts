import { SCOPE_OF_ROLE, type GivenRole } from '#access';
import { recordsOf, type EventStore } from '#event-store';
import { COMMUNE_STREAMS, HOLDER_STREAMS, LANDLORD_STREAMS } from '#territory';

const STREAMS = { landlord: LANDLORD_STREAMS, holder: HOLDER_STREAMS, commune: COMMUNE_STREAMS } as const;

/** The name of each role for people; of the party, where the role belongs to one. */
const LABELS: Readonly<Record<GivenRole, (party: string) => string>> = {
  agent_epci: () => 'Agent de l’intercommunalité',
  bailleur: (party) => `Bailleur ${party}`,
  commune: (party) => `Commune ${/^[aeiouyéèêîâh]/i.test(party) ? 'd’' : 'de '}${party}`,
  reservataire: (party) => `Réservataire ${party}`,
  etat: () => 'Services de l’État',
  auditeur: () => 'Auditeur',
  statisticien: () => 'Statisticien',
  elu: () => 'Élu',
  administrateur: () => 'Administrateur de l’installation',
};

export const LABELLED_ROLES = Object.keys(LABELS) as readonly GivenRole[];

export function roleLabel(role: GivenRole, party: string): string {
  return LABELS[role](party);
}

export interface Party {
  readonly code: string;
  readonly name: string;
  readonly contingent?: string;
}

/** Those to whom the role may belong; none for a role that acts everywhere. */
export async function partiesOf(role: GivenRole, store: EventStore): Promise<readonly Party[]> {
  const kind = SCOPE_OF_ROLE[role];
  return kind === 'all' ? [] : recordsOf(store, STREAMS[kind] as typeof LANDLORD_STREAMS);
}

/** The names behind codes, or a code itself where it has none. */
export async function partyNames(role: GivenRole, codes: readonly string[], store: EventStore): Promise<string> {
  const parties = await partiesOf(role, store);
  return codes.map((code) => parties.find((one) => one.code === code)?.name ?? code).join(', ');
}
