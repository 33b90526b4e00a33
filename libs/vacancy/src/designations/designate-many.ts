import { refusalOf, type Actor } from '#access';
import { isRefusal, isUuid, refuse, type Correlation, type Refusal, type Uuid } from '#kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { BodyFault, ReadBody } from '../http/body-form';
import { rightOf } from '../recording/who-acts';
import type { VacancyAct, VacancyCommand } from '../recording/vacancy-command';
import { VacancyRecorder, type VacancyReceipt } from '../recording/vacancy-recorder';
import { BASES, BASES_WITHOUT_COMMISSION } from '../words';

type Designation = Extract<VacancyAct, { readonly verb: 'candidates' }>;

/** One household of a list, and the vacancy on which it is designated. */
export interface ListedDesignation {
  readonly vacancy: string;
  readonly read: ReadBody<VacancyAct>;
}

/** A row that is not designated: its columns are not admitted, or a rule refuses it. */
export type RefusedRow = { readonly row: number } & (
  { readonly faults: readonly BodyFault[] } | { readonly refusal: Refusal }
);

export interface DesignatedRow {
  readonly row: number;
  readonly receipt: VacancyReceipt;
}

/** Rows are counted from 0, as in the list that was sent. */
export interface DesignatedList {
  readonly designated: readonly DesignatedRow[];
  readonly refused: readonly RefusedRow[];
}

/** What is sent with a list: the count that was announced for it; none where it is only asked for. */
export interface ListSending {
  readonly actor: Actor;
  readonly announced: number | undefined;
  readonly requestKey?: string | undefined;
  readonly correlation?: Correlation | undefined;
}

interface ReadRow {
  readonly row: number;
  readonly command: VacancyCommand & { readonly act: Designation };
}

/**
 * Designates the households of a list, each as a request would. First all are tried, and nothing is written unless as many would be designated as
 * were announced (docs/decisions/0110). Then each is a command of its own.
 */
export class ListedDesignations {
  constructor(private readonly recorder: VacancyRecorder) {}

  /** Refused: `not-allowed`, `scope-not-allowed`, `idempotency-key-reused`, and `count-not-announced`. */
  async designate(list: readonly ListedDesignation[], sending: ListSending): Promise<DesignatedList | Refusal> {
    const forbidden = refusalOf(sending.actor, rightOf('candidates'));
    if (forbidden) return forbidden;
    const { rows, refused } = parted(list);
    const tried: DesignatedRow[] = [];
    const admitted: ReadRow[] = [];
    for (const one of rows) {
      const answer = await this.try(one, sending);
      if (isRefusal(answer) && answer.code === 'idempotency-key-reused') return answer;
      if (isRefusal(answer)) refused.push({ row: one.row, refusal: answer });
      else {
        admitted.push(one);
        tried.push({ row: one.row, receipt: answer });
      }
    }
    const { announced } = sending;
    if (announced === undefined) return { designated: tried, refused: inOrder(refused) };
    if (announced !== admitted.length) return refuse('count-not-announced', { announced, count: admitted.length });
    return this.send(admitted, refused, sending);
  }

  /** A row that was carried out under the same key is admitted again: its command answers as the first time. */
  private async try({ command, row }: ReadRow, sending: ListSending): Promise<VacancyReceipt | Refusal> {
    const { actor, correlation, announced } = sending;
    const requestKey = announced === undefined ? undefined : keyOf(row, sending);
    if (requestKey !== undefined && (await this.recorder.isRepeated(command, { actor, requestKey })))
      return this.recorder.send(command, { actor, requestKey, correlation });
    return this.recorder.tryOut(command, { actor, correlation });
  }

  private async send(
    rows: readonly ReadRow[],
    refused: RefusedRow[],
    sending: ListSending,
  ): Promise<DesignatedList | Refusal> {
    const { actor, correlation } = sending;
    const designated: DesignatedRow[] = [];
    for (const { command, row } of rows) {
      const answer = await this.recorder.send(command, { actor, correlation, requestKey: keyOf(row, sending) });
      if (isRefusal(answer)) refused.push({ row, refusal: answer });
      else designated.push({ row, receipt: answer });
    }
    return { designated, refused: inOrder(refused) };
  }
}

/** Each row of a list has a key of its own. */
function keyOf(row: number, { requestKey }: ListSending): string | undefined {
  return requestKey === undefined ? undefined : `${requestKey}/${row}`;
}

/** The rows that can be tried, each independent of the others, and those that cannot. */
function parted(list: readonly ListedDesignation[]): { rows: readonly ReadRow[]; refused: RefusedRow[] } {
  const rows: ReadRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  for (const [row, { vacancy, read }] of list.entries()) {
    if (!read.valid) {
      refused.push({ row, faults: read.faults });
      continue;
    }
    const act = read.fields as Designation;
    const key = `${vacancy}\n${act.household.householdNumber}`;
    const refusal = refuseRow(vacancy, act, seen.has(key));
    seen.add(key);
    if (refusal) refused.push({ row, refusal });
    else rows.push({ row, command: { vacancy: vacancy as Uuid, act } });
  }
  return { rows, refused };
}

/** What a rule would refuse only after other rows of the list were carried out. */
function refuseRow(vacancy: string, { given: { basis } }: Designation, isTwice: boolean): Refusal | undefined {
  if (!isUuid(vacancy)) return refuse('unknown-vacancy');
  if (isTwice) return refuse('candidate-already-designated');
  if (!BASES_WITHOUT_COMMISSION.includes(basis)) return undefined;
  const admitted = BASES.filter((one) => !BASES_WITHOUT_COMMISSION.includes(one));
  return refuse('value-not-admitted', { field: 'fondement', value: basis, admitted });
}

function inOrder(refused: readonly RefusedRow[]): readonly RefusedRow[] {
  return [...refused].sort((a, b) => a.row - b.row);
}

/** Designates a list of households, or says how many it would. */
export class DesignateMany extends Command<DesignatedList | Refusal> {
  constructor(
    readonly list: readonly ListedDesignation[],
    readonly sending: Omit<ListSending, 'actor'>,
    readonly actor: Actor,
  ) {
    super();
  }
}

@CommandHandler(DesignateMany)
export class DesignateManyHandler implements ICommandHandler<DesignateMany> {
  private readonly designations: ListedDesignations;

  constructor(recorder: VacancyRecorder) {
    this.designations = new ListedDesignations(recorder);
  }

  execute({ list, sending, actor }: DesignateMany): Promise<DesignatedList | Refusal> {
    return this.designations.designate(list, { ...sending, actor });
  }
}
