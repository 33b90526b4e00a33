import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVERYTHING } from '#access';
import { ConventionHistory } from '#convention';
import type { Position } from '#event-store';
import { LEASE_FIGURE_CODES, LeasesOfResidence, type LeaseFigure } from '#fragility/module';
import { Installation } from '#installation';
import type { Day } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel } from '#read-store';
import { countersOf } from '../figures/counters';
import { figuresFrom } from '../figures/figure';
import { emptyVector, type Vector } from '../figures/vector';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL, type AllocationDocument } from '../projections/model';
import { ComplianceFreshness } from './freshness';

const PAGE = 1_000;

/** Counts the leases of a residence for its fragility sheet. */
@QueryHandler(LeasesOfResidence)
export class LeasesOfResidenceHandler implements IQueryHandler<LeasesOfResidence> {
  constructor(
    private readonly installation: Installation,
    private readonly freshness: ComplianceFreshness,
    private readonly convention: ConventionHistory,
  ) {}

  async execute({ asOf: asked, ...query }: LeasesOfResidence): Promise<readonly LeaseFigure[]> {
    await this.freshness.reachHead();
    const { eventStore, readStore } = this.installation;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const asOf = await this.convention.instantOf(asked);
    const { reading } = await (asOf === undefined
      ? newestMoment(complianceProjection, eventStore, model)
      : momentAt(complianceProjection, eventStore, model, asOf));
    const counts = await countsOfResidence(model, query, reading);
    const figures = figuresFrom(counts, { kind: 'residence', id: query.residence, label: query.residence });
    return LEASE_FIGURE_CODES.map((code) => {
      const { numerator, denominator, rate } = figures.find((figure) => figure.code === code)!;
      return { code, numerator, denominator, rate };
    });
  }
}

/** The counts of one residence over days, both included, from the facts that held at the position. */
async function countsOfResidence(
  model: ReadModel,
  { residence, from, to }: { readonly residence: string; readonly from: Day; readonly to: Day },
  position: Position,
): Promise<Vector> {
  const counts = emptyVector();
  const facts = {
    collection: 'allocations',
    scope: EVERYTHING,
    where: { residence, day: { gte: from, lte: to }, from: { lte: position }, to: { gt: position } },
    limit: PAGE,
  };
  await eachDocument<AllocationDocument>(model, facts, ({ body }) => {
    for (const counter of countersOf(body)) counts[counter]! += 1;
    return true;
  });
  return counts;
}
