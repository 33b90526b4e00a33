import type { FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { isLocalRequest, refuseForeign, type Credential, type PublicUrl } from '#http';
import { isRefusal, refuse, type Refusal } from '#kernel';
import type { DemoDoor } from '../demo/demo-door';
import type { Present, SignIn } from '../recording/sign-in';
import type { SessionCookie } from './session-cookie';

/** `Cookie: mixite-…`: a person who signed in. */
export class SessionCredential implements Credential {
  private readonly presents = new WeakMap<FastifyRequest, Present>();

  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly given: { readonly publicUrl: PublicUrl; readonly demo: DemoDoor },
  ) {}

  isShownBy(request: FastifyRequest): boolean {
    return this.cookie.valueIn(request) !== undefined;
  }

  async actorOf(request: FastifyRequest): Promise<Actor | Refusal | undefined> {
    const present = await this.presentIn(request);
    if (isRefusal(present)) return present;
    // Until there is a second factor, nothing is open but the way to have one.
    if (present.owesSecondFactor && request.routeOptions.config.access !== 'self') return refuse('second-factor-due');
    return present.actor;
  }

  /**
   * Who is signed in. The cookie of a foreign page is refused before anything is read. Refused: `unknown-host`, `foreign-origin`,
   * `session-ended`.
   */
  async presentIn(request: FastifyRequest): Promise<Present | Refusal> {
    const known = this.presents.get(request);
    if (known) return known;
    const refusal = refuseForeign(request, this.given.publicUrl, true);
    if (refusal) return refusal;
    const value = this.cookie.valueIn(request);
    const isLoopback = isLocalRequest({ remoteAddress: request.ip, headers: request.headers });
    const present =
      value === undefined ? undefined : await this.signIn.present(value, { isLoopback }, isActivity(request));
    if (!present || (await this.isShut(present, request))) return refuse('session-ended');
    this.presents.set(request, present);
    return present;
  }

  /** A fictitious person is nobody where the demonstration is not open, whatever cookie was kept. */
  private async isShut({ session }: Present, request: FastifyRequest): Promise<boolean> {
    const { demo } = this.given;
    return (await demo.isOfDemo(session.account)) && !(await demo.isOpenTo(request));
  }
}

/** What a page asks for or tries by itself, while it is open or a form is filled in, is no activity of the person. */
function isActivity({ query, routeOptions }: FastifyRequest): boolean {
  const { 'dry-run': dryRun, dryRun: inCamelCase } = query as Readonly<Record<string, unknown>>;
  return !routeOptions.config.polled && (dryRun ?? inCamelCase) !== 'true';
}
