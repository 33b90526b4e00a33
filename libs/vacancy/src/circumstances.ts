import type { Voter } from '#convention';
import type { Day } from '#kernel';
import type { ReservationHolderFacts } from '#territory';
import type { Motives } from './motives';
import type { HolidayCalendar } from './working-days';

/** In what quality the actor acts on the vacancy. Whether the role may act at all is decided before, by the table of rights. */
export type Party =
  | { readonly kind: 'administrator' | 'epci' | 'state' | 'system' }
  /** The codes of the actor's scope. */
  | { readonly kind: 'landlord' | 'holder' | 'commune'; readonly codes: readonly string[] };

/** What a decision needs to know beside the vacancy itself: days, places, the household's other affairs. */
export interface Circumstances {
  /** The present day in the territory's zone. */
  readonly today: Day;
  readonly party: Party;
  readonly motives: Motives;
  readonly calendar: HolidayCalendar;
  /** Days that an orientation without `date_limite` leaves to its holder. */
  readonly holderDelay: number;
  /** The least number of voting members present; null where the landlord has set none. */
  readonly quorum: number | null;
  /** Who votes in the landlord's commission. */
  readonly voters: readonly Voter[];
  readonly residence: ResidenceNow;
  readonly holderOf: (code: string) => ReservationHolderFacts | undefined;
  readonly isCommune: (code: string) => boolean;
  /** Whether the residence stood on its landlord's legal list on that day. */
  readonly isListedOn: (day: Day) => boolean;
  /** Whether the dwelling has a vacancy that is neither let nor closed. */
  readonly dwellingIsOpen: boolean;
  /** The holder to which a first letting of this dwelling belongs; null where it is not known. */
  readonly stockHolder: string | null;
  /** Whether the prefect may designate in the place of this landlord today. */
  readonly substitutionIsOpen: boolean;
  /** The household that the command is about. */
  readonly household: HouseholdNow;
  /** Whether the allocation number belongs to another lease. */
  readonly numberIsTaken: boolean;
}

export interface ResidenceNow {
  readonly landlord: string;
  /** Landlords that had the residence on another day. */
  readonly otherLandlords: readonly string[];
  readonly commune: string;
  readonly isInDistrict: boolean;
  /** Whether a QPV commission is on today for this residence. */
  readonly hasQpvCommission: boolean;
}

export interface HouseholdNow {
  /** A lease under its numéro unique is recorded and not cancelled, or is being signed. */
  readonly isHoused: boolean;
  readonly hasEnded: boolean;
  /** A landlord refused it although the prefect had designated it. */
  readonly wasRefusedToPrefect: boolean;
}
