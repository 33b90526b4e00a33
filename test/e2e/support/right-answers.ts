import { EXPECTED, type ExpectedRequest } from './expected-rights';

/** The answer of the service, with the code of its problem where it is a problem. */
export interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
}

/** A request, ready to be sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly payload?: string;
  readonly form?: FormData;
}

/** @param ids the values of the names in braces in the address */
export function sentFor(
  method: string,
  { url: template, body }: ExpectedRequest,
  ids: Readonly<Record<string, string>> = {},
): Sent {
  const url = located(template, ids);
  if (body === undefined) return { method, url };
  return body instanceof FormData ? { method, url, form: body } : { method, url, payload: JSON.stringify(body) };
}

/** The address with its names in braces replaced. */
export function located(template: string, ids: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (name, key: string) => ids[key] ?? name);
}

export function answered(status: number, type: unknown, text: string): Answer {
  const isProblem = String(type).startsWith('application/problem+json') && text !== '';
  return { status, code: isProblem ? (JSON.parse(text) as { code: string }).code : undefined, text };
}

/** The wrong answer, where it is not the answer that the letter means (k: an unknown sender); undefined where it is right. */
export function mistake(letter: string, answer: Answer, route?: string): string | undefined {
  const refusals: Readonly<Record<string, readonly [number, string]>> = {
    s: [403, 'scope-not-allowed'],
    n: [403, route && EXPECTED[route]!.right === 'import' ? 'import-not-allowed' : 'not-allowed'],
    k: [401, 'not-authenticated'],
  };
  const { status, code, text } = answer;
  const [wanted, wantedCode] = refusals[letter] ?? [];
  // An answer to HEAD has no body, so it has no code.
  if (wanted) return status === wanted && (code === wantedCode || text === '') ? undefined : `${status} ${code}`;
  if (letter === 'r') return status === 409 ? undefined : `${status} ${code}`;
  if (letter === 'v') return status === 422 ? undefined : `${status} ${code}`;
  const isRight = letter === 'u' ? status === 404 : status >= 200 && status < 300;
  return isRight ? undefined : `${status} ${code}`;
}

/** The answer, where rights refuse the request; undefined where the request is accepted or fails for another reason. */
export function shutOut({ status, code }: Answer): string | undefined {
  return status === 401 || status === 403 ? `${status} ${code}` : undefined;
}

/** The wrong content, where the answer does not show what the scope covers; undefined where it is right. */
export function misshown({ letters, shows }: ExpectedRequest, at: number, { text }: Answer): string | undefined {
  if (letters[at] !== 'y' || !shows) return undefined;
  const row = [...letters.slice(0, at)].filter((letter) => letter === 'y').length;
  const shown = [...new Set(shows.of(text))].sort().join(' ');
  return shown === shows.rows[row] ? undefined : `"${shown}" instead of "${shows.rows[row]}"`;
}
