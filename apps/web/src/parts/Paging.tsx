import { count } from '../format/numbers';
import { useAddress } from '../url/address';

interface PagingProps {
  /** What the lines are, for who reads by ear: there is one above the table and one under it. */
  readonly label: string;
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly prev: string | null;
  readonly next: string | null;
}

/** « lignes 101 à 200 sur 354 », and the pages before and after. Buttons stay where they are, so the focus does too. */
export function Paging({ label, offset, shown, total, prev, next }: PagingProps) {
  const { change } = useAddress();
  const lines = shown === 0 ? 'aucune ligne' : `lignes ${count(offset + 1)} à ${count(offset + shown)}`;
  const step = (text: string, cursor: string | null) => (
    <button
      type="button"
      className="button on-screen"
      aria-disabled={cursor === null}
      onClick={() => cursor !== null && change({ cursor })}
    >
      {text}
    </button>
  );
  return (
    <nav className="paging" aria-label={label}>
      <span>
        {lines} sur {count(total)}
      </span>
      {(prev !== null || next !== null) && (
        <>
          {step('Précédente', prev)}
          {step('Suivante', next)}
        </>
      )}
    </nav>
  );
}
