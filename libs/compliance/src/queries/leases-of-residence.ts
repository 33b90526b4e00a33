import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ConventionHistory } from '#convention';
import { LEASE_FIGURE_CODES, LeasesOfResidence, type LeaseFigure } from '#fragility/module';
import { Installation } from '#installation';
import { momentAt, newestMoment } from '#processing';
import { figuresFrom } from '../figures/figure';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL } from '../projections/model';
import { countsOfResidence } from '../report/residence-leases';
import { ComplianceFreshness } from './freshness';

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
