import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { maskingOf, refusalOf, type Actor } from '#access';
import { ConventionHistory, motivesKnownOn, type Motive } from '#convention';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import { refuse, type AsOf, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import type { ReadModel } from '#read-store';
import { COMPOSITION_NAMES, motiveName, quartileName } from '../papers/words';
import { ProcessReference } from '../recording/process-reference';
import { maskedRefusals, type ShownRefusalFigure } from './masked-refusals';
import { countRefusals, UNKNOWN } from './refusal-counts';
import { candidaciesAt, REFUSALS_MODEL, refusalsProjection, type RefusalsFilter } from './refusals-projection';

export interface RefusalsQuery {
  readonly from: Day;
  readonly to: Day;
  readonly filter?: RefusalsFilter;
  /** As recorded at this instant, or at the end of this day in the territory. */
  readonly asOf?: AsOf | undefined;
}

/** A count as its reader may see it, with the name of its group; null for the whole. */
export type NamedRefusalFigure = ShownRefusalFigure & { readonly label: string | null };

/** Who refused whom, of the candidates that reached each stage from the first day to the last one, both included. */
export interface RefusalsReport extends Pick<RefusalsQuery, 'from' | 'to'> {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly figures: readonly NamedRefusalFigure[];
}

/** Counts refusals of candidates, for the landlords, holders and communes that the actor's scope covers. */
export class ReportRefusals extends Query<RefusalsReport | Refusal> {
  constructor(
    readonly query: RefusalsQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportRefusals)
export class ReportRefusalsHandler implements IQueryHandler<ReportRefusals> {
  constructor(
    private readonly installation: Installation,
    private readonly reference: ProcessReference,
    private readonly convention: ConventionHistory,
  ) {}

  /** Refused: `not-allowed` also where a reader of masked figures asks for a part of them, `scope-not-allowed`, `period-reversed`. */
  async execute({ query, actor, atLeast }: ReportRefusals): Promise<RefusalsReport | Refusal> {
    const { from, to } = query;
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const masking = maskingOf(actor);
    // Of a part of the candidates, groups that are told in the whole could be taken apart.
    if (masking !== null && isNarrowed(query)) return refuse('not-allowed');
    if (from > to) return refuse('period-reversed', { from, to });
    await this.reference.reachHead();
    await reachHead(this.installation, refusalsProjection, { atLeast });
    const model = await this.installation.readStore.active(REFUSALS_MODEL);
    const { reading, asOf, position } = await this.momentOf(query.asOf, model);
    const candidacies = await candidaciesAt(model, query, { scope: actor.scope, reading });
    const motives = motivesKnownOn(await this.convention.at(position), to);
    const shown = maskedRefusals(countRefusals(candidacies, query), masking);
    const figures = shown.map((one) => ({ ...one, label: this.labelOf(one, motives) }));
    return { from, to, asOf, position, figures };
  }

  private async momentOf(asked: AsOf | undefined, model: ReadModel): Promise<Moment> {
    const asOf = await this.convention.instantOf(asked);
    const { eventStore } = this.installation;
    return asOf === undefined
      ? newestMoment(refusalsProjection, eventStore, model)
      : momentAt(refusalsProjection, eventStore, model, asOf);
  }

  private labelOf({ dimension, id }: ShownRefusalFigure, motives: readonly Motive[]): string | null {
    if (id === null) return null;
    if (id === UNKNOWN) return UNKNOWN;
    switch (dimension) {
      case 'residence':
      case 'holder':
        return this.reference.nameOf(dimension, id);
      case 'composition':
        return (COMPOSITION_NAMES as Readonly<Record<string, string>>)[id] ?? id;
      case 'quartile':
        return quartileName((id.includes('-') ? id : Number(id)) as Parameters<typeof quartileName>[0]);
      default:
        return motiveName(id, motives);
    }
  }
}

function isNarrowed({ filter = {} }: RefusalsQuery): boolean {
  return Object.values(filter).some((code) => code !== undefined);
}
