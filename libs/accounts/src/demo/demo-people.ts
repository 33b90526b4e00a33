import { INSTALLATION_ADMINISTRATOR, SCOPE_OF_ROLE, type GivenRole } from '#access';
import { CommandPipeline } from '#deciding';
import { readWholeStream, recordsOf, type EventStore } from '#event-store';
import { dayAt, isRefusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { COMMUNE_STREAMS, HOLDER_STREAMS, LANDLORD_STREAMS, territoryCodes } from '#territory';
import { actorUnder } from '../account';
import { ACCOUNT_STREAMS, type Grant } from '../events';
import type { Acting } from '../secrets/sessions';
import { AccountHandling } from '../recording/account-handling';
import { accountIdOf } from '../recording/account-ids';
import type { AccountStores } from '../recording/account-office';

/** A role that the demonstration offers, and its name for a page. */
export interface OfferedRole extends Acting {
  readonly label: string;
}

/** No address can end so (RFC 2606): nobody is reached by it. */
const DOMAIN = 'demonstration.invalid';

/** The name of each role for a page; of the party, where the role belongs to one. */
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

const OFFERED = Object.keys(LABELS) as readonly GivenRole[];
const STREAMS = { landlord: LANDLORD_STREAMS, holder: HOLDER_STREAMS, commune: COMMUNE_STREAMS } as const;

interface Party {
  readonly code: string;
  readonly name: string;
  readonly contingent?: string;
}

/** The account of the fictitious person of a role. */
export function demoAccountOf(role: GivenRole, vault: Pick<Vault, 'digest'>): Uuid {
  return accountIdOf(emailOf(role), vault);
}

/** The accounts of all fictitious persons. */
export function demoAccounts(vault: Pick<Vault, 'digest'>): ReadonlySet<Uuid> {
  return new Set(OFFERED.map((role) => demoAccountOf(role, vault)));
}

/** The roles of a territory, each for one person; a role of a party is left out where the territory has none. */
export async function offeredRoles(store: EventStore): Promise<readonly OfferedRole[]> {
  const offered: OfferedRole[] = [];
  for (const role of OFFERED) {
    const party = await partyOf(role, store);
    if (party) offered.push({ role, codes: party.code === '' ? [] : [party.code], label: LABELS[role](party.name) });
  }
  return offered;
}

/** Records a fictitious person for each role, where there is none yet. They have no password, so nobody signs in as them. */
export async function recordDemoPeople(stores: Omit<AccountStores, 'secrets' | 'convention'>): Promise<void> {
  const { store, clock } = stores;
  const vault = await stores.vault();
  const known = await territoryCodes(store);
  const pipeline = new CommandPipeline(new AccountHandling(store), stores);
  for (const { role, codes, label } of await offeredRoles(store)) {
    const id = demoAccountOf(role, vault);
    if ((await readWholeStream(store, ACCOUNT_STREAMS.name(id))).length > 0) continue;
    const grant: Grant = { role, codes, lastDay: null, manager: false };
    const person = { email: emailOf(role), name: `${label} (démonstration)` };
    const today = dayAt(clock.now());
    const invited = await pipeline.send(
      { verb: 'invite', id, grant, today, known, ownLastDay: null, person },
      { actor: INSTALLATION_ADMINISTRATOR },
    );
    if (!isRefusal(invited)) await pipeline.send({ verb: 'accept', id, person }, { actor: actorUnder(id, grant) });
  }
}

function emailOf(role: GivenRole): string {
  return `${role}@${DOMAIN}`;
}

/** The first party by its code; of the holders Action Logement, whose contingent is the largest. Nobody for a role that acts everywhere. */
async function partyOf(role: GivenRole, store: EventStore): Promise<Party | undefined> {
  const kind = SCOPE_OF_ROLE[role];
  if (kind === 'all') return { code: '', name: '' };
  const parties: readonly Party[] = await recordsOf(store, STREAMS[kind] as typeof LANDLORD_STREAMS);
  const sorted = [...parties].sort((one, other) => (one.code < other.code ? -1 : 1));
  return sorted.find(({ contingent }) => contingent === 'action_logement') ?? sorted[0];
}
