import { NOTHING, refusalOf, type Actor, type GivenRole } from '#access';
import { timeZoneOf, type ConventionHistory } from '#convention';
import { CommandPipeline, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { eventsOfTypes, readWholeStream, type RecordedEvent } from '#event-store';
import { dayAt, isRefusal, isUuid, refuse, type Day, type Instant, type Refusal, type Uuid } from '#kernel';
import { territoryCodes } from '#territory';
import { actorUnder, evolve, grantsOn, lastDayUnder, NO_ACCOUNT, type Account } from '../account';
import { ACCOUNT_STREAMS, type AccountEvent, type Grant, type SealedPerson } from '../events';
import { Credentials } from '../secrets/credentials';
import { Delays } from '../secrets/delays';
import { Links } from '../secrets/links';
import { digestOfPassword, refuseWeak } from '../secrets/passwords';
import type { SecretStore } from '../secrets/secret-store';
import { Sessions } from '../secrets/sessions';
import { refuseManaging } from '../verbs/grant';
import type { Disabled, InvitationRead, Invited, ListedUser, Recovered } from './account-answers';
import { AccountHandling, accountOf, type AccountCommand, type OwnAct } from './account-handling';
import { accountIdOf, normalEmail } from './account-ids';
import { triesAt } from './counted';
import { personsIn } from './persons';

export interface AccountStores extends PipelineStores {
  readonly secrets: SecretStore;
  /** Gives the time zone in which the territory's days begin and end. */
  readonly convention: ConventionHistory;
}

export interface Invitation {
  readonly email: string;
  readonly role: GivenRole;
  readonly codes?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly lastDay?: Day | undefined;
  readonly manager?: boolean | undefined;
}

/** What one person does with the account of another. */
type ManagingCommand =
  | { readonly verb: 'recover' }
  | { readonly verb: 'revoke'; readonly role: GivenRole | undefined; readonly hasOtherAdministrator: boolean }
  | { readonly verb: 'disable'; readonly hasOtherAdministrator: boolean };

/** Invites people, gives and takes roles, and lets people come back in. */
export class AccountOffice {
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  private readonly links: Links;
  private readonly delays: Delays;
  private readonly pipeline: CommandPipeline<AccountCommand, Account, AccountEvent>;

  constructor(private readonly stores: AccountStores) {
    const { secrets, vault } = stores;
    this.pipeline = new CommandPipeline(new AccountHandling(stores.store), stores);
    this.credentials = new Credentials(secrets, vault);
    this.sessions = new Sessions(secrets);
    this.links = new Links(secrets);
    this.delays = new Delays(secrets);
  }

  /** Refused: as the verb. The link is made once the invitation is recorded, and cancels those before it. */
  async invite(given: Invitation, sending: Sending): Promise<Invited | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-users');
    if (refusal) return refusal;
    const { store, vault } = this.stores;
    const { email, role, codes = [], name = null, lastDay = null, manager = false } = given;
    const id = accountIdOf(email, await vault());
    // Nobody changes their own roles: neither their end, nor who manages.
    if (id === sending.actor.id) return refuse('own-account');
    const [today, known, ownLastDay] = await Promise.all([
      this.today(),
      territoryCodes(store),
      this.lastDayOf(sending.actor),
    ]);
    // Where nobody says until when, a manager gives a role for as long as the manager's own.
    const grant: Grant = { role, codes, lastDay: lastDay ?? ownLastDay, manager };
    const person: SealedPerson = { email: normalEmail(email), name };
    const receipt = await this.pipeline.send({ verb: 'invite', id, grant, today, known, ownLastDay, person }, sending);
    if (isRefusal(receipt)) return receipt;
    const isInvited = receipt.types.includes('UserInvited');
    const code = isInvited ? await this.links.make(id, 'invitation', this.now()) : null;
    return { user: id, code, grant: receipt.types.length > 0 ? grant : null };
  }

  /** Somebody entitled gives a person a link to choose another password. Refused: as the verb. */
  async recover(email: string, sending: Sending): Promise<Recovered | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-users');
    if (refusal) return refusal;
    const receipt = await this.send({ verb: 'recover' }, email, sending);
    if (isRefusal(receipt)) return receipt;
    const user = receipt.id;
    return { user, code: await this.links.make(user, 'recovery', this.now()) };
  }

  /** Refused: `unknown-invitation`, one answer for a code that is used, old, cancelled or wrong. */
  async readInvitation(code: string): Promise<InvitationRead | Refusal> {
    const link = await this.links.read(code, this.now());
    if (!link) return refuse('unknown-invitation');
    const { account, person } = await this.standOf(link.account);
    if (!person || account.status === 'disabled') return refuse('unknown-invitation');
    return { email: person.email, kind: link.kind, grants: account.grants, expiresAt: link.expiresAt };
  }

  /**
   * The person chooses a password, and a name where it is the first time. Nobody is signed in by it; sessions from before end, and so does
   * every delay. Refused: `unknown-invitation`, `password-too-short`, `password-too-common`.
   */
  async accept(
    { code, name, password }: { readonly code: string; readonly name?: string | undefined; readonly password: string },
    sending: Omit<Sending, 'actor'> = {},
  ): Promise<{ readonly user: Uuid } | Refusal> {
    const link = await this.links.read(code, this.now());
    const stand = link && (await this.standOf(link.account));
    if (!stand?.person || stand.account.status === 'disabled') return refuse('unknown-invitation');
    const person = { ...stand.person, name: name ?? stand.person.name };
    const weak = await refuseWeak(password, [person.email, person.name ?? '']);
    if (weak) return weak;
    const digest = await digestOfPassword(password);
    if (!(await this.links.use(code))) return refuse('unknown-invitation');
    const id = link!.account;
    const actor = ownActor(id, stand.account);
    const receipt =
      link!.kind === 'invitation'
        ? await this.pipeline.send({ verb: 'accept', id, person }, { ...sending, actor })
        : await this.note(id, { type: 'PasswordChanged', data: { by: 'recovery' } }, { ...sending, actor });
    if (isRefusal(receipt)) return refuse('unknown-invitation');
    await this.credentials.beginAnew(id, digest);
    await this.sessions.endAll(id);
    await this.delays.forget([triesAt(id)]);
    return { user: id };
  }

  /**
   * The other sessions of the person end. Refused: `password-too-short`, `password-too-common`.
   * @param but the value of the session that stays
   */
  async changePassword(
    { account, person }: { readonly account: Uuid; readonly person: SealedPerson | undefined },
    password: string,
    but: string,
  ): Promise<Refusal | undefined> {
    const weak = await refuseWeak(password, [person?.email ?? '', person?.name ?? '']);
    if (weak) return weak;
    await this.credentials.setPassword(account, await digestOfPassword(password));
    await this.sessions.endAll(account, but);
    return undefined;
  }

  /** Records what a person did of their own secrets. */
  note(id: Uuid, act: OwnAct, sending: Sending): Promise<Receipt | Refusal> {
    return this.pipeline.send({ verb: 'note', id, act }, sending);
  }

  /** Takes away a role, or all of them where none is named. Refused: as the verb. */
  async revoke(
    email: string,
    role: GivenRole | undefined,
    sending: Sending,
  ): Promise<{ readonly user: Uuid } | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-users');
    if (refusal) return refusal;
    const hasOtherAdministrator = await this.hasOtherAdministrator(email);
    const receipt = await this.send({ verb: 'revoke', role, hasOtherAdministrator }, email, sending);
    return isRefusal(receipt) ? receipt : { user: receipt.id };
  }

  /** Ends the sessions, the links and the password of a person. Refused: as the verb. */
  async disable(email: string, sending: Sending): Promise<Disabled | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-users');
    if (refusal) return refusal;
    const hasOtherAdministrator = await this.hasOtherAdministrator(email);
    const receipt = await this.send({ verb: 'disable', hasOtherAdministrator }, email, sending);
    if (isRefusal(receipt)) return receipt;
    const { id } = receipt;
    await Promise.all([this.sessions.endAll(id), this.links.cancel(id), this.credentials.forget(id)]);
    return { user: id, isRecorded: receipt.types.length > 0 };
  }

  /** The people whom the actor manages: all of them for the administrator. Refused: `not-allowed`. */
  async list(actor: Actor): Promise<readonly ListedUser[] | Refusal> {
    const refusal = refusalOf(actor, 'manage-users');
    if (refusal) return refusal;
    const all = await this.all();
    const persons = await personsIn(
      [...all.values()].flatMap(({ events }) => events),
      this.stores.vault,
    );
    const seen = [...all].map(([user, { account }]) => ({ user, account, grants: grantsManagedBy(actor, account) }));
    const managed = seen.filter(({ grants }) => actor.role === 'administrateur' || grants.length > 0);
    return Promise.all(
      managed.map(async ({ user, account, grants }) => {
        const { email = null, name = null } = persons.get(user) ?? {};
        const status = account.status as ListedUser['status'];
        return { user, email, name, status, grants, lastSeenAt: await this.lastSeen(user) };
      }),
    );
  }

  /** The account and the person, as they are now. */
  async standOf(id: Uuid): Promise<{ readonly account: Account; readonly person: SealedPerson | undefined }> {
    const events = await readWholeStream(this.stores.store, ACCOUNT_STREAMS.name(id));
    const persons = await personsIn(events, this.stores.vault);
    return { account: accountOf(events), person: persons.get(id) };
  }

  async today(): Promise<Day> {
    return dayAt(this.now(), timeZoneOf(await this.stores.convention.latest()));
  }

  private async lastDayOf(actor: Actor): Promise<Day | null> {
    if (!actor.isManager || !isUuid(actor.id)) return null;
    return lastDayUnder((await this.standOf(actor.id)).account, actor);
  }

  private now(): Instant {
    return this.stores.clock.now();
  }

  private async send(
    command: ManagingCommand,
    email: string,
    sending: Sending,
  ): Promise<(Receipt & { readonly id: Uuid }) | Refusal> {
    const id = accountIdOf(email, await this.stores.vault());
    if (id === sending.actor.id) return refuse('own-account');
    const receipt = await this.pipeline.send({ ...command, id } as AccountCommand, sending);
    return isRefusal(receipt) ? receipt : { ...receipt, id };
  }

  private async hasOtherAdministrator(email: string): Promise<boolean> {
    const own = accountIdOf(email, await this.stores.vault());
    const today = await this.today();
    return [...(await this.all())].some(
      ([id, { account }]) => id !== own && grantsOn(account, today).some(({ role }) => role === 'administrateur'),
    );
  }

  private async lastSeen(account: Uuid): Promise<Instant | null> {
    const sessions = await this.sessions.of(account, this.now());
    return sessions.map(({ lastUsedAt }) => lastUsedAt).reduce<Instant | null>(later, null);
  }

  private async all(): Promise<
    ReadonlyMap<Uuid, { readonly account: Account; readonly events: readonly RecordedEvent[] }>
  > {
    const found = new Map<Uuid, { account: Account; events: RecordedEvent[] }>();
    for await (const event of eventsOfTypes(this.stores.store, ACCOUNT_STREAMS.types)) {
      const id = ACCOUNT_STREAMS.idOf(event.stream) as Uuid;
      const before = found.get(id) ?? { account: NO_ACCOUNT, events: [] };
      before.events.push(event);
      found.set(id, { ...before, account: evolve(before.account, ACCOUNT_STREAMS.read(event)) });
    }
    return found;
  }
}

function later(one: Instant | null, other: Instant): Instant {
  return one === null || other > one ? other : one;
}

/** A manager sees the people of whom at least one role is theirs to manage, and of them these roles only. */
function grantsManagedBy(actor: Actor, { grants }: Account): readonly Grant[] {
  if (actor.role === 'administrateur') return grants;
  return grants.filter((grant) => refuseManaging({ ...grant, manager: false }, actor) === undefined);
}

/** Whoever uses a link acts under a role of the account. */
function ownActor(id: Uuid, { grants }: Account): Actor {
  const [first] = grants;
  return first ? actorUnder(id, first) : { id, role: 'elu', scope: NOTHING };
}
