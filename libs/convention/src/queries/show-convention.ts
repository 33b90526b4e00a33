import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import type { Position } from '#event-store';
import { Installation, headAtLeast } from '#installation';
import { dayAt, type AsOf, type Day, type Instant, type JsonObject, type Refusal } from '#kernel';
import { ConventionHistory } from '../convention-history';
import { conventionOn, timeZoneOf } from '../in-force';
import { conventionFile } from '../writing/convention-file';

export interface ConventionQuery {
  /** Today in the territory where absent. */
  readonly on?: Day;
  /** The history as recorded at this instant or at the end of this day; its head where absent. */
  readonly asOf?: AsOf;
}

/** The convention in force on a day. */
export interface ShownConvention {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** With the keys of convention.json; null where no convention was recorded. */
  readonly convention: JsonObject | null;
  /** The amendments in effect by that day, in their order. */
  readonly amendments: readonly { readonly code: string; readonly name: string; readonly effectiveOn: Day }[];
}

/** Asks for the convention in force on a day, as of a moment. Refused: `not-allowed`. */
export class ShowConvention extends Query<ShownConvention | Refusal> {
  constructor(
    readonly query: ConventionQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ShowConvention)
export class ShowConventionHandler implements IQueryHandler<ShowConvention> {
  constructor(
    private readonly installation: Installation,
    private readonly history: ConventionHistory,
  ) {}

  async execute({ query, actor, atLeast }: ShowConvention): Promise<ShownConvention | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { eventStore, clock } = this.installation;
    await headAtLeast(this.installation, atLeast);
    const instant = await this.history.instantOf(query.asOf);
    const head = await (instant === undefined ? eventStore.head() : eventStore.headAt(instant));
    const recorded = await this.history.at(head?.position ?? null);
    const on = query.on ?? dayAt(clock.now(), timeZoneOf(recorded));
    return {
      on,
      asOf: instant ?? head?.recordedAt ?? null,
      position: head?.position ?? null,
      convention: recorded && conventionFile(conventionOn(recorded, on)),
      amendments: (recorded?.amendments ?? [])
        .filter(({ effectiveOn }) => effectiveOn <= on)
        .map(({ code, name, effectiveOn }) => ({ code, name, effectiveOn })),
    };
  }
}
