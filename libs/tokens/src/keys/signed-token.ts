import { instantOf, refuse, type Instant, type Refusal, type Uuid } from '#kernel';
import type { TokenKey } from './token-keys';

/** What a token says by itself. Its role and its scope are read from its stream. */
export interface SignedToken {
  readonly id: Uuid;
  /** The id of the key that signed it. */
  readonly key: string;
  /** It is valid before this instant. */
  readonly until: Instant;
}

const ALGORITHM = 'EdDSA';
/** The package is an ES module, which compiled CommonJS loads only so. */
const jose = () => import('jose');

/** The text of a token: a JWT, signed with Ed25519. @param issuer the id of the store */
export async function signToken(
  { id, until }: Pick<SignedToken, 'id' | 'until'>,
  { key, issuer }: { readonly key: TokenKey; readonly issuer: string },
): Promise<string> {
  const { SignJWT } = await jose();
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
    .setIssuer(issuer)
    .setJti(id)
    .setExpirationTime(secondsOf(until))
    .sign(key.privateKey);
}

/**
 * What a token says, whether it has ended or not. Refused: `not-authenticated` where the text is no token or was altered,
 * `token-of-another-installation`, `token-of-another-key`.
 */
export async function readToken(
  text: string,
  { keys, issuer }: { readonly keys: readonly TokenKey[]; readonly issuer: string },
): Promise<SignedToken | Refusal> {
  const { decodeJwt, decodeProtectedHeader, jwtVerify } = await jose();
  try {
    // Not verified yet: it only chooses the sentence that helps most.
    if (decodeJwt(text).iss !== issuer) return refuse('token-of-another-installation');
    const { kid } = decodeProtectedHeader(text);
    const key = keys.find(({ id }) => id === kid);
    if (!key) return refuse('token-of-another-key');
    const verified = await jwtVerify(text, key.publicKey, {
      algorithms: [ALGORITHM],
      issuer,
      requiredClaims: ['jti', 'exp'],
      // The end is compared at each request, also where the token is known already.
      currentDate: new Date(0),
    });
    const { jti, exp } = verified.payload;
    return { id: jti as Uuid, key: key.id, until: instantOf(exp! * 1_000) };
  } catch {
    return refuse('not-authenticated');
  }
}

/** A token ends with its last second. */
function secondsOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1_000);
}
