/** What rows are put in order by; null comes last, in both directions. */
export type Sortable = string | number | null;

const FRENCH = new Intl.Collator('fr', { numeric: true });

/**
 * The rows in an order that the page makes itself, because it holds them all.
 * @param order the name of a value, with a leading `-` where it descends; the rows stay as they are where nothing has that name
 */
export function inOrder<Row>(
  rows: readonly Row[],
  order: string | undefined,
  values: Readonly<Record<string, ((row: Row) => Sortable) | undefined>>,
): readonly Row[] {
  const isDescending = order?.startsWith('-') ?? false;
  const valueOf = order === undefined ? undefined : values[isDescending ? order.slice(1) : order];
  if (!valueOf) return rows;
  return [...rows].sort((one, other) => compared(valueOf(one), valueOf(other), isDescending ? -1 : 1));
}

function compared(one: Sortable, other: Sortable, direction: 1 | -1): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * FRENCH.compare(String(one), String(other));
}
