import { hash, verify, Algorithm } from '@node-rs/argon2';
import { Semaphore } from '#concurrency';
import { refuse, type Refusal } from '#kernel';

/** Of a password that a person chooses. Longer is better than stranger (CNIL, deliberation 2022-100). */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** The second highest of zxcvbn's five degrees: more than a hundred million guesses. */
const LEAST_STRENGTH = 3;
/** Enough to judge a password; judging takes longer with each character more. */
const JUDGED = 64;

/** Between the words of an address or of a name. */
const WORDS = /[^\p{L}\p{N}]+/u;

/** OWASP's parameters for argon2id: 19 MiB of memory, two passes. */
const PARAMETERS = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each digest takes 19 MiB and a core: more at once would starve the others. */
const AT_ONCE = new Semaphore(4);

export function digestOfPassword(password: string): Promise<string> {
  return AT_ONCE.runExclusive(() => hash(normal(password), PARAMETERS));
}

/** What an unknown address is compared with, so that it takes the time that a known one takes. */
let ofNobody: Promise<string> | undefined;

/** Takes the same time where there is no password to compare with, and is then false. */
export async function isPassword(password: string, digest: string | undefined): Promise<boolean> {
  const compared = digest ?? (await (ofNobody ??= digestOfPassword('personne')));
  const isSame = await AT_ONCE.runExclusive(() => verify(compared, normal(password)));
  return isSame && digest !== undefined;
}

/**
 * Refused: `password-too-short`, and `password-too-common` where it is quickly guessed.
 * @param known what is known of the person, such as the address and the name, which a stranger would try first
 */
export async function refuseWeak(password: string, known: readonly string[]): Promise<Refusal | undefined> {
  if ([...password].length < SHORTEST_PASSWORD) return refuse('password-too-short', { least: SHORTEST_PASSWORD });
  const { zxcvbn } = await strength();
  const guessed = known.flatMap((text) => [text, text.split('@')[0]!, ...text.split(WORDS)]);
  const { score } = zxcvbn(
    normal(password).slice(0, JUDGED),
    [...guessed, 'mixite', 'logement'].map((word) => word.toLowerCase()),
  );
  return score < LEAST_STRENGTH ? refuse('password-too-common') : undefined;
}

/** The same characters typed on two keyboards give the same password (RFC 8265). */
function normal(password: string): string {
  return password.normalize('NFC');
}

/** The dictionaries take some megabytes: they are loaded where somebody chooses a password. */
let loaded: Promise<Pick<typeof import('@zxcvbn-ts/core'), 'zxcvbn'>> | undefined;

function strength(): Promise<Pick<typeof import('@zxcvbn-ts/core'), 'zxcvbn'>> {
  return (loaded ??= (async () => {
    const [{ zxcvbn, zxcvbnOptions }, common, french] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-fr'),
    ]);
    zxcvbnOptions.setOptions({
      dictionary: { ...common.dictionary, ...french.dictionary },
      graphs: common.adjacencyGraphs,
    });
    return { zxcvbn };
  })());
}
