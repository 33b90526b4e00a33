import { INSTALLATION_ADMINISTRATOR, SCOPE_OF_ROLE, type GivenRole } from '#access';
import { CommandPipeline } from '#deciding';
import { readWholeStream, type EventStore } from '#event-store';
import { dayAt, isRefusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { territoryCodes } from '#territory';
import { actorUnder } from '../account';
import { ACCOUNT_STREAMS, type Grant } from '../events';
import type { Acting } from '../secrets/sessions';
import { AccountHandling } from '../recording/account-handling';
import { accountIdOf } from '../recording/account-ids';
import type { AccountStores } from '../recording/account-office';
import { LABELLED_ROLES, partiesOf, roleLabel, type Party } from '../recording/role-label';

/** A role that the demonstration offers, and its name for a page. */
export interface OfferedRole extends Acting {
  readonly label: string;
}

/** No address can end so (RFC 2606): nobody is reached by it. */
const DOMAIN = 'demonstration.invalid';

/** The account of the fictitious person of a role. */
export function demoAccountOf(role: GivenRole, vault: Pick<Vault, 'digest'>): Uuid {
  return accountIdOf(emailOf(role), vault);
}

/** The accounts of all fictitious persons. */
export function demoAccounts(vault: Pick<Vault, 'digest'>): ReadonlySet<Uuid> {
  return new Set(LABELLED_ROLES.map((role) => demoAccountOf(role, vault)));
}

/** The roles of a territory, each for one person; a role of a party is left out where the territory has none. */
export async function offeredRoles(store: EventStore): Promise<readonly OfferedRole[]> {
  const offered: OfferedRole[] = [];
  for (const role of LABELLED_ROLES) {
    const party = await partyOf(role, store);
    if (party) offered.push({ role, codes: party.code === '' ? [] : [party.code], label: roleLabel(role, party.name) });
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
  if (SCOPE_OF_ROLE[role] === 'all') return { code: '', name: '' };
  const sorted = [...(await partiesOf(role, store))].sort((one, other) => (one.code < other.code ? -1 : 1));
  return sorted.find(({ contingent }) => contingent === 'action_logement') ?? sorted[0];
}
