/** What a log may keep of an error: its kind and its place. A message may quote what it was about. */
export interface ErrorRecord {
  readonly error: string | undefined;
  readonly code: string | undefined;
  readonly frames: readonly string[] | undefined;
}

export function recordOf(thrown: unknown): ErrorRecord {
  const { name, code, stack } = (thrown ?? {}) as { name?: string; code?: string; stack?: string };
  return { error: name, code, frames: stack?.split('\n').filter((line) => /^\s+at /.test(line)) };
}
