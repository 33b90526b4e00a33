import { useState } from 'react';

/** The person went back before the command was sent: nothing was done, and nothing is to be told. */
export class NotSent extends Error {}

/** A command of a page: whether it is under way, what refused it, and how to send it. */
export interface SentCommand {
  readonly isSent: boolean;
  /** Undefined: nothing was refused. */
  readonly error: unknown;
  /** Whether it was done. A second sending waits for the first. */
  readonly send: (command: () => Promise<unknown>) => Promise<boolean>;
}

export function useCommand(): SentCommand {
  const [isSent, setSent] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (command: () => Promise<unknown>): Promise<boolean> => {
    if (isSent) return false;
    setSent(true);
    setError(undefined);
    try {
      await command();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof NotSent)) setError(refusal);
      return false;
    } finally {
      setSent(false);
    }
  };
  return { isSent, error, send };
}
