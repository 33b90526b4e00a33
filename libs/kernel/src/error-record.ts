/**
 * The parts of an error that a log may hold: its name, its code and its stack frames. The message is left out because
 * it may quote personal data.
 */
export interface ErrorRecord {
  readonly error: string | undefined;
  readonly code: string | undefined;
  readonly frames: readonly string[] | undefined;
}

export function recordOf(thrown: unknown): ErrorRecord {
  const { name, code, stack } = (thrown ?? {}) as { name?: string; code?: string; stack?: string };
  return { error: name, code, frames: stack?.split('\n').filter((line) => /^\s+at /.test(line)) };
}
