import { refusalOf } from '#access';
import { motivesKnownOn } from '#convention';
import { followerOf, type Follower, type PipelineStores, type Sending } from '#deciding';
import type { EventStore, RecordedEvent } from '#event-store';
import { dayAt, isRefusal, refuse, type Day, type Refusal, type Uuid } from '#kernel';
import type { NamedList, NamedListReads } from '#readings';
import type { OfferFacts } from '../../events';
import { frenchHolidays } from '../../french-holidays';
import type { ProcessReference } from '../../recording/process-reference';
import { refuseActor } from '../../recording/who-acts';
import { standOfCandidate } from '../../transitions';
import { candidateOf, type Candidate } from '../../vacancy';
import { lastOf, type PapersReader, type SeenVacancy } from '../papers-reader';
import { named, shownDwelling } from '../shown-dwelling';
import { DEFAULT_WORDING } from './default-wording';
import { refusalCodeOf, subjectAndParagraphs, type Letter } from './letter';
import { offerOnPaper, type PlannedOffer } from './offer-on-paper';
import { LETTER_TEMPLATE_STREAMS, templateOn, type LetterCode, type LetterTemplateFacts } from './templates';

/** The candidate to whom a letter is written. */
export interface LetterTo {
  readonly vacancy: Uuid;
  readonly candidate: Uuid;
}

interface Addressee {
  readonly seen: SeenVacancy;
  readonly candidate: Candidate;
}

export interface LettersSources {
  readonly stores: PipelineStores;
  readonly reference: ProcessReference;
  readonly papers: PapersReader;
  readonly templates: RecordedTemplates;
  readonly reads: NamedListReads;
}

/** The letters of a landlord to a household. Each names it, so each is recorded as a reading before it is shown. */
export class LettersReader {
  private readonly calendar = frenchHolidays();

  constructor(private readonly sources: LettersSources) {}

  /**
   * The letter of an offer, recorded or planned. Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy`,
   * `unknown-candidate`, as `offerOnPaper`, `household-erased`, `reading-not-recorded`.
   */
  async offer(to: LetterTo, planned: PlannedOffer | undefined, sending: Sending): Promise<Letter | Refusal> {
    const found = await this.addressee(to, 'offer', sending);
    if (isRefusal(found)) return found;
    const about = { vacancy: found.seen.paper.vacancy, candidate: found.candidate };
    const offer = offerOnPaper(about, planned, this.calendar);
    if (isRefusal(offer)) return offer;
    return this.letter('offre', 'offer-letter', { ...found, offer, day: offer.notifiedOn }, sending);
  }

  /** The notice of a refusal. Refused as `offer`; `not-in-this-status` where the commission did not refuse the candidate. */
  async refusal(to: LetterTo, sending: Sending): Promise<Letter | Refusal> {
    const found = await this.addressee(to, 'notice', sending);
    if (isRefusal(found)) return found;
    const { seen, candidate } = found;
    const code = refusalCodeOf(candidate);
    if (!code) return refuse('not-in-this-status', standOfCandidate(seen.paper.vacancy, candidate));
    const day = candidate.refusalNotifiedOn ?? this.today();
    return this.letter(code, 'refusal-letter', { ...found, offer: null, day }, sending);
  }

  /** Who may send the command that tells of the letter may write it, where it may read names. */
  private async addressee(
    { vacancy, candidate: id }: LetterTo,
    verb: 'offer' | 'notice',
    { actor }: Sending,
  ): Promise<Addressee | Refusal> {
    const refusal = refusalOf(actor, 'read-named-list');
    if (refusal) return refusal;
    const seen = await this.sources.papers.see(vacancy, actor);
    if (isRefusal(seen)) return seen;
    const about = { vacancy: seen.paper.vacancy, places: seen.places };
    const act = { verb, candidate: id } as Parameters<typeof refuseActor>[1];
    const forbidden =
      refuseActor(actor, act, about) ??
      refusalOf(actor, 'read-named-list', { landlord: seen.places.residence.landlord });
    if (forbidden) return forbidden;
    const candidate = candidateOf(seen.paper.vacancy, id);
    return candidate ? { seen, candidate } : refuse('unknown-candidate');
  }

  /** @param day the day on which the wording must be in force */
  private async letter(
    code: LetterCode,
    list: NamedList,
    { seen, candidate, offer, day }: Addressee & { readonly offer: OfferFacts | null; readonly day: Day },
    sending: Sending,
  ): Promise<Letter | Refusal> {
    const { reference, templates, reads } = this.sources;
    const { paper, opened, places } = seen;
    const sealed = await opened.sealedOf(candidate.id);
    if (!sealed) return refuse('household-erased');
    const { id, household } = candidate;
    const filter = { kind: 'candidate', value: id } as const;
    const unrecorded = await reads.record(list, [{ household, count: 1, filter, ids: [paper.id] }], sending);
    if (unrecorded) return unrecorded;
    const { householdNumber } = sealed;
    const landlord = named(reference, 'landlord', places.residence.landlord);
    const dwelling = shownDwelling(paper, day, reference);
    const wording = await templates.on(code, day);
    const motives = motivesKnownOn(reference.recordedConvention, day);
    const contents = { landlord, dwelling, candidate, householdNumber, offer, motives };
    const said = subjectAndParagraphs(wording, contents);
    return { code, candidate: id, landlord, householdNumber, ...said, ...lastOf(opened.events) };
  }

  private today(): Day {
    const { stores, reference } = this.sources;
    return dayAt(stores.clock.now(), reference.timeZone);
  }
}

/** The wordings that the territory recorded, in memory: there are a few. */
export class RecordedTemplates {
  private readonly byStream = new Map<string, LetterTemplateFacts>();
  private readonly follower: Follower;

  constructor(store: EventStore) {
    const { types } = LETTER_TEMPLATE_STREAMS;
    this.follower = followerOf(store, { types, apply: (event) => this.apply(event) }, []);
  }

  /** The wording in force on that day, with all that was recorded before this call. */
  async on(code: LetterCode, day: Day): Promise<Pick<LetterTemplateFacts, 'subject' | 'text'>> {
    await this.follower.reachHead();
    return templateOn(code, day, { recorded: this.byStream.values(), defaults: DEFAULT_WORDING });
  }

  private apply(event: RecordedEvent): void {
    this.byStream.set(event.stream, LETTER_TEMPLATE_STREAMS.evolve(this.byStream.get(event.stream), event));
  }
}
