import type { VaultSession } from '#people';

/** A row with its number, and the number as it was typed where its normal form differs. */
interface NumberedRow<Row> {
  readonly row: Row;
  readonly keyAsTyped?: string;
}

const FIELDS = { allocation: 'allocationNumber', rehousing: 'rehousingNumber' } as const;

/**
 * The rows, each with the number under which it is recorded. Histories that were written before the normal form of codes hold numbers
 * as they were typed: a row with such a number is still the same lease or rehousing.
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
