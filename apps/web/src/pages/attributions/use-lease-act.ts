import { useState } from 'react';
import { api, queryClient } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { Tried } from '../../parts/Preview';
import type { LeaseView } from './LeaseFacts';

type Path = '/api/allocations/{allocation}/correction' | '/api/allocations/{allocation}/cancellation';
type Body = Readonly<Record<string, string | null>>;

const MOVED_ON = 412;

/** One of the two acts about a lease: tried dry, then sent once, at the revision that the reader has seen. */
export function useLeaseAct(path: Path, { allocation, revision }: LeaseView, onDone: () => void) {
  const [error, setError] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  // One key for each opening of the form: a second click writes nothing more.
  const [requestKey] = useState(() => crypto.randomUUID());
  const id = allocation.identifiant;
  const post = async (body: Body, isTrial: boolean) => {
    const { data } = await api.POST(path, {
      params: {
        path: { allocation: id },
        query: isTrial ? { 'dry-run': 'true' } : {},
        header: { 'If-Match': `"${revision}"`, ...(isTrial ? {} : { 'Idempotency-Key': requestKey }) },
      },
      body: body as never,
    });
    return data!;
  };
  const send = async (body: Body) => {
    setSending(true);
    setError(undefined);
    try {
      await seen(id, (await post(body, false)).position);
      onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  };
  return {
    tryOut: (body: Body): Promise<Tried> => post(body, true),
    send,
    isSending,
    error,
    hasMovedOn: error !== undefined && problemOf(error).status === MOVED_ON,
    /** Reads the lease anew, so that the form is about what is recorded now. */
    readAgain: async () => {
      await queryClient.invalidateQueries();
      setError(undefined);
    },
  };
}

/** Waits until what was written is in the figures, then lets every list and figure be asked again. */
async function seen(allocation: string, position: string): Promise<void> {
  await api.GET('/api/allocations/{allocation}', {
    params: { path: { allocation }, query: { wait: position } },
  });
  await queryClient.invalidateQueries();
}

export type LeaseAct = ReturnType<typeof useLeaseAct>;
