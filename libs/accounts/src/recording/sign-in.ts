import { SCOPE_OF_ROLE, may, type Actor } from '#access';
import { followerOf, type Follower } from '#deciding';
import { isRefusal, refuse, type Instant, type Refusal, type Uuid } from '#kernel';
import { actorUnder, grantsOn, isSameRole, type Account } from '../account';
import type { Grant, SealedPerson } from '../events';
import { Delays } from '../secrets/delays';
import type { SecretStore } from '../secrets/secret-store';
import type { Acting, Session } from '../secrets/sessions';
import { accountIdOf } from './account-ids';
import type { AccountOffice, AccountStores } from './account-office';
import { triesAt, triesFrom } from './counted';

export interface Credential {
  readonly email: string;
  readonly password: string;
  /** The code of the moment, or a recovery code. */
  readonly totp?: string | undefined;
}

/** Where a person signs in from. */
export interface SignInPlace {
  readonly address: string;
  /** A person at the machine itself needs no second factor. */
  readonly isLoopback: boolean;
}

/** A session, and who acts in it. */
export interface Present {
  readonly session: Session;
  readonly account: Account;
  readonly person: SealedPerson | undefined;
  readonly grant: Grant;
  readonly actor: Actor;
  /** The role asks for a second factor, and the person has none yet: nothing is open but the way to have one. */
  readonly owesSecondFactor: boolean;
}

/** Lets people in by their password and second factor, and finds out who a session belongs to. */
export class SignIn {
  private readonly delays: Delays;
  private readonly follower: Follower;
  private hasAccounts = false;

  constructor(
    readonly office: AccountOffice,
    private readonly stores: AccountStores,
  ) {
    this.delays = new Delays(stores.secrets);
    const apply = () => void (this.hasAccounts = true);
    this.follower = followerOf(stores.store, { types: ['UserInvited'], apply }, []);
  }

  /** What is kept beside the history, for those who keep something there too. */
  get secrets(): SecretStore {
    return this.stores.secrets;
  }

  /** Whether somebody was ever invited here: from then on, nobody comes in without a session or a token. */
  async exist(): Promise<boolean> {
    if (!this.hasAccounts) await this.follower.reachHead();
    return this.hasAccounts;
  }

  /**
   * The value of the cookie of a new session. Refused: `sign-in-refused`, one answer and one time for an unknown address, a wrong password, a
   * disabled account and roles that are over; `second-factor-needed` where only the code is missing; `too-many-attempts`.
   */
  async signIn({ email, password, totp }: Credential, from: SignInPlace): Promise<string | Refusal> {
    const { clock, vault } = this.stores;
    const keeper = await vault();
    const id = accountIdOf(email, keeper);
    const counted = [triesAt(id), triesFrom(from.address, keeper)];
    const seconds = await this.delays.wait(counted, clock.now());
    if (seconds > 0) return refuse('too-many-attempts', { seconds });
    const proof = await this.prove(id, password, totp);
    if (isRefusal(proof)) {
      if (proof.code !== 'second-factor-needed') await this.delays.fail(counted, clock.now());
      return proof;
    }
    await this.delays.forget([triesAt(id)]);
    await this.stores.secrets.removeEnded(clock.now());
    const { role, codes } = proof.grant;
    const opened = { account: id, acting: { role, codes }, place: placeText(from), isStrong: proof.isStrong };
    return this.office.sessions.open(opened, clock.now());
  }

  private async prove(
    id: Uuid,
    password: string,
    totp: string | undefined,
  ): Promise<{ readonly grant: Grant; readonly isStrong: boolean } | Refusal> {
    const { credentials } = this.office;
    // Both are read whatever the first says, so that the time tells nothing.
    const [hasPassword, { account }, today, hasFactor] = await Promise.all([
      credentials.hasPassword(id, password),
      this.office.standOf(id),
      this.office.today(),
      credentials.hasSecondFactor(id),
    ]);
    const [grant] = grantsOn(account, today);
    if (!hasPassword || !grant) return refuse('sign-in-refused');
    if (!hasFactor) return { grant, isStrong: false };
    if (totp === undefined || totp.trim() === '') return refuse('second-factor-needed');
    const isRight = await credentials.useCode(id, totp, this.stores.clock.now());
    return isRight ? { grant, isStrong: true } : refuse('sign-in-refused');
  }

