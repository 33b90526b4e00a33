import { useState } from 'react';
import { queries } from '../../api/client';
import { useMay } from '../../api/me';
import { Answer } from '../../parts/Answer';
import { Timeline } from '../../parts/Timeline';

/** The whole history of the lease, for whoever may audit. It is read without names, so nothing is written about the reading. */
export function LeaseHistory({ allocation, until }: { allocation: string; until: string | null | undefined }) {
  const mayAudit = useMay('audit');
  const [isOpen, setOpen] = useState(false);
  if (!mayAudit) return null;
  return (
    <>
      <h2>Histoire</h2>
      {isOpen ? (
        <History allocation={allocation} until={until ?? undefined} />
      ) : (
        <p className="on-screen">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Lire l’histoire de ce bail
          </button>
        </p>
      )}
    </>
  );
}

function History({ allocation, until }: { allocation: string; until: string | undefined }) {
  const asked = queries.useQuery('post', '/api/audit/history', {
    body: { allocation, names: false, format: 'json' },
  });
  return (
    <Answer asked={asked}>
      {({ entries }) => (
        <Timeline entries={entries.filter(({ recordedAt }) => until === undefined || recordedAt <= until)} />
      )}
    </Answer>
  );
}
