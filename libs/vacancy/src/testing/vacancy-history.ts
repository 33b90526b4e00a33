import type { Uuid } from '#kernel';
import { aCommune, aHolder, aLandlord, aResidence, TerritoryHistory } from '#territory/testing';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { DECLARED_FACTS } from './builders';
import { COMMUNE, HOLDERS, LANDLORD } from './circumstances';

type Steps = readonly (VacancyEvent | readonly VacancyEvent[])[];

/** A history of vacancies in the setting of the stories, written event by event. */
export class VacancyHistory extends TerritoryHistory {
  /** The residence of the stories, its landlord, its commune, and the town's holder. */
  async setting(): Promise<void> {
    await this.declare('Commune', aCommune(COMMUNE));
    await this.declare('Landlord', aLandlord(LANDLORD));
    await this.declare('Residence', aResidence(DECLARED_FACTS.residence, { landlord: LANDLORD, commune: COMMUNE }));
    const town = { contingent: 'commune', commune: COMMUNE } as const;
    await this.declare('ReservationHolder', aHolder(HOLDERS.town, town));
    await this.declare('ReservationHolder', aHolder(HOLDERS.epci, { contingent: 'epci' }));
    await this.declare('ReservationHolder', aHolder(HOLDERS.state));
  }

  async steps(vacancy: Uuid, ...events: Steps): Promise<void> {
    for (const { type, data } of events.flat() as readonly VacancyEvent[])
      await this.record(VACANCY_STREAMS.name(vacancy), type, data);
  }
}
