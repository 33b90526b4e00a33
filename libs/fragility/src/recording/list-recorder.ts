import { covers, may, SYSTEM, type Actor } from '#access';
import { timeZoneOf, type ConventionHistory } from '#convention';
import { Installation, reachHead } from '#installation';
import { canonicalJson, dayAt, isRefusal, refuse, Turns, type Correlation, type Day, type Refusal } from '#kernel';
import type { PriorityListFacts } from '../events';
import { noteOn } from '../note-on';
import { fragilityProjection } from '../projections/fragility-projection';
import { landlordOn } from '../projections/model';
import { FragilityReadings } from '../report/reading';
import { scaleOn } from '../survey-scale';
import { establishList, type NotedResidence } from '../verbs/establish-list';
import { RequestLog, type Deed, type DeedReceipt } from './request-log';

export interface ToldListing {
  readonly landlord: string;
  /** Today where absent. */
  readonly on?: Day;
}

/** What establishing a list came to, with the list itself. */
export interface ListReceipt extends Omit<DeedReceipt, 'stream'>, PriorityListFacts {}

/** Establishes landlords' legal lists of priority residences. */
export class ListRecorder {
  private readonly log: RequestLog;
  private readonly readings: FragilityReadings;
  private readonly turns = new Turns();

  constructor(
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
  ) {
    const { eventStore, readStore, clock } = installation;
    this.log = new RequestLog({ store: eventStore, clock, vault: () => installation.vault() });
    this.readings = new FragilityReadings({ events: eventStore, readStore, clock, convention });
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed` (a landlord establishes its own), `unknown-landlord`, `idempotency-key-reused`, and as the verb.
   * @throws CodedError `recording-conflict`
   */
  async establish(
    told: ToldListing,
    actor: Actor,
    requestKey?: string,
    correlation?: Correlation,
  ): Promise<ListReceipt | Refusal> {
    if (!may(actor, 'establish-list')) return refuse('not-allowed', { right: 'establish-list' });
    const { landlord } = told;
    if (!covers(actor.scope, { landlord, commune: '', holder: '' })) return refuse('scope-not-allowed');
    const today = dayAt(this.installation.clock.now(), timeZoneOf(await this.convention.latest()));
    const content = `list\n${canonicalJson({ ...told })}`;
    const decide = (stream: string | undefined): Promise<Deed | Refusal> =>
      this.decide(landlord, stream === undefined ? (told.on ?? today) : dayOf(stream), today);
    const receipt = await this.turns.run(() => this.log.record({ content, requestKey, actor, correlation, decide }));
    if (isRefusal(receipt)) return receipt;
    const { stream, ...rest } = receipt;
    const [established] = await this.installation.eventStore.readStream(stream, { maxCount: 1 });
    return { ...(established!.data as unknown as PriorityListFacts), ...rest };
  }

  private async decide(landlord: string, on: Day, today: Day): Promise<Deed | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    const reading = await this.readings.read({ on }, SYSTEM);
    if (isRefusal(reading)) return reading;
    if (!(await reading.known('landlords')).has(landlord)) return refuse('unknown-landlord', { landlord });
    const scale = scaleOn(on, reading.scales);
    const residences = reading.residences
      .filter((residence) => landlordOn(on, residence) === landlord)
      .map(({ facts, notes, surveys }): NotedResidence => ({
        residence: facts.code,
        note: noteOn(on, notes, surveys, scale),
      }));
    const told = (await reading.lists()).find(({ facts }) => facts.landlord === landlord && facts.on === on);
    const events = establishList({ landlord, on, today }, { list: told?.facts ?? null, residences }, reading.delays);
    if (isRefusal(events)) return events;
    const [event] = events;
    return {
      stream: `priority-list-${landlord}@${on}`,
      revision: told ? 0 : -1,
      event: event ? { ...event, effectiveDay: on } : null,
    };
  }
}

function dayOf(stream: string): Day {
  return stream.slice(stream.lastIndexOf('@') + 1) as Day;
}
