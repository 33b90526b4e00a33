import { useState } from 'react';
import type { Dictionary } from '../../api/dictionary';
import { useMay } from '../../api/me';
import type { AllocationColumn } from './columns';
import { NamedDialog } from './NamedDialog';

export interface NamedListProps {
  readonly total: number;
  /** In words, what the list is of. */
  readonly criteria: string;
  readonly columns: readonly AllocationColumn[];
  readonly dictionary: Dictionary | undefined;
}

/** « Liste nominative… », for whoever may read names. */
export function NamedList(props: NamedListProps) {
  const mayReadNames = useMay('read-named-list');
  const [isOpen, setOpen] = useState(false);
  if (!mayReadNames) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Liste nominative…
      </button>
      {isOpen && <NamedDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
