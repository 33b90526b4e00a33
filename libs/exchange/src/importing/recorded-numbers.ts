import type { VaultSession } from '#people';

/** A row under a number, and what was typed for that where it is not in normal form. */
interface NumberedRow<Row> {
  readonly row: Row;
  readonly keyAsTyped?: string;
}

const FIELDS = { allocation: 'allocationNumber', rehousing: 'rehousingNumber' } as const;

/**
 * The rows, each under the number that it is recorded under. Histories written before codes were brought to their normal form hold
 * what was typed: such a row is the lease or the rehousing that it was, and no other.
 */
export async function underRecordedNumbers<Row, Numbered extends NumberedRow<Row>>(
  kind: keyof typeof FIELDS,
  rows: readonly Numbered[],
  session: VaultSession,
): Promise<readonly Numbered[]> {
  const typed = rows.flatMap(({ keyAsTyped }) => keyAsTyped ?? []);
  if (typed.length === 0) return rows;
  await session.prepare({ [`${kind}s`]: typed });
  return rows.map((numbered) => {
    const { keyAsTyped, row } = numbered;
    if (keyAsTyped === undefined || !session.find(kind, keyAsTyped)) return numbered;
    return { ...numbered, row: { ...row, [FIELDS[kind]]: keyAsTyped } };
  });
}
