import type { EventStore } from '#event-store';
import type { Uuid } from '#kernel';
import {
  evolve,
  OPERATION_STREAMS,
  REHOUSING_STREAMS,
  stageOf,
  type OperationFacts,
  type Rehousing,
  type RehousingAccount,
} from '#rehousing';
import type { Fault } from '../reading/fault';
import { eventsOfTypes, recordsOf } from '#event-store';

type Doubt = Pick<Fault, 'line' | 'column' | 'value' | 'message'> & {
  readonly file: 'operations.csv' | 'relogements.csv';
};
type Case = Pick<Rehousing['facts'], 'household' | 'operation' | 'movedOn' | 'definitive'>;

/** A row of relogements.csv in this import. */
interface ImportedCase {
  readonly line: number;
  readonly rehousing: Uuid;
  readonly account: RehousingAccount;
}

/** All rehousings, recorded and imported: it gives the doubts that only appear when all rows are counted together. */
export class RehousingCensus {
  private readonly cases = new Map<Uuid, Case>();
  private readonly planned = new Map<string, number>();
  /** By the code of the operation, its line of operations.csv in this import. */
  private readonly lines = new Map<string, number>();
  private readonly imported: ImportedCase[] = [];

  /** The rehousings of the store. */
  static async of(store: EventStore): Promise<RehousingCensus> {
    const census = new RehousingCensus();
    for (const { code, planned } of await recordsOf(store, OPERATION_STREAMS)) census.planned.set(code, planned);
    const cases = new Map<string, Rehousing>();
    for await (const event of eventsOfTypes(store, REHOUSING_STREAMS.types))
      cases.set(event.stream, evolve(cases.get(event.stream), REHOUSING_STREAMS.read(event)));
    for (const [stream, { facts }] of cases) census.cases.set(REHOUSING_STREAMS.idOf(stream) as Uuid, facts);
    return census;
  }

  addOperation({ code, planned }: OperationFacts, line: number): void {
    this.planned.set(code, planned);
    this.lines.set(code, line);
  }

  /** Adds a row. `household` is given where the row changes something. */
  addCase(row: ImportedCase, household: Uuid | undefined): void {
    this.imported.push(row);
    if (household) this.cases.set(row.rehousing, { ...row.account, household });
  }

  /** The doubts, in no order. */
  doubts(): readonly Doubt[] {
    const rehoused = [...this.cases].filter(([, each]) => stageOf(each) === 'rehoused');
    const byOperation = countedBy(rehoused, ([, { operation }]) => operation);
    const byHousehold = countedBy(rehoused, ([, each]) => keyOf(each));
    return [...this.excesses(byOperation), ...this.repetitions(byHousehold)];
  }

  /** More definitive rehousings than households to rehouse. One doubt for each operation: at its own line, else at the line of its last case. */
  private excesses(rehoused: ReadonlyMap<string, number>): Doubt[] {
    const lastLines = new Map(this.imported.map(({ line, account }) => [account.operation, line]));
    return [...rehoused].flatMap(([operation, count]): Doubt[] => {
      const planned = this.planned.get(operation);
      if (planned === undefined || count <= planned) return [];
      const message = `${count} relogements définitifs pour ${planned} ménages à reloger : vérifiez l'un et l'autre`;
      const own = this.lines.get(operation);
      if (own !== undefined)
        return [{ file: 'operations.csv', line: own, column: 'menages_a_reloger', value: String(planned), message }];
      const line = lastLines.get(operation);
      if (line === undefined) return [];
      return [{ file: 'relogements.csv', line, column: 'code_operation', value: operation, message }];
    });
  }

  private repetitions(rehoused: ReadonlyMap<string, number>): Doubt[] {
    return this.imported.flatMap(({ rehousing, line, account }): Doubt[] => {
      const known = this.cases.get(rehousing);
      if (!known || stageOf(known) !== 'rehoused' || rehoused.get(keyOf(known)) === 1) return [];
      const message = 'ce ménage a plusieurs relogements définitifs dans cette opération : chacun est compté';
      return [{ file: 'relogements.csv', line, column: 'numero_unique', value: account.householdNumber, message }];
    });
  }
}

function keyOf({ operation, household }: Case): string {
  return `${household} ${operation}`;
}

function countedBy<Item>(items: readonly Item[], by: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(by(item), (counts.get(by(item)) ?? 0) + 1);
  return counts;
}
