import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConventionHistory } from '#convention';
import type { PublicUrl } from '#http';
import type { Installation } from '#installation';
import { isRefusal, type Refusal } from '#kernel';
import { signInOf } from '../recording/access';
import type { SignIn } from '../recording/sign-in';
import { SessionCookie } from './session-cookie';
import { SessionCredential } from './session-credential';

/** What lets people in: shared by the guard of the routes and by the routes of the accounts. */
export class Access {
  readonly signIn: SignIn;
  readonly cookie: SessionCookie;
  readonly credential: SessionCredential;

  constructor(
    installation: Installation,
    readonly publicUrl: PublicUrl,
  ) {
    const { eventStore, clock } = installation;
    this.signIn = signInOf(installation, new ConventionHistory(eventStore, clock));
    this.cookie = new SessionCookie({ publicUrl, storeId: eventStore.storeId });
    this.credential = new SessionCredential(this.signIn, this.cookie, publicUrl);
  }

  /**
   * A person types the code of the moment again, or the password, before changing who may come in. A program shows its token each time.
   * Refused: as `SignIn.askAgain`, and as the session.
   */
  async refuseUnproven(
    request: FastifyRequest,
    asked: { readonly totp?: string; readonly password?: string },
    reply: FastifyReply,
  ): Promise<Refusal | undefined> {
    if (request.headers.authorization !== undefined || !this.credential.isShownBy(request)) return undefined;
    const present = await this.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const refusal = await this.signIn.askAgain(present.session.account, asked);
    return refusal && tellWait(refusal, reply);
  }
}

/** Tells a browser how long to wait. */
export function tellWait(refusal: Refusal, reply: FastifyReply): Refusal {
  if (refusal.code === 'too-many-attempts') void reply.header('retry-after', String(refusal.params?.['seconds'] ?? 1));
  return refusal;
}
