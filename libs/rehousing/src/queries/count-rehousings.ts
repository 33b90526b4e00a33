import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CountRehousings, type CountedRehousings } from '#compliance/module';
import { Installation, reachHead } from '#installation';
import { rehousingProjection } from '../projections/rehousing-projection';
import { RehousingReports } from '../report';

/** Counts rehousings for the objectives of the convention. */
@QueryHandler(CountRehousings)
export class CountRehousingsHandler implements IQueryHandler<CountRehousings> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: RehousingReports,
  ) {}

  async execute({ day, position }: CountRehousings): Promise<CountedRehousings> {
    await reachHead(this.installation, rehousingProjection);
    return this.reports.counts(day, position);
  }
}
