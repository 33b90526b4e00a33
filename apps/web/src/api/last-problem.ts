let last: string | undefined;

/** Keeps the number of the last request that was refused, or that failed, for who reports a problem. */
export function noteRequest(requestId: string | undefined): void {
  if (requestId !== undefined) last = requestId;
}

export const lastRequest = (): string | undefined => last;
