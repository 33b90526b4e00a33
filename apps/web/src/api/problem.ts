/** A refusal or an error of the API, RFC 9457: `title` and `detail` are French sentences, to be shown as they are. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    /** The number of the request in the log of the service; undefined where there is none. */
    readonly requestId: string | undefined,
  ) {
    super(`${status} ${code}`);
  }
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly requestId?: string;
}

/** The problem that an answer holds. What answers without one is not Mixité, but something between it and the reader. */
export async function problemIn(answer: Response): Promise<ProblemError> {
  const body = (await answer.json().catch(() => ({}))) as ProblemBody;
  const { title = 'Le service ne répond pas comme prévu', detail = '', code = 'unexpected', requestId } = body;
  return new ProblemError(answer.status, code, title, detail, requestId);
}

/** What no answer came for. */
export const unreachable = (): ProblemError =>
  new ProblemError(
    0,
    'unreachable',
    'Le service ne répond pas',
    'Vérifiez votre connexion, puis réessayez.',
    undefined,
  );

/** @param error whatever a query or a command threw */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError(0, 'unexpected', 'Cette page a rencontré une erreur', String(error), undefined);
}
