import { ConventionHistory } from '#convention';
import type { PublicUrl } from '#http';
import type { Installation } from '#installation';
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
}
