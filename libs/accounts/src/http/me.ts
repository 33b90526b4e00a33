import { codesOf, may, RIGHTS, SCOPE_OF_ROLE, type Actor, type GivenRole, type Right } from '#access';
import { ConventionHistory, conventionOn, territoryNameOf } from '#convention';
import type { EventStore } from '#event-store';
import type { Day } from '#kernel';
import { grantsOn } from '../account';
import type { Grant } from '../events';
import { partyNames } from '../recording/role-label';
import { scopeOfGrant, type Present, type SignIn } from '../recording/sign-in';
import type { HeldRoleDto, MeDto } from './session.dto';

/** What a page asks first: who I am, under which role, and what this role may. */
export class MeReader {
  constructor(
    private readonly signIn: SignIn,
    private readonly store: EventStore,
    private readonly convention: ConventionHistory,
  ) {}

  /** @param present undefined where a token came in: it has one role, and no address */
  async of(actor: Actor, present: Present | undefined): Promise<MeDto> {
    const { office } = this.signIn;
    const today = await office.today();
    const account = present?.session.account;
    const territory = await this.territory(today);
    const grants = present ? grantsOn(present.account, today) : [];
    return {
      user: actor.id,
      name: present?.person?.name ?? null,
      email: present?.person?.email ?? null,
      body: await this.bodyOf(actor, territory),
      territory,
      acting: { role: actor.role, scope: codesOfActor(actor) },
      roles: grants.map(heldRole),
      rights: (Object.keys(RIGHTS) as Right[]).filter((right) => may(actor, right)),
      secondFactorDue: present?.owesSecondFactor ?? false,
      secondFactor: account !== undefined && (await office.credentials.hasSecondFactor(account)),
      recoveryCodes: account === undefined ? 0 : await office.credentials.recoveryCodesLeft(account),
    };
  }

  /** The names behind the codes of the scope; the territory's for its own people, and none for the others. */
  private async bodyOf(actor: Actor, territory: string | null): Promise<string | null> {
    const kind = SCOPE_OF_ROLE[actor.role];
    if (kind !== 'all') return partyNames(actor.role as GivenRole, codesOf(actor.scope, kind), this.store);
    if (actor.role !== 'administrateur' && actor.role !== 'agent_epci' && actor.role !== 'elu') return null;
    return territory ?? territoryNameOf(null).label;
  }

  private async territory(today: Day): Promise<string | null> {
    const recorded = await this.convention.latest();
    const facts = recorded && conventionOn(recorded, today);
    return facts && territoryNameOf(facts).label;
  }
}

export function heldRole(grant: Grant): HeldRoleDto {
  const { role, lastDay, manager } = grant;
  return { role, scope: scopeOfGrant(grant), until: lastDay, manager };
}

function codesOfActor({ role, scope }: Actor): readonly string[] {
  const kind = SCOPE_OF_ROLE[role];
  return kind === 'all' ? [] : codesOf(scope, kind);
}
