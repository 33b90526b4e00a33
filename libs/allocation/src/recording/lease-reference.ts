import { evolveConvention, type ConventionEvent, type RecordedConvention, type ThresholdFacts } from '#convention';
import { followerOf, type Follower } from '#deciding';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { applyChanges, type Changes, type Day } from '#kernel';
import type { CommuneFacts, OwnershipFacts, ReservationHolderFacts, ResidenceFacts } from '#territory';
import { ALLOCATION_STREAMS } from '../events';
import type { Derivation } from '../verbs/record-lease';
import { KnownFacts } from './known-facts';

/** What a type of event says, and whether it changes what is drawn from a lease. */
const READ = {
  CommuneDeclared: 'commune',
  CommuneCorrected: 'commune',
  ThresholdSet: 'bounds',
  ThresholdCorrected: 'bounds',
  ResidenceDeclared: 'residence',
  ResidenceCorrected: 'residence',
  OwnershipChanged: 'ownership',
  OwnershipCorrected: 'ownership',
  ReservationHolderDeclared: 'holder',
  ReservationHolderCorrected: 'holder',
  ConventionAdopted: 'convention',
  ConventionAmended: 'convention',
} as const;

/** What one lease is held against, in memory: communes, yearly bounds, residences and their owners, holders, the convention. */
export class LeaseReference implements Follower {
  private readonly known = new KnownFacts();
  private readonly facts = new Map<string, object>();
  private readonly residences = new Map<string, ResidenceFacts>();
  private readonly ownerships = new Map<string, Map<Day, OwnershipFacts>>();
  private readonly holders = new Set<string>();
  private recorded: RecordedConvention | null = null;
  private derivationChanges = 0;
  private readonly follower: Follower;

  constructor(store: EventStore) {
    const fold = { types: Object.keys(READ), apply: (event: RecordedEvent) => this.apply(event) };
    this.follower = followerOf(store, fold, ALLOCATION_STREAMS.types);
  }

  /** Bounds and communes, as they stand now: always the same object. */
  get derivation(): Derivation {
    return this.known;
  }

  /** Another number each time that bounds or communes change. */
  get derivationVersion(): number {
    return this.derivationChanges;
  }

  /** Null where none was recorded. */
  get convention(): RecordedConvention | null {
    return this.recorded;
  }

  residence(code: string): ResidenceFacts | undefined {
    return this.residences.get(code);
  }

  hasHolder(code: string): boolean {
    return this.holders.has(code);
  }

  /** The newest owner whose day has come; before any, the landlord that the residence was declared with. */
  landlordOn(residence: ResidenceFacts, day: Day): string {
    let newest: OwnershipFacts | undefined;
    for (const ownership of this.ownerships.get(residence.code)?.values() ?? [])
      if (ownership.from <= day && (!newest || ownership.from > newest.from)) newest = ownership;
    return newest ? newest.landlord : residence.landlord;
  }

  ready(): Promise<void> {
    return this.follower.ready();
  }

  reachHead(): Promise<void> {
    return this.follower.reachHead();
  }

  /** @param position of an event of a lease */
  reach(position: Position): Promise<void> {
    return this.follower.reach(position);
  }

  private apply(event: RecordedEvent): void {
    const kind = READ[event.type as keyof typeof READ];
    if (kind === 'convention') this.recorded = evolveConvention(this.recorded, event as unknown as ConventionEvent);
    else this.applyRecord(kind, this.factsAfter(event));
  }

  private applyRecord(kind: Exclude<(typeof READ)[keyof typeof READ], 'convention'>, facts: object): void {
    switch (kind) {
      case 'commune':
        if (this.known.addCommune(facts as CommuneFacts)) this.derivationChanges += 1;
        break;
      case 'bounds':
        this.known.setBounds(facts as ThresholdFacts);
        this.derivationChanges += 1;
        break;
      case 'residence':
        this.residences.set((facts as ResidenceFacts).code, facts as ResidenceFacts);
        break;
      case 'ownership':
        this.setOwnership(facts as OwnershipFacts);
        break;
      case 'holder':
        this.holders.add((facts as ReservationHolderFacts).code);
        break;
    }
  }

  private factsAfter({ stream, data }: RecordedEvent): object {
    const before = this.facts.get(stream);
    const changes = data['changes'] as Changes<object> | undefined;
    const facts = before && changes ? applyChanges(before, changes) : data;
    this.facts.set(stream, facts);
    return facts;
  }

  private setOwnership(facts: OwnershipFacts): void {
    let ofResidence = this.ownerships.get(facts.residence);
    if (!ofResidence) this.ownerships.set(facts.residence, (ofResidence = new Map<Day, OwnershipFacts>()));
    ofResidence.set(facts.from, facts);
  }
}
