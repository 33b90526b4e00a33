import { may, type Actor } from '#access';
import type { Position } from '#event-store';
import { timeZoneOf, type ConventionHistory } from '#convention';
import { Installation, reachHead } from '#installation';
import {
  canonicalJson,
  dayAt,
  isRefusal,
  refuse,
  Turns,
  type Correlation,
  type Day,
  type Decision,
  type JsonObject,
  type Refusal,
} from '#kernel';
import { scalesOf } from '../convention-scales';
import { noteStream } from '../note-row';
import { fragilityProjection } from '../projections/fragility-projection';
import { FRAGILITY_MODEL, residenceAt, type SubjectDocument } from '../projections/model';
import { isSeenBy } from '../report/reading';
import { scaleOn } from '../survey-scale';
import { agreeOnNote, type AgreeOnNote } from '../verbs/agree-on-note';
import { noteResidence, type NoteResidence } from '../verbs/note-residence';
import type { Dated, KnownNotes, NoteEvent } from '../verbs/row-from';
import { RequestLog, type Asked, type Deed, type DeedReceipt } from './request-log';

/** What is told of a residence; the day is today's where none is told. */
type Told<Command> = Omit<Command, 'today' | 'from'> & { readonly from?: Day };
export type ToldNote = Told<NoteResidence>;
export type ToldAgreement = Told<AgreeOnNote>;

export interface NoteReceipt extends Omit<DeedReceipt, 'stream'> {
  readonly residence: string;
  /** The day from which the notes hold. */
  readonly from: Day;
}

const NEWEST = '~' as Position;

/** Records notes that are told one by one, as the events that files make too. */
export class NoteRecorder {
  private readonly log: RequestLog;
  /** What one decides on is what the one before it left, on whichever day. */
  private readonly turns = new Turns();

  constructor(
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
  ) {
    const { eventStore: store, clock } = installation;
    this.log = new RequestLog({ store, clock, vault: () => installation.vault() });
  }

  /**
   * The commune's or the landlord's note. Refused: `not-allowed`, `scope-not-allowed` (a commune notes its residences, as the commune; a landlord its
   * own), `unknown-residence`, `idempotency-key-reused`, and as the verb. @throws CodedError `recording-conflict`
   */
  note(told: ToldNote, actor: Actor, requestKey?: string, correlation?: Correlation): Promise<NoteReceipt | Refusal> {
    const { kind } = actor.scope;
    if ((kind === 'commune' || kind === 'landlord') && kind !== told.author)
      return Promise.resolve(refuse('scope-not-allowed', { scope: kind }));
    const decide = (dated: Dated, known: KnownNotes) => noteResidence({ ...told, ...dated }, known);
    return this.record({ kind: 'note', told, decide }, { actor, requestKey, correlation });
  }

  /** What commune and landlord agreed on. Refused as `note` is; either of them may tell it. */
  agree(
    told: ToldAgreement,
    actor: Actor,
    requestKey?: string,
    correlation?: Correlation,
  ): Promise<NoteReceipt | Refusal> {
    const decide = (dated: Dated, known: KnownNotes) => agreeOnNote({ ...told, ...dated }, known);
    // A meeting decides from its own day on, unless told otherwise.
    return this.record({ kind: 'agreement', told, decide, byDefault: told.heldOn }, { actor, requestKey, correlation });
  }

  private async record(
    asked: {
      readonly kind: string;
      readonly told: { readonly residence: string; readonly from?: Day };
      readonly byDefault?: Day;
      decide(dated: Dated, known: KnownNotes): Decision<NoteEvent>;
    },
    { actor, ...sent }: Pick<Asked, 'actor' | 'requestKey' | 'correlation'>,
  ): Promise<NoteReceipt | Refusal> {
    if (!may(actor, 'note-fragility')) return refuse('not-allowed', { right: 'note-fragility' });
    const { kind, told } = asked;
    const { residence } = told;
    const today = dayAt(this.installation.clock.now(), timeZoneOf(await this.convention.latest()));
    const from = told.from ?? asked.byDefault ?? today;
    const content = `${kind}\n${canonicalJson(told as unknown as JsonObject)}`;
    const decide = async (stream: string | undefined): Promise<Deed | Refusal> => {
      const dated = { residence, today, from: stream === undefined ? from : dayOf(stream) };
      const known = await this.known(dated, actor);
      if (isRefusal(known)) return known;
      const events = asked.decide(dated, known);
      if (isRefusal(events)) return events;
      const [event] = events;
      const { revision } = known;
      return {
        stream: noteStream(residence, dated.from),
        revision,
        event: event ? { ...event, effectiveDay: dated.from } : null,
      };
    };
    const receipt = await this.turns.run(() => this.log.record({ content, actor, ...sent, decide }));
    if (isRefusal(receipt)) return receipt;
    const { stream, ...rest } = receipt;
    return { residence, from: dayOf(stream), ...rest };
  }

  /** What stands, and at which revision the row of that day does. */
  private async known(
    { residence, from, today }: Dated,
    actor: Actor,
  ): Promise<(KnownNotes & { readonly revision: number }) | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    const model = await this.installation.readStore.active(FRAGILITY_MODEL);
    const document = (await model.get<SubjectDocument>('residences', residence))?.body;
    const state = document && residenceAt(document, NEWEST);
    if (!state) return refuse('unknown-residence');
    if (!isSeenBy(actor, today, state)) return refuse('scope-not-allowed');
    const last = document.entries.findLast(({ list, key }) => list === 'notes' && key === from);
    return {
      rows: state.notes,
      surveys: state.surveys,
      scale: scaleOn(from, scalesOf(await this.convention.latest())),
      revision: last ? last.revision : -1,
    };
  }
}

function dayOf(stream: string): Day {
  return stream.slice(stream.lastIndexOf('@') + 1) as Day;
}
