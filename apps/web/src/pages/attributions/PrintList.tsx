import { useEffect, useEffectEvent, useRef } from 'react';
import { PrintButton } from '../../parts/PrintButton';
import { count } from '../../format/numbers';
import { useAddress } from '../../url/address';
import { oneOf } from '../../url/search';

/** As many lines as a page of the API holds. */
const MOST = 500;

/** Paper takes the whole list, up to a number of lines; above it the workbook does. */
export function PrintList({ shown, total }: { shown: number; total: number }) {
  const { search, change } = useAddress();
  // The page size that stood in the address, while the whole list is fetched and printed.
  const before = useRef<{ readonly limit: string | undefined }>(undefined);
  const print = useEffectEvent(() => {
    if (before.current === undefined || shown < total) return;
    window.print();
    change(before.current);
    before.current = undefined;
  });
  useEffect(() => print(), [shown, total]);
  if (shown === total) return <PrintButton />;
  if (total > MOST) return <span className="note">Plus de {MOST} lignes : imprimez le classeur.</span>;
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        before.current = { limit: oneOf(search, 'limit') };
        change({ limit: String(MOST) });
      }}
    >
      Imprimer les {count(total)} lignes
    </button>
  );
}
