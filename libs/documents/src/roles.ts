/** The roles that events record, also those of before the roles of the contract: `administrator`, `reader`, `statistician`. */
const ROLES: Readonly<Record<string, string>> = {
  administrateur: 'administrateur',
  agent_epci: 'agent de l’EPCI',
  bailleur: 'bailleur',
  reservataire: 'réservataire',
  commune: 'commune',
  etat: 'État',
  auditeur: 'auditeur',
  statisticien: 'statisticien',
  elu: 'élu',
  administrator: 'administrateur',
  reader: 'lecteur',
  statistician: 'statisticien',
  system: 'système',
};

/** A role as people call it; its own name where it has none. */
export function roleText(role: string): string {
  return ROLES[role] ?? role;
}
