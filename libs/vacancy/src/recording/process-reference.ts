import { ALLOCATION_STREAMS, KnownFacts, type Derivation } from '#allocation';
import {
  CONVENTION_STREAM,
  evolveConvention,
  THRESHOLD_STREAMS,
  timeZoneOf,
  type RecordedConvention,
  type ThresholdFacts,
} from '#convention';
import { CEILING_STREAMS, Ceilings, PROOF_RULE_STREAMS, ProofRules } from '#criteria';
import { followerOf, type Follower } from '#deciding';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import {
  listInForce,
  NOTE_STREAMS,
  noteOn,
  PRIORITY_LIST_STREAMS,
  scalesOf,
  SURVEY_STREAMS,
  type FragilityNote,
  type NoteFacts,
  type PriorityListFacts,
  type SurveyFacts,
} from '#fragility';
import { evolveRecord, type Day, type RecordData, type Uuid } from '#kernel';
import {
  isTerritoryEvent,
  KnownTerritory,
  territoryTypes,
  type CeilingZone,
  type CommuneFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import { APPLICATION_STREAMS, APPLICATIONS } from '../applications/application';
import type { ResidenceNow } from '../circumstances';
import { VACANCY_STREAMS } from '../events';
import { isCommissionOn, QPV_COMMISSION_STREAMS, type QpvCommissionFacts } from '../qpv-commissions/qpv-commission';
import { SITTING_STREAMS } from '../sittings/sitting';
import { CLAIM_STREAMS, SeenClaims } from './claims';
import { dwellingRowsOf, type DwellingRows } from './dwelling-rows';
import { sittingStreamsOf, vacancyStreamsOf, type SittingStreams, type VacancyStreams } from './kept-streams';
import { RecentLeases } from './recent-leases';

const TYPES = [
  ...territoryTypes('commune', 'district', 'landlord', 'residence', 'ownership', 'holder'),
  ...THRESHOLD_STREAMS.types,
  ...CONVENTION_STREAM.types,
  ...PRIORITY_LIST_STREAMS.types,
  ...NOTE_STREAMS.types,
  ...SURVEY_STREAMS.types,
  ...QPV_COMMISSION_STREAMS.types,
  ...APPLICATION_STREAMS.types,
  ...CEILING_STREAMS.types,
  ...PROOF_RULE_STREAMS.types,
];

/**
 * What the process is decided on, in memory: places, holders, bounds, legal lists, QPV commissions, applications that ended, and the
 * newest leases, claims, sittings and vacancies.
 */
export class ProcessReference {
  private readonly territory = new KnownTerritory();
  private readonly known = new KnownFacts();
  private readonly bounds = new Map<string, ThresholdFacts>();
  /** By stream: a list established again on the same day replaces the first. */
  private readonly lists = new Map<string, { readonly facts: PriorityListFacts }>();
  private readonly notes = new Records<NoteFacts>();
  private readonly surveys = new Records<SurveyFacts>();
  private readonly districts = new Map<string, PriorityDistrictFacts>();
  private readonly commissions = new Map<string, QpvCommissionFacts>();
  private readonly ended = new Set<string>();
  /** By commune. */
  private readonly zones = new Map<string, CeilingZone | null>();
  readonly ceilings = new Ceilings();
  readonly proofRules = new ProofRules();
  private convention: RecordedConvention | null = null;
  /** Leases that the read model may not show yet. */
  readonly leases = new RecentLeases();
  readonly claims = new SeenClaims();
  readonly vacancies: VacancyStreams;
  readonly sittings: SittingStreams;
  readonly dwellings: DwellingRows;
  private derivationChanges = 0;
  private readonly follower: Follower;

  constructor(store: EventStore) {
    this.vacancies = vacancyStreamsOf(store);
    this.sittings = sittingStreamsOf(store);
    this.dwellings = dwellingRowsOf(store);
    const fold = {
      types: [...TYPES, ...this.dwellings.types],
      followedTypes: [
        ...ALLOCATION_STREAMS.types,
        ...CLAIM_STREAMS.types,
        ...this.vacancies.types,
        ...this.sittings.types,
      ],
      begin: (position: Position) => this.leases.begin(position),
      apply: (event: RecordedEvent) => this.apply(event),
    };
    this.follower = followerOf(store, fold, []);
  }

  /** Resolves once decisions can use it. See `Follower`. */
  ready(): Promise<void> {
    return this.follower.ready();
  }

  /** Resolves once every event recorded before this call is known. */
  reachHead(): Promise<void> {
    return this.follower.reachHead();
  }

  /** Resolves once every event up to that of a lease is known. */
  reach(position: Position): Promise<void> {
    return this.follower.reach(position);
  }

  get derivation(): Derivation {
    return this.known;
  }

  /** Grows each time that bounds or communes change. */
  get derivationVersion(): number {
    return this.derivationChanges;
  }

  get recordedConvention(): RecordedConvention | null {
    return this.convention;
  }

  get timeZone(): string {
    return timeZoneOf(this.convention);
  }

  residence(code: string): ResidenceFacts | undefined {
    return this.territory.residence(code);
  }

  /** The name that people know a place or a landlord by; the code itself where none is known. */
  nameOf(kind: 'commune' | 'district' | 'landlord' | 'residence' | 'holder', code: string): string {
    return this.territory.known(kind, code)?.name ?? code;
  }

  holder(code: string): ReservationHolderFacts | undefined {
    return this.territory.known('holder', code);
  }

  isLandlord(code: string): boolean {
    return this.territory.known('landlord', code) !== undefined;
  }

  /** The codes of every district that the commune has had. */
  districtsOf(commune: string): readonly string[] {
    return [...this.districts.values()].filter((one) => one.commune === commune).map(({ code }) => code);
  }

  /** The zone of the ceilings in a commune; null where it is not known. */
  zoneOf(commune: string): CeilingZone | null {
    return this.zones.get(commune) ?? null;
  }

  /** The zone of every commune; null where they have several, or one has none. */
  get onlyZone(): CeilingZone | null {
    const [zone = null, ...others] = new Set(this.zones.values());
    return others.length === 0 ? zone : null;
  }

  isCommune(code: string): boolean {
    return this.territory.known('commune', code) !== undefined;
  }

  districtsOn(residence: string, day: Day): readonly string[] {
    return this.territory.districtsOn(residence, day).map(({ code }) => code);
  }

  /** Undefined where the residence is not known. */
  residenceOn(code: string, day: Day): ResidenceNow | undefined {
    const facts = this.residence(code);
    const landlord = this.territory.landlordOn(code, day);
    if (!facts || landlord === undefined) return undefined;
    const districts = this.districtsOn(code, day);
    return {
      landlord,
      otherLandlords: [...this.territory.landlordsOf(code)].filter((one) => one !== landlord),
      commune: facts.commune,
      isInDistrict: districts.length > 0,
      hasQpvCommission: isCommissionOn(day, districts, this.commissions.get(facts.commune)),
    };
  }

  /** Whether the residence stood that day on the list in force of the landlord that had it (L441-2-2). */
  isListedOn(residence: string, day: Day): boolean {
    const landlord = this.territory.landlordOn(residence, day);
    const list = landlord === undefined ? null : listInForce(day, landlord, this.lists.values());
    return list?.residences.some((one) => one.residence === residence) ?? false;
  }

  /** Whether the application of the household has ended, and was not reopened since. */
  hasEnded(household: Uuid): boolean {
    return this.ended.has(APPLICATION_STREAMS.name(household));
  }

  noteOn(residence: string, day: Day): FragilityNote | null {
    return noteOn(day, this.notes.of(residence), this.surveys.of(residence), scalesOf(this.convention));
  }

  private apply(event: RecordedEvent): void {
    if (this.dwellings.has(event)) this.dwellings.apply(event);
    else if (isTerritoryEvent(event)) {
      const record = this.territory.apply(event);
      if (record.kind === 'commune') this.setCommune(record.facts);
      if (record.kind === 'district') this.districts.set(record.facts.code, record.facts);
    } else if (THRESHOLD_STREAMS.has(event.type)) this.setBounds(event);
    else if (PRIORITY_LIST_STREAMS.has(event.type))
      this.lists.set(event.stream, { facts: PRIORITY_LIST_STREAMS.read(event).data });
    else if (CEILING_STREAMS.has(event.type)) this.ceilings.apply(event);
    else if (PROOF_RULE_STREAMS.has(event.type)) this.proofRules.apply(event);
    else if (NOTE_STREAMS.has(event.type)) this.notes.apply(event);
    else if (SURVEY_STREAMS.has(event.type)) this.surveys.apply(event);
    else if (ALLOCATION_STREAMS.has(event.type)) this.leases.apply(event);
    else if (CLAIM_STREAMS.has(event.type)) this.setClaim(event);
    else if (VACANCY_STREAMS.has(event.type)) this.vacancies.apply(event);
    else if (SITTING_STREAMS.has(event.type)) this.sittings.apply(event);
    else if (APPLICATION_STREAMS.has(event.type)) this.setApplication(event);
    else if (QPV_COMMISSION_STREAMS.has(event.type)) this.setCommission(QPV_COMMISSION_STREAMS.read(event).data);
    else this.convention = evolveConvention(this.convention, CONVENTION_STREAM.read(event));
  }

  private setCommune(facts: CommuneFacts): void {
    if (this.known.addCommune(facts)) this.derivationChanges += 1;
    this.zones.set(facts.code, facts.ceilingZone ?? null);
  }

  private setBounds({ stream, data }: RecordedEvent): void {
    const bounds = evolveRecord(this.bounds.get(stream), data as unknown as RecordData<ThresholdFacts>)!;
    this.bounds.set(stream, bounds);
    this.known.setBounds(bounds);
    this.derivationChanges += 1;
  }

  private setClaim(event: RecordedEvent): void {
    this.leases.applyClaim(event);
    this.claims.apply(event);
  }

  private setApplication(event: RecordedEvent): void {
    const { ended } = APPLICATIONS.evolve(APPLICATIONS.initial, APPLICATION_STREAMS.read(event));
    if (ended) this.ended.add(event.stream);
    else this.ended.delete(event.stream);
  }

  private setCommission(commission: QpvCommissionFacts): void {
    this.commissions.set(commission.commune, commission);
  }
}

const OF_STORES = new WeakMap<EventStore, ProcessReference>();

/** The one that commands and process managers share, so that each event is read once. */
export function processReferenceOf(store: EventStore): ProcessReference {
  const known = OF_STORES.get(store) ?? new ProcessReference(store);
  OF_STORES.set(store, known);
  return known;
}

/** The newest facts of each row, by residence. */
class Records<Facts extends { readonly residence: string }> {
  private readonly rows = new Map<string, Map<string, Facts>>();
  private readonly residences = new Map<string, string>();

  apply({ stream, data }: RecordedEvent): void {
    const known = this.residences.get(stream);
    const facts = evolveRecord(
      known === undefined ? undefined : this.rows.get(known)?.get(stream),
      data as unknown as RecordData<Facts>,
    )!;
    const ofResidence = this.rows.get(facts.residence) ?? new Map<string, Facts>();
    this.rows.set(facts.residence, ofResidence.set(stream, facts));
    this.residences.set(stream, facts.residence);
  }

  of(residence: string): readonly Facts[] {
    return [...(this.rows.get(residence)?.values() ?? [])];
  }
}
