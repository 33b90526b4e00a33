import { codesOf, kindsOf, type Actor, type ScopeKind } from '#access';
import type { Derivation } from '#allocation';
import { commissionRulesOn, holderDaysOn, motivesKnownOn, type RecordedConvention } from '#convention';
import type { Admission } from '#criteria';
import type { PipelineStores, Sent } from '#deciding';
import type { Position } from '#event-store';
import type { FragilityNote } from '#fragility';
import { dayAt, type Day, type Uuid } from '#kernel';
import type { Contingent, DwellingFacts } from '#territory';
import type { HouseholdNow, Party } from '../circumstances';
import { admissionIn, type CeiledDwelling, type CeiledHousehold } from '../duties/admission';
import { frenchHolidays } from '../french-holidays';
import { motivesOn } from '../motives';
import type { Vacancy } from '../vacancy';
import type { HolidayCalendar } from '../working-days';
import type { CircumstancesSource, RecordedResidence, RecordingCircumstances } from './circumstances-source';
import type { SeenClaims } from './claims';
import { UNKNOWN_HOUSEHOLD, type HouseholdAffairs, type Signing } from './household-affairs';
import type { Kept, SittingStreams } from './kept-streams';
import { ProcessReference } from './process-reference';
import { wasRefusedToPrefect } from './refused-to-prefect';
import type { DwellingReference, VacancyCommand } from './vacancy-command';
import { actingKind, type Places } from './who-acts';

/** The places of a lease that is not signed yet, as figures join them. */
export interface PlaceOfLease {
  readonly today: Day;
  readonly commune: string;
  readonly sector: string | null;
  readonly landlord: string;
  /** The QPV in force. */
  readonly districts: readonly string[];
  readonly note: FragilityNote | null;
  /** Whether the residence is on its landlord's legal list. */
  readonly isListed: boolean;
  readonly contingent: Contingent;
}

/** The kinds of entities that figures are about, as the territory names them. */
const KINDS: Readonly<Partial<Record<string, 'commune' | 'district' | 'landlord' | 'residence' | 'holder'>>> = {
  commune: 'commune',
  bailleur: 'landlord',
  reservataire: 'holder',
  residence: 'residence',
  qpv: 'district',
};

/** The circumstances as they are recorded: places, lists and commissions from the history, the household's affairs from a read model. */
export class RecordedCircumstances implements CircumstancesSource {
  private readonly calendar: HolidayCalendar = frenchHolidays();

  constructor(
    private readonly stores: PipelineStores,
    private readonly households: HouseholdAffairs,
    private readonly reference = new ProcessReference(stores.store),
  ) {}

  ready(): Promise<void> {
    return this.reference.ready();
  }

  reachHead(): Promise<void> {
    return this.reference.reachHead();
  }

  reach(position: Position): Promise<void> {
    return this.reference.reach(position);
  }

  get derivationVersion(): number {
    return this.reference.derivationVersion;
  }

  get claims(): SeenClaims {
    return this.reference.claims;
  }

  get sittings(): SittingStreams {
    return this.reference.sittings;
  }

  vacancy(id: Uuid, isNew?: boolean): Promise<Kept<Vacancy>> {
    return this.reference.vacancies.of(id, isNew);
  }

  async of(
    { actor, command: { act } }: Pick<Sent<VacancyCommand>, 'actor' | 'command'>,
    {
      vacancy,
      household,
      signing,
    }: {
      readonly vacancy: Vacancy | undefined;
      readonly household: Uuid | undefined;
      readonly signing?: Signing | undefined;
    },
  ): Promise<RecordingCircumstances | undefined> {
    const { reference } = this;
    const code = vacancy?.declared.residence ?? (act.verb === 'declaration' ? act.dwelling.residence : '');
    const today = dayAt('at' in act ? act.at : this.stores.clock.now(), reference.timeZone);
    const residence = this.residence(code, today);
    if (!residence) return undefined;
    const on = dayOfAct(act, today);
    const { quorum, voters } = commissionRulesOn(this.convention, residence.landlord, on);
    const places = { residence, holderOf: (holder: string) => reference.holder(holder) };
    return {
      ...places,
      today,
      party: partyOf(actor, actingKind(actor, act, { vacancy, places })),
      motives: motivesOn(on, motivesKnownOn(this.convention, on)),
      calendar: this.calendar,
      holderDelay: holderDaysOn(this.convention, today),
      quorum,
      voters,
      isCommune: (commune) => reference.isCommune(commune),
      isListedOn: (day) => reference.isListedOn(code, day),
      dwellingIsOpen: false,
      stockHolder: vacancy?.declared.stockHolder ?? null,
      substitutionIsOpen: false,
      household: household ? await this.householdNow(household, { act, signing, residence }) : UNKNOWN_HOUSEHOLD,
      numberIsTaken: false,
      derivation: reference.derivation,
      admission: (ceiled, dwelling) => admissionIn(ceiled, dwelling, { day: today, places: reference }),
    };
  }

