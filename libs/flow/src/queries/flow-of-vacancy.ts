import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readWholeStream } from '#event-store';
import { Installation } from '#installation';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS } from '#vacancy';
import { FlowOfVacancy, type FlowOfOrientation } from '#vacancy/module';
import { shareId, WHOLE } from '../events';
import { evolveFlowDwelling, type FlowDwelling } from '../figures/flow-dwelling';
import { givenBy } from '../figures/proposals';
import { owedOf, sum } from '../figures/tally';
import { FLOW_MODEL, type DwellingDocument, type GivenDocument, type ShareDocument } from '../projections/model';
import { givenId } from '../projections/flow-projection';

/** What the orientation of one vacancy makes of the flow. It counts at once; other vacancies, where the projection has read them. */
@QueryHandler(FlowOfVacancy)
export class FlowOfVacancyHandler implements IQueryHandler<FlowOfVacancy> {
  constructor(private readonly installation: Installation) {}

  async execute({ vacancy }: FlowOfVacancy): Promise<FlowOfOrientation | null> {
    const recorded = await this.recorded(vacancy);
    const now = recorded && givenBy(recorded);
    if (!now) return null;
    const { year, holder } = now;
    const { landlord } = recorded;
    const model = await this.installation.readStore.active(FLOW_MODEL);
    const share = await model.get<ShareDocument>('shares', shareId({ year, landlord, holder }));
    const counted = (await model.get<GivenDocument>('given', givenId(year, landlord)))?.body.given ?? [];
    const dwelling = await model.get<DwellingDocument>('dwellings', vacancy);
    const before = dwelling && givenBy(dwelling.body.versions.at(-1)!.facts);
    const count = (counts: (code: string) => boolean): number => {
      const withIt = sum(counted.filter((one) => counts(one.holder)).map((one) => one.count));
      return withIt - (before?.year === year && counts(before.holder) ? 1 : 0) + 1;
    };
    const [given, dwellings] = [count((code) => code === holder), count(() => true)];
    const agreed = share?.body.versions.at(-1)?.facts.share ?? null;
    const { owed, missing } = owedOf(agreed ?? 0, given, dwellings);
    return {
      year,
      holder,
      share: agreed === null ? null : agreed / WHOLE,
      owed: owed / WHOLE,
      given,
      dwellings,
      givenShare: given / dwellings,
      missing,
    };
  }

  private async recorded(vacancy: Uuid): Promise<FlowDwelling | undefined> {
    const events = await readWholeStream(this.installation.eventStore, VACANCY_STREAMS.name(vacancy));
    return events.reduce<FlowDwelling | undefined>(
      (state, event) => evolveFlowDwelling(state, VACANCY_STREAMS.read(event)),
      undefined,
    );
  }
}
