import { may, refusalOf, type Actor } from '#access';
import { ALLOCATION_STREAMS } from '#allocation';
import { timeZoneOf, type ConventionHistory } from '#convention';
import type { Sending } from '#deciding';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { isRefusal, refuse, type Clock, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { NamedListReads, type Reading } from '#readings';
import { REHOUSING_STREAMS } from '#rehousing';
import { namesOfActors } from '#tokens';
import { Boxes, type Opened } from './boxes';
import { entryOf, type HistoryEntry } from './entry';
import { gather, grouped } from './gather';
import { leasesOfResidence, type ResidenceLease } from './leases-of-residence';
import { sourcesOf } from './sources';
import { findSubject, type AskedSubject, type Subject } from './subject';

export interface AuditHistoryQuery {
  readonly asked: AskedSubject;
  /** Whether personal facts are to be shown. If they are, the reading is recorded. */
  readonly names: boolean;
}

export interface AuditHistory {
  readonly subject: Subject;
  /** Recorded time and position of the last event of the whole history when it was read. */
  readonly asOf: Instant;
  readonly position: Position;
  /** The time zone of the territory: people read instants in it. */
  readonly timeZone: string;
  /** Whether personal facts are shown; `none` where the dossier contains none. */
  readonly names: 'shown' | 'hidden' | 'none';
  readonly entries: readonly HistoryEntry[];
  /** The leases of a residence; null for another dossier. */
  readonly leases: readonly ResidenceLease[] | null;
}

export interface AuditSources {
  readonly events: EventStore;
  /** Opened only when it is needed: the history of a residence needs no vault. */
  readonly vault: () => Promise<Vault>;
  readonly clock: Clock;
  readonly convention: ConventionHistory;
}

const DOSSIERS = [ALLOCATION_STREAMS, REHOUSING_STREAMS];

/** Who did what, when and on what ground, in order. Only the events are read, no read model. */
export class AuditHistories {
  private readonly reads: NamedListReads;

  constructor(private readonly sources: AuditSources) {
    const { events: store, ...stores } = sources;
    this.reads = new NamedListReads({ store, ...stores });
  }

  /**
   * The history of a dossier. Personal facts are shown to an actor who may read named lists, after the reading has been recorded.
   * Refused: `not-allowed`, `scope-not-allowed`, `unknown-allocation`, `unknown-residence`, `unknown-household`,
   * `reading-not-recorded`.
   */
  async history({ asked, names }: AuditHistoryQuery, sending: Sending): Promise<AuditHistory | Refusal> {
    const { actor } = sending;
    const refusal = refusalOf(actor, 'audit');
    if (refusal) return refusal;
    const { events, convention } = this.sources;
    const head = await events.head();
    if (!head) return refuse(`unknown-${asked.kind}`);
    const subject = await this.subjectOf(asked, actor);
    if (isRefusal(subject)) return subject;
    const found = await gather(sourcesOf(subject), subject.id, { events, until: head.position });
    if (found.length === 0) return refuse(`unknown-${asked.kind}`);
    const showsNames = names && may(actor, 'read-named-list');
    const opened = await this.opened(found, subject, showsNames);
    const unrecorded = await this.record(asked, found, opened, sending);
    if (unrecorded) return unrecorded;
    const timeZone = timeZoneOf(await convention.at(head.position));
    const actors = await this.namesOf(showsNames ? found : []);
    return {
      subject,
      asOf: head.recordedAt,
      position: head.position,
      timeZone,
      names: namesOf(opened),
      entries: found.map((event, at) => entryOf(event, opened[at]!, { timeZone, actors })),
      leases:
        subject.kind === 'residence' ? await leasesOfResidence(subject.id, { events, until: head.position }) : null,
    };
  }

  /** Who acted with a token, by name. */
  private namesOf(events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, string>> {
    const { events: store, vault } = this.sources;
    return namesOfActors(
      events.map(({ metadata }) => metadata.actor),
      { store, vault },
    );
  }

  /** Only an actor who may read named lists may search by a number: to learn that a number is known is already personal data. */
  private subjectOf(asked: AskedSubject, actor: Actor): Promise<Subject | Refusal> {
    const { events, vault } = this.sources;
    return findSubject(asked, may(actor, 'read-named-list') ? { events, vault } : { events });
  }

  private async opened(
    events: readonly RecordedEvent[],
    { kind, id }: Subject,
    shown: boolean,
  ): Promise<readonly Opened[]> {
    const households = shown ? events.flatMap(({ people }) => people?.household ?? []) : [];
    const keys = households.length > 0 ? await (await this.sources.vault()).keysOf(households) : undefined;
    const boxes = new Boxes(keys, kind === 'household' ? id : undefined);
    return events.map((event) => boxes.open(event));
  }

  private async record(
    { kind, value }: AskedSubject,
    events: readonly RecordedEvent[],
    opened: readonly Opened[],
    sending: Sending,
  ): Promise<Refusal | undefined> {
    const shown = events.filter((_, at) => opened[at]!.state === 'shown');
    if (shown.length === 0 || kind === 'residence') return undefined;
    const filter = { kind, value };
    const readings = [...grouped(shown, ({ people }) => people!.household)].map(([household, named]): Reading => ({
      household,
      count: named.length,
      filter,
      ids: dossiersOf(named),
    }));
    return this.reads.record('audit-history', readings, sending);
  }
}

/** The internal ids of the leases and the rehousings among the events, each once. */
function dossiersOf(events: readonly RecordedEvent[]): readonly Uuid[] {
  const streams = new Set(events.map(({ stream }) => stream));
  return [...streams].flatMap((stream) =>
    DOSSIERS.filter((dossiers) => dossiers.owns(stream)).map((dossiers) => dossiers.idOf(stream) as Uuid),
  );
}

function namesOf(opened: readonly Opened[]): AuditHistory['names'] {
  if (opened.some(({ state }) => state === 'shown')) return 'shown';
  return opened.every(({ state }) => state === 'none') ? 'none' : 'hidden';
}
