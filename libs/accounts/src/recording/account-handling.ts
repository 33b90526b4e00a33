import type { Actor } from '#access';
import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import { canonicalJson, isRefusal, type Day, type Decision, type JsonObject, type Uuid } from '#kernel';
import type { VaultSession, Wanted } from '#people';
import type { TerritoryCodes } from '#territory';
import { evolve, NO_ACCOUNT, type Account } from '../account';
import { ACCOUNT_STREAMS, type AccountEvent, type Grant, type SealedPerson } from '../events';
import { acceptInvitation, disable, invite, openRecovery, revokeRoles } from '../verbs/invite';

/** What a person does of their own secrets. */
export type OwnAct = Extract<
  AccountEvent,
  { readonly type: 'PasswordChanged' | 'SecondFactorEnrolled' | 'RecoveryCodesMade' }
>;

export type AccountCommand = { readonly id: Uuid } & (
  | {
      readonly verb: 'invite';
      readonly grant: Grant;
      readonly today: Day;
      readonly known: TerritoryCodes;
      /** Of the role under which the sender acts. */
      readonly ownLastDay: Day | null;
      readonly person: SealedPerson;
    }
  | { readonly verb: 'accept'; readonly person: SealedPerson }
  | { readonly verb: 'revoke'; readonly role: Grant['role'] | undefined; readonly hasOtherAdministrator: boolean }
  | { readonly verb: 'disable'; readonly hasOtherAdministrator: boolean }
  | { readonly verb: 'recover' }
  | { readonly verb: 'note'; readonly act: OwnAct }
);

/** The account of a stream. */
export function accountOf(events: readonly RecordedEvent[]): Account {
  return events.reduce((account, event) => evolve(account, ACCOUNT_STREAMS.read(event)), NO_ACCOUNT);
}

/** How the pipeline handles accounts: one stream each. Address and name are sealed with a key of the account. */
export class AccountHandling implements CommandHandling<AccountCommand, Account, AccountEvent> {
  readonly events = ACCOUNT_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(private readonly store: EventStore) {}

  keyOf({ id }: AccountCommand): string {
    return id;
  }

  contentOf({ verb, id }: AccountCommand): string {
    return canonicalJson({ verb, id } as JsonObject);
  }

  wanted(command: AccountCommand): Wanted {
    return 'person' in command ? { subjects: [command.id] } : {};
  }

  streamOf({ id }: AccountCommand): string {
    return ACCOUNT_STREAMS.name(id);
  }

  async load(
    targets: readonly Targeted<AccountCommand>[],
  ): Promise<ReadonlyMap<Sent<AccountCommand>, Loaded<Account>>> {
    const loaded = targets.map(async ({ sent, stream = '' }) => {
      const events = await readWholeStream(this.store, stream);
      return [sent, { stream, revision: events.length - 1, state: accountOf(events), events }] as const;
    });
    return new Map(await Promise.all(loaded));
  }

  reserve(command: AccountCommand, session: VaultSession): void {
    if ('person' in command) session.subject(command.id);
  }

  decide({ command, actor }: Sent<AccountCommand>, { state }: Loaded<Account>): Decision<DecidedEvent<AccountEvent>> {
    const decision = decideAccount(command, state, actor);
    if (isRefusal(decision) || !('person' in command)) return decision;
    const people = { household: command.id, facts: { ...command.person } };
    return decision.map((event) => (event.type === 'RoleGranted' ? event : { ...event, people }));
  }
}

function decideAccount(command: AccountCommand, account: Account, actor: Actor): Decision<AccountEvent> {
  switch (command.verb) {
    case 'invite':
      return invite(command.grant, account, { ...command, actor });
    case 'accept':
      return acceptInvitation(account);
    case 'revoke':
      return revokeRoles(command.role, account, { actor, hasOtherAdministrator: command.hasOtherAdministrator });
    case 'disable':
      return disable(account, { actor, hasOtherAdministrator: command.hasOtherAdministrator });
    case 'recover':
      return openRecovery(account, { actor });
    case 'note':
      return [command.act];
  }
}
