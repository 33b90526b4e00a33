import { applyChanges, CodedError, type Changes } from '#kernel';
import { FIRST_VERSION, StreamDefinition, type StreamOptions, type TypeDefinition } from './definition';
import type { ClearEvent } from './event';

/** The events of a record: the first declares its facts, each later event corrects some of them. */
export type RecordEvent<Declared extends string, Corrected extends string, Facts> =
  | { readonly type: Declared; readonly data: Facts }
  | { readonly type: Corrected; readonly data: { readonly changes: Changes<Facts> } };

export interface RecordOptions<Facts extends object, Declared extends string, Corrected extends string> extends Pick<
  StreamOptions<RecordEvent<Declared, Corrected, Facts>>,
  'category' | 'shadowedBy'
> {
  readonly declared: Declared;
  readonly corrected: Corrected;
  /** The types that are not at their first version. */
  readonly types?: Partial<Readonly<Record<Declared | Corrected, TypeDefinition>>>;
  /** The id of a record. It gives the name of its stream. */
  readonly id: (facts: Facts) => string;
}

/** Describes streams of records: each record has its own stream. */
export class RecordDefinition<
  Facts extends object,
  Declared extends string,
  Corrected extends string,
> extends StreamDefinition<RecordEvent<Declared, Corrected, Facts>> {
  readonly declared: Declared;
  readonly corrected: Corrected;
  private readonly id: (facts: Facts) => string;

  constructor({ category, shadowedBy, declared, corrected, types, id }: RecordOptions<Facts, Declared, Corrected>) {
    const first = { [declared]: FIRST_VERSION, [corrected]: FIRST_VERSION };
    super({
      category,
      shadowedBy,
      types: { ...first, ...types } as Readonly<Record<Declared | Corrected, TypeDefinition>>,
    });
    this.declared = declared;
    this.corrected = corrected;
    this.id = id;
  }

  /** The name of the record's stream. */
  nameFor(facts: Facts): string {
    return this.name(this.id(facts));
  }

  declaring(facts: Facts): RecordEvent<Declared, Corrected, Facts> {
    return { type: this.declared, data: facts };
  }

  correcting(changes: Changes<Facts>): RecordEvent<Declared, Corrected, Facts> {
    return { type: this.corrected, data: { changes } };
  }

  /**
   * The facts of a record after the events of its stream; undefined where there are none. Events of another category
   * are skipped: before ids were escaped, they could be in the same stream.
   * @throws CodedError `record-undeclared`
   */
  fold(events: readonly ClearEvent[]): Facts | undefined {
    let facts: Facts | undefined;
    for (const event of events) if (this.has(event.type)) facts = this.evolve(facts, event);
    return facts;
  }

  /**
   * The facts of a record after one more of its events.
   * @throws CodedError `record-undeclared` where it is corrected before it was declared
   */
  evolve(facts: Facts | undefined, { type, stream, data }: ClearEvent<object>): Facts {
    if (type !== this.corrected) return data as Facts;
    if (!facts) throw new CodedError('record-undeclared', `${stream} is corrected before it was declared`);
    return applyChanges(facts, (data as { readonly changes: Changes<Facts> }).changes);
  }
}
