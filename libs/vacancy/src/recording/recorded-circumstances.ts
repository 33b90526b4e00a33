import { codesOf, kindsOf, type Actor, type ScopeKind } from '#access';
import type { PipelineStores, Sent } from '#deciding';
import { readWholeStream } from '#event-store';
import { dayAt, evolveRecord, type Day, type RecordData, type Uuid } from '#kernel';
import { DWELLING_STREAMS, type DwellingFacts } from '#territory';
import type { Party } from '../circumstances';
import { frenchHolidays } from '../french-holidays';
import { DEFAULT_MOTIVES } from '../motives';
import type { Vacancy } from '../vacancy';
import type { HolidayCalendar } from '../working-days';
import type { CircumstancesSource, RecordedResidence, RecordingCircumstances } from './circumstances-source';
import { UNKNOWN_HOUSEHOLD, type HouseholdAffairs } from './household-affairs';
import { ProcessReference } from './process-reference';
import type { DwellingReference, VacancyCommand } from './vacancy-command';
import { actingKind, type Places } from './who-acts';

/** Days that an orientation without a last day leaves to its holder: the default of the flow convention. */
const HOLDER_DELAY = 30;

/** The circumstances as they are recorded: places, lists and commissions from the history, the household's affairs from a read model. */
export class RecordedCircumstances implements CircumstancesSource {
  private readonly reference: ProcessReference;
  private readonly calendar: HolidayCalendar = frenchHolidays();

  constructor(
    private readonly stores: PipelineStores,
    private readonly households: HouseholdAffairs,
  ) {
    this.reference = new ProcessReference(stores.store);
  }

  ready(): Promise<void> {
    return this.reference.reachHead();
  }

  async of(
    { actor, command: { act } }: Pick<Sent<VacancyCommand>, 'actor' | 'command'>,
    { vacancy, household }: { readonly vacancy: Vacancy | undefined; readonly household: Uuid | undefined },
  ): Promise<RecordingCircumstances | undefined> {
    const { reference } = this;
    const code = vacancy?.declared.residence ?? (act.verb === 'declaration' ? act.dwelling.residence : '');
    const today = dayAt('at' in act ? act.at : this.stores.clock.now(), reference.timeZone);
    const residence = this.residence(code, today);
    if (!residence) return undefined;
    const places = { residence, holderOf: (holder: string) => reference.holder(holder) };
    return {
      ...places,
      today,
      party: partyOf(actor, actingKind(actor, act, { vacancy, places })),
      motives: DEFAULT_MOTIVES,
      calendar: this.calendar,
      holderDelay: HOLDER_DELAY,
      quorum: null,
      isCommune: (commune) => reference.isCommune(commune),
      isListedOn: (day) => reference.isListedOn(code, day),
      dwellingIsOpen: false,
      stockHolder: vacancy?.declared.stockHolder ?? null,
      substitutionIsOpen: false,
      household: household ? await this.households.of(household) : UNKNOWN_HOUSEHOLD,
      numberIsTaken: false,
      derivation: reference.derivation,
      dwelling: act.verb === 'declaration' ? await this.dwelling(act.dwelling) : undefined,
    };
  }

  /** The places of a vacancy as they are now; undefined where its residence is not known. */
  async placesOf({ declared }: Vacancy): Promise<Places | undefined> {
    const { reference } = this;
    await this.ready();
    const residence = reference.residenceOn(declared.residence, dayAt(this.stores.clock.now(), reference.timeZone));
    return residence && { residence, holderOf: (holder) => reference.holder(holder) };
  }

  /** The dwelling as a file named it; undefined where none did, or where it stands in another residence. */
  private async dwelling({ residence, reference }: DwellingReference): Promise<DwellingFacts | undefined> {
    const events = await readWholeStream(this.stores.store, DWELLING_STREAMS.name(reference));
    const facts = events.reduce<DwellingFacts | undefined>(
      (before, { data }) => evolveRecord(before, data as unknown as RecordData<DwellingFacts>),
      undefined,
    );
    return facts?.residence === residence ? facts : undefined;
  }

  private residence(code: string, today: Day): RecordedResidence | undefined {
    const now = this.reference.residenceOn(code, today);
    if (!now) return undefined;
    return { ...now, districts: this.reference.districtsOn(code, today), note: this.reference.noteOn(code, today) };
  }
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