  /** What derives clear facts, as it is known now, and the present day. */
  derivingNow(): { readonly derivation: Derivation; readonly today: Day } {
    const { derivation, timeZone } = this.reference;
    return { derivation, today: dayAt(this.stores.clock.now(), timeZone) };
  }

  /** Whether the ceiling of the dwelling's financing admits a household today. */
  admissionNow(ceiled: CeiledHousehold, dwelling: CeiledDwelling): Admission {
    return admissionIn(ceiled, dwelling, { day: this.derivingNow().today, places: this.reference });
  }

  /** Where a lease of the vacancy, signed today, would count: once its places were read. */
  placeOfLease({ declared: { residence } }: Vacancy, holder: string): PlaceOfLease {
    const { reference } = this;
    const { today } = this.derivingNow();
    const facts = reference.residence(residence)!;
    return {
      today,
      commune: facts.commune,
      sector: facts.sector ?? null,
      landlord: reference.residenceOn(residence, today)!.landlord,
      districts: reference.districtsOn(residence, today),
      note: reference.noteOn(residence, today),
      isListed: reference.isListedOn(residence, today),
      contingent: reference.holder(holder)?.contingent ?? 'autre',
    };
  }

  /** Null where none was recorded, as far as is known here. */
  get convention(): RecordedConvention | null {
    return this.reference.recordedConvention;
  }

  /** The name of an entity, by the kind that figures give it; its code where it has none. */
  nameOf(kind: string, code: string): string {
    const named = KINDS[kind];
    return named ? this.reference.nameOf(named, code) : code;
  }

  /** Whether the residence stood that day on its landlord's legal list, as far as is known here. */
  isListedOn(residence: string, day: Day): boolean {
    return this.reference.isListedOn(residence, day);
  }

  private async householdNow(
    household: Uuid,
    about: {
      readonly act: VacancyCommand['act'];
      readonly signing: Signing | undefined;
      readonly residence: RecordedResidence;
    },
  ): Promise<HouseholdNow> {
    const { act, signing, residence } = about;
    const now = await this.households.of(household, this.reference, signing);
    if (act.verb !== 'candidates' || act.given.basis !== 'refus_dalo') return now;
    return { ...now, wasRefusedToPrefect: await wasRefusedToPrefect(household, residence.landlord, this.stores.store) };
  }

  /** The places of a vacancy as they are now; undefined where its residence is not known. */
  async placesOf({ declared }: Vacancy): Promise<Places | undefined> {
    const { reference } = this;
    await this.reachHead();
    const residence = reference.residenceOn(declared.residence, dayAt(this.stores.clock.now(), reference.timeZone));
    return residence && { residence, holderOf: (holder) => reference.holder(holder) };
  }

  async dwelling({ residence, reference }: DwellingReference): Promise<DwellingFacts | undefined> {
    const facts = await this.reference.dwellings.of(reference);
    return facts?.residence === residence ? facts : undefined;
  }

  private residence(code: string, today: Day): RecordedResidence | undefined {
    const now = this.reference.residenceOn(code, today);
    if (!now) return undefined;
    return { ...now, districts: this.reference.districtsOn(code, today), note: this.reference.noteOn(code, today) };
  }
}

/** What was admitted on the day of the act counts, not on that of its recording: people type on Monday what happened on Friday. */
function dayOfAct(act: VacancyCommand['act'], today: Day): Day {
  const on = 'given' in act && 'on' in act.given ? act.given.on : undefined;
  return on !== undefined && on < today ? on : today;
}

/**
 * In what quality an actor acts: by its role, and with the codes that cover the vacancy, else with the first that it has.
 * @param kind the kind of those codes; undefined where none covers it
 */
export function partyOf({ role, scope }: Actor, kind: ScopeKind | undefined): Party {
  if (role === 'system') return { kind: 'system' };
  if (role === 'agent_epci') return { kind: 'epci' };
  if (role === 'etat') return { kind: 'state' };
  const acting = kind ?? kindsOf(scope)[0];
  return acting === undefined ? { kind: 'administrator' } : { kind: acting, codes: codesOf(scope, acting) };
}
