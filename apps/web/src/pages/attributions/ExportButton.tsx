import { useState } from 'react';
import { count } from '../../format/numbers';
import type { Criterion } from '../../url/filters';
import type { AllocationColumn } from './columns';
import { ExportDialog } from './ExportDialog';

interface ExportProps {
  readonly total: number;
  readonly criteria: readonly Criterion[];
  readonly columns: readonly AllocationColumn[];
}

/** « Exporter ces 354 lignes ». */
export function ExportButton(props: ExportProps) {
  const [isOpen, setOpen] = useState(false);
  const { total } = props;
  return (
    <>
      <button type="button" className="button main" onClick={() => setOpen(true)}>
        {total === 1 ? 'Exporter cette ligne' : `Exporter ces ${count(total)} lignes`}
      </button>
      {isOpen && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
