import type { Database, Statement } from 'better-sqlite3';

export type Value = string | number | null;

/**
 * Rows for one statement: all their values one after the other, `width` values for each row. Plain values can be sent
 * to another thread.
 */
export interface Rows {
  readonly sql: string;
  readonly width: number;
  readonly values: readonly Value[];
}

export function rowCount({ width, values }: Rows): number {
  return values.length / width;
}

/** Runs rows on one connection; statements are prepared once. */
export class RowRunner {
  private readonly statements = new Map<string, Statement<[readonly Value[]]>>();

  constructor(private readonly database: Database) {}

  /** Returns a function that runs the row of a given number. All rows share one array of bound values. */
  of({ sql, width, values }: Rows): (row: number) => void {
    const statement = this.prepared(sql);
    const bound = new Array<Value>(width).fill(null);
    return (row) => {
      const first = row * width;
      for (let column = 0; column < width; column++) bound[column] = values[first + column]!;
      statement.run(bound);
    };
  }

  private prepared(sql: string): Statement<[readonly Value[]]> {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.database.prepare<[readonly Value[]]>(sql)));
    return statement;
  }
}
