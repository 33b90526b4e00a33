import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { maskingOf, type Actor } from '#access';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import { isRefusal, type Day, type Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import type { FragilityQuery } from '../report/reading';
import { FragilitySheets, type ResidenceSheet } from '../report/sheet';
import { LeasesOfResidence, type LeaseFigure } from './leases-of-residence';

/**
 * The sheet, with the leases signed since its notes came into force; null where there is neither a row nor a survey, and for whoever reads
 * masked figures.
 */
export interface SheetWithLeases extends ResidenceSheet {
  readonly allocations: { readonly from: Day; readonly to: Day; readonly figures: readonly LeaseFigure[] } | null;
}

/** All that is known of a residence's fragility on a day. */
export class ReadResidenceSheet extends Query<SheetWithLeases | Refusal> {
  constructor(
    readonly residence: string,
    readonly query: FragilityQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReadResidenceSheet)
export class ReadResidenceSheetHandler implements IQueryHandler<ReadResidenceSheet> {
  constructor(
    private readonly installation: Installation,
    private readonly queries: QueryBus,
    private readonly sheets: FragilitySheets,
  ) {}

  async execute({ residence, query, actor, atLeast }: ReadResidenceSheet): Promise<SheetWithLeases | Refusal> {
    await reachHead(this.installation, fragilityProjection, { atLeast });
    const sheet = await this.sheets.sheet(residence, query, actor);
    if (isRefusal(sheet)) return sheet;
    const { since: from } = sheet.notes;
    const { on: to } = sheet;
    // A residence has few leases: whoever reads masked figures is told none of them here.
    if (from === null || maskingOf(actor) !== null) return { ...sheet, allocations: null };
    const figures = await this.queries.execute(new LeasesOfResidence(residence, from, to, query.asOf));
    return { ...sheet, allocations: { from, to, figures } };
  }
}
