import type { Logger } from 'pino';
import { conventionOn, territoryNameOf, timeZoneOf, type ConventionHistory } from '#convention';
import { frenchInstant } from '#documents';
import type { EventStore } from '#event-store';
import { CodedError, dayAt, type Clock, type Uuid } from '#kernel';
import type { Grant } from '../events';
import type { Disabled, Invited, Recovered } from '../recording/account-answers';
import type { AccountOffice } from '../recording/account-office';
import { partyNames, roleLabel } from '../recording/role-label';
import { linkAddress } from '../secrets/links';
import { reasonOf, type Mailer } from './smtp-mailer';
import { wordsOf, type GivenRoleText, type Notice, type Signature } from './wording';

/** Whether a mail told the person. */
interface Mailed {
  readonly mailed: boolean;
}
export type MailedInvitation = Invited & Mailed;
export type MailedRecovery = Recovered & Mailed;

interface MailStores {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly convention: ConventionHistory;
}

/**
 * Tells people by mail what was recorded of their account. What was recorded stays so, whatever becomes of the mail: a failure is logged,
 * without the address and without the link.
 */
export class AccountMails {
  /** @param mailer undefined where no server is set: then nobody is told */
  constructor(
    private readonly office: AccountOffice,
    private readonly stores: MailStores,
    private readonly mailer: Mailer | undefined,
    private readonly logger?: Pick<Logger, 'warn'>,
  ) {}

  /** @param origin the address under which people reach the service, where it is known */
  async invited(invited: Invited, origin: string | undefined): Promise<MailedInvitation> {
    const { user, code, grant } = invited;
    if (!this.mailer || !grant) return { ...invited, mailed: false };
    const mailed = await this.tell(user, code === null ? 'role' : 'invitation', async () => {
      const role = await this.roleTextOf(grant);
      return code === null ? { kind: 'role', role } : { kind: 'invitation', role, link: linkOf(code, origin) };
    });
    return { ...invited, mailed };
  }

  async recovered(recovered: Recovered, origin: string | undefined): Promise<MailedRecovery> {
    const { user, code } = recovered;
    const mailed = await this.tell(user, 'recovery', () => ({ kind: 'recovery', link: linkOf(code, origin) }));
    return { ...recovered, mailed };
  }

  async disabled({ user, isRecorded }: Disabled): Promise<void> {
    if (isRecorded) await this.tell(user, 'closing', () => ({ kind: 'closing' }));
  }

  private async tell(user: Uuid, kind: Notice['kind'], noticeOf: () => Notice | Promise<Notice>): Promise<boolean> {
    if (!this.mailer) return false;
    try {
      const { person } = await this.office.standOf(user);
      if (!person) return false;
      await this.mailer.send({ to: person.email, ...wordsOf(await noticeOf(), await this.signature()) });
      return true;
    } catch (error) {
      this.logger?.warn({ code: 'mail-not-sent', notice: kind, reason: reasonOf(error) }, 'a mail was not sent');
      return false;
    }
  }

  private async roleTextOf({ role, codes, lastDay, manager }: Grant): Promise<GivenRoleText> {
    return { label: roleLabel(role, await partyNames(role, codes, this.stores.store)), lastDay, manager };
  }

  private async signature(): Promise<Signature> {
    const recorded = await this.stores.convention.latest();
    const [now, timeZone] = [this.stores.clock.now(), timeZoneOf(recorded)];
    const { label } = territoryNameOf(recorded && conventionOn(recorded, dayAt(now, timeZone)));
    return { territory: label, instant: frenchInstant(now, timeZone) };
  }
}

/** A link in a mail never names a host that only a request named: it would send the person wherever its sender likes. */
function linkOf(code: string, origin: string | undefined): string {
  if (origin === undefined) throw new CodedError('public-url-missing', 'nobody said under which address people come');
  return linkAddress(origin, code);
}
