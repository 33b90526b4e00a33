import type { Derivation } from '#allocation';
import { evolveConvention, type ConventionEvent, type RecordedConvention, type ThresholdFacts } from '#convention';
import { START, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { applyChanges, type Changes, type Day } from '#kernel';
import type { CommuneFacts, OwnershipFacts, ReservationHolderFacts, ResidenceFacts } from '#territory';
import { KnownFacts } from '../importing/known-facts';

const PAGE = 1_000;

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
const TYPES = Object.keys(READ);

/**
 * What one lease is held against: communes, yearly bounds, residences and their owners, holders. Kept in memory and brought up to
 * the history's head before each use: only what was recorded since is read, once for all who ask in the same turn.
 */
export class RecordedTerritory {
  private readonly known = new KnownFacts();
  private readonly facts = new Map<string, object>();
  private readonly residences = new Map<string, ResidenceFacts>();
  private readonly ownerships = new Map<string, Map<Day, OwnershipFacts>>();
  private readonly holders = new Set<string>();
  private told: RecordedConvention | null = null;
  /** Everything up to there was read. */
  private position: Position = START;
  private derivationChanges = 0;
  private turn: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

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
    return this.told;
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

  /** Resolves once everything recorded before this call is known. */
  reachHead(): Promise<void> {
    this.turn ??= this.nextTurn();
    return this.turn;
  }

  /** Resolves once everything recorded up to the position is known. */
  async reach(position: Position): Promise<void> {
    if (this.position < position) await this.reachHead();
  }

  /** Who asks until the reading begins shares it; who asks later has the next one. */
  private async nextTurn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.turn = undefined;
    const reading = this.reading.then(() => this.readToHead());
    this.reading = reading.catch(() => undefined);
    await reading;
  }

  private async readToHead(): Promise<void> {
    const head = await this.store.head();
    if (!head || head.position <= this.position) return;
    for (;;) {
      const page = await this.store.readAll({ from: this.position, types: TYPES, maxCount: PAGE });
      for (const event of page) this.apply(event);
      if (page.length < PAGE) break;
    }
    // What was there before the last page was read has been seen, of these types or not.
    if (this.position < head.position) this.position = head.position;
  }

  private apply(event: RecordedEvent): void {
    const kind = READ[event.type as keyof typeof READ];
    if (kind === 'convention') this.told = evolveConvention(this.told, event as unknown as ConventionEvent);
    else this.applyRecord(kind, this.factsAfter(event));
    this.position = event.position;
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
