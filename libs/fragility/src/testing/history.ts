import { CONVENTION_STREAM, type ConventionEvent, type FragilityScale } from '#convention';
import { aConvention, anAmendment } from '#convention/testing';
import { day, type Day } from '#kernel';
import { TerritoryHistory } from '#territory/testing';
import { NOTE_STREAMS, SURVEY_STREAMS, type NoteFacts, type SurveyFacts } from '../events';

export const aNote = (residence: string, from: string, facts: Partial<NoteFacts> = {}): NoteFacts => ({
  residence,
  from: day(from),
  statistical: null,
  commune: null,
  landlord: null,
  final: null,
  consensus: null,
  ...facts,
});

/** The survey of a sound residence, noted 1, or of a fragile one, noted 5. */
export const aSurvey = (
  residence: string,
  year: number,
  fragile = false,
  facts: Partial<SurveyFacts> = {},
): SurveyFacts => ({
  residence,
  year,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: fragile ? '60' : '10',
  adultsInWork: fragile ? '40' : '80',
  largeFamilies: fragile ? '30' : '5',
  singleParents: fragile ? '40' : '10',
  minors: fragile ? '50' : '20',
  ...facts,
});

/** A history in which residences are also noted and surveyed, by the scale of a convention. */
export class FragilityHistory extends TerritoryHistory {
  private adopted = false;

  async note(facts: NoteFacts): Promise<void> {
    await this.recordRow(NOTE_STREAMS, facts);
  }

  async survey(facts: SurveyFacts): Promise<void> {
    await this.recordRow(SURVEY_STREAMS, facts);
  }

  /** Adopts a convention with a scale of surveys, or amends it from a day on; the territory keeps its id. */
  async scale(fragilityScale: FragilityScale | null, effectiveOn: Day): Promise<void> {
    const event: ConventionEvent = this.adopted
      ? { type: 'ConventionAmended', data: anAmendment({ fragilityScale, effectiveOn }) }
      : {
          type: 'ConventionAdopted',
          data: aConvention({ fragilityScale, territory: { ...aConvention().territory, siren: null } }),
        };
    this.adopted = true;
    await this.convene(event);
  }

  /** Records a convention, or an amendment of it. */
  async convene(event: ConventionEvent): Promise<void> {
    await this.record(CONVENTION_STREAM.name(), event.type, event.data);
  }
}