  /**
   * Who acts in a session, as the account is now: a role that was taken away, or is over, acts no longer. Undefined where the session has
   * ended, or where the person may act under no such role.
   */
  async present(value: string, from: Pick<SignInPlace, 'isLoopback'>, isActive = true): Promise<Present | undefined> {
    const session = await this.office.sessions.read(value, this.now(), isActive);
    if (!session) return undefined;
    const [{ account, person }, today] = await Promise.all([this.office.standOf(session.account), this.office.today()]);
    const grant = grantsOn(account, today).find((one) => isSameRole(one, session.acting));
    if (!grant) return undefined;
    const actor = actorUnder(session.account, grant);
    const owesSecondFactor = !session.isStrong && !from.isLoopback && needsSecondFactor(actor);
    return { session, account, person, grant, actor, owesSecondFactor };
  }

  /** The value of the cookie under another role of the same person. Refused: `not-allowed` where the person does not hold it. */
  async actAs(value: string, acting: Acting, { account }: Present): Promise<string | Refusal> {
    const held = grantsOn(account, await this.office.today()).find((one) => isSameRole(one, acting));
    if (!held) return refuse('role-not-held');
    const { role, codes } = held;
    const next = await this.office.sessions.actAs(value, { role, codes }, this.now());
    return next ?? refuse('not-authenticated');
  }

  /**
   * Asks a person for the code of the moment again, before what cannot be taken back. Who has no second factor types the password instead.
   * Refused: `second-factor-needed`, `password-needed`, `wrong-proof`, `too-many-attempts`.
   */
  async askAgain(
    account: Uuid,
    { password, totp }: { readonly password?: string | undefined; readonly totp?: string | undefined },
  ): Promise<Refusal | undefined> {
    const { credentials } = this.office;
    const counted = [triesAt(account)];
    const seconds = await this.delays.wait(counted, this.now());
    if (seconds > 0) return refuse('too-many-attempts', { seconds });
    const hasFactor = await credentials.hasSecondFactor(account);
    const given = hasFactor ? totp : password;
    if (given === undefined || given === '') return refuse(hasFactor ? 'second-factor-needed' : 'password-needed');
    const isRight = hasFactor
      ? await credentials.useCode(account, given, this.now())
      : await credentials.hasPassword(account, given);
    if (isRight) return undefined;
    await this.delays.fail(counted, this.now());
    return refuse('wrong-proof');
  }

  /**
   * The second factor that was proposed is the person's from now on, and the session is worth as much as one that was opened with it.
   * The other sessions end: a password alone opened them, or the factor before. Refused: `wrong-proof` for a wrong code, `too-many-attempts`.
   */
  async confirmSecondFactor({ session }: Present, code: string, value: string): Promise<Refusal | undefined> {
    const counted = [triesAt(session.account)];
    const seconds = await this.delays.wait(counted, this.now());
    if (seconds > 0) return refuse('too-many-attempts', { seconds });
    if (!(await this.office.credentials.confirmSecondFactor(session.account, code, this.now()))) {
      await this.delays.fail(counted, this.now());
      return refuse('wrong-proof');
    }
    await this.office.sessions.strengthen(value);
    await this.office.sessions.endAll(session.account, value);
    return undefined;
  }

  sessionsOf(account: Uuid): Promise<readonly Session[]> {
    return this.office.sessions.of(account, this.now());
  }

  private now(): Instant {
    return this.stores.clock.now();
  }
}

/** The administrator, and whoever opens names. */
function needsSecondFactor(actor: Actor): boolean {
  return actor.role === 'administrateur' || may(actor, 'read-named-list');
}

/** What a list of sessions says of this machine. */
export const HERE = 'cette machine';

/** What a list of sessions says of the place. */
function placeText({ address, isLoopback }: SignInPlace): string {
  return isLoopback ? HERE : address;
}

/** The codes of a role, or none for a role that acts everywhere. */
export function scopeOfGrant({ role, codes }: Pick<Grant, 'role' | 'codes'>): readonly string[] {
  return SCOPE_OF_ROLE[role] === 'all' ? [] : codes;
}
