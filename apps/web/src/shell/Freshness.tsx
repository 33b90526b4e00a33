import { queryClient } from '../api/client';
import { useHead, useNewer } from '../api/head';
import { minuteOf } from '../format/days';
import { plural } from '../format/numbers';
import { useAsOf } from '../url/as-of';

/** Figures never change under a reader: what was recorded since is offered. */
export function Freshness() {
  const isPast = useAsOf() !== undefined;
  const { data: head, dataUpdatedAt } = useHead(!isPast);
  const { data: newest } = useNewer(isPast ? undefined : head);
  const isNews = !isPast && newest !== undefined && head !== undefined && newest.position !== head.position;
  return (
    <span role="status">
      {isNews && (
        <button type="button" className="button plain" onClick={() => void queryClient.invalidateQueries()}>
          {newsOf(newest.newer)} depuis {minuteOf(new Date(dataUpdatedAt).toISOString())}. Actualiser
        </button>
      )}
    </span>
  );
}

const newsOf = (newer: number | null): string => (newer === null ? 'Du nouveau' : plural(newer, 'enregistrement'));
