import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ConventionHistory } from '#convention';
import type { PublicUrl } from '#http';
import type { Installation } from '#installation';
import { isRefusal, type Refusal } from '#kernel';
import type { MailSetting } from '../mail/mail-setting';
import { DemoDoor } from '../demo/demo-door';
import { AccountMails } from '../mail/account-mails';
import { SmtpMailer } from '../mail/smtp-mailer';
import { signInOf } from '../recording/access';
import type { SignIn } from '../recording/sign-in';
import { SessionCookie } from './session-cookie';
import { SessionCredential } from './session-credential';

export interface AccessOptions {
  readonly publicUrl?: PublicUrl;
  /** Whether this is the process of the demonstration. */
  readonly isDemo?: boolean;
  /** How people are told of their accounts. Default: no mail is sent. */
  readonly mail?: MailSetting;
  /** Says that a mail was not sent. */
  readonly logger?: Pick<Logger, 'warn'>;
}

/** What lets people in: shared by the guard of the routes and by the routes of the accounts. */
export class Access {
  readonly signIn: SignIn;
  readonly cookie: SessionCookie;
  readonly credential: SessionCredential;
  readonly demo: DemoDoor;
  readonly mails: AccountMails;
  readonly publicUrl: PublicUrl;

  constructor(installation: Installation, { publicUrl, isDemo = false, mail, logger }: AccessOptions) {
    const { eventStore, clock, pipelineStores } = installation;
    this.publicUrl = publicUrl;
    const convention = new ConventionHistory(eventStore, clock);
    this.signIn = signInOf(installation, convention);
    // Nobody is real in the demonstration.
    const mailer = mail && !isDemo ? new SmtpMailer(mail) : undefined;
    this.mails = new AccountMails(this.signIn.office, { store: eventStore, clock, convention }, mailer, logger);
    this.cookie = new SessionCookie({ publicUrl, storeId: eventStore.storeId });
    this.demo = new DemoDoor(this.signIn, pipelineStores, isDemo);
    this.credential = new SessionCredential(this.signIn, this.cookie, { publicUrl, demo: this.demo });
  }

  /**
   * A person types the code of the moment again, or the password, before changing who may come in. A program shows its token each time; a
   * fictitious person has nothing to type. Refused: as `SignIn.askAgain`, and as the session.
   */
  async refuseUnproven(
    request: FastifyRequest,
    asked: { readonly totp?: string; readonly password?: string },
    reply: FastifyReply,
  ): Promise<Refusal | undefined> {
    if (request.headers.authorization !== undefined || !this.credential.isShownBy(request)) return undefined;
    const present = await this.credential.presentIn(request);
    if (isRefusal(present)) return present;
    if (await this.demo.isOfDemo(present.session.account)) return undefined;
    const refusal = await this.signIn.askAgain(present.session.account, asked);
    return refusal && tellWait(refusal, reply);
  }
}

/** Tells a browser how long to wait. */
export function tellWait(refusal: Refusal, reply: FastifyReply): Refusal {
  if (refusal.code === 'too-many-attempts') void reply.header('retry-after', String(refusal.params?.['seconds'] ?? 1));
  return refusal;
}
