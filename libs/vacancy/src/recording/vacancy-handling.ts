import type { Actor } from '#access';
import { clearHouseholdOf, type LiveLeases } from '#allocation';
import type { CommandHandling, DecidedEvent, Loaded, PipelineStores, Receipt, Sent, Targeted } from '#deciding';
import { isRefusal, refuse, yearOf, type Day, type Decision, type Refusal, type Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';
import type { DwellingFacts } from '#territory';
import { refuseFormerLandlord, refuseFuture } from '../checks';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { sealedCandidateOf, sealedChanges, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, vacancyAfter, type Vacancy } from '../vacancy';
import { designateCandidate } from '../verbs/designate/designate';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import type { CircumstancesSource, RecordingCircumstances } from './circumstances-source';
import { decideOnCandidate, decideOnVacancy } from './decide';
import { correctedHousehold, peopleOf } from './event-people';
import { bindsDwelling, boundDwelling } from './leases/bound-dwelling';
import { isNumberTaken, leaseNamedBy } from './leases/named-lease';
import { accepted, decideOnLease, type LeaseStand } from './leases/decide-on-lease';
import { outcomeAfter, outcomeWith, settledAs, type About, type VacancyOutcome } from './vacancy-outcome';
import { referenceIn, sealedOf } from './read-vacancy';
import {
  contentOf,
  isLeaseAct,
  type CandidateAct,
  type LeaseAct,
  type VacancyAct,
  type VacancyCommand,
} from './vacancy-command';
import { heldAtSitting, sittingNamed } from '../sittings/named-sitting';
import type { SittingFacts } from '../sittings/sitting';
import { refusalWithStand } from './vacancy-stand';
import { maySee, refuseActor } from './who-acts';
import { withVigilance, type Shown, type ShownVigilances } from '../vigilance/shown';

/** What a command is decided on. */
export interface VacancyState {
  /** Undefined before its declaration. */
  readonly vacancy: Vacancy | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
  readonly at: RecordingCircumstances;
  /** At a declaration: the dwelling, where a file named it. */
  readonly dwelling?: DwellingFacts | undefined;
  /** For a command that is about a lease, or that lets the vacancy by one. */
  readonly lease?: LeaseStand | undefined;
  /** What was shown of the households that the command decides about. */
  readonly shown?: Shown | undefined;
  /** The sitting that the commission names; undefined where it names none, or one that was not opened. */
  readonly sitting?: SittingFacts | undefined;
  /** Whether the actor may also read the vacancy. */
  readonly isSeen?: boolean;
  /** Why the actor may not send the command. */
  readonly forbidden?: Refusal | undefined;
}

/** How the pipeline handles the commands about vacancies: one stream each, decided whole. */
export class VacancyHandling implements CommandHandling<VacancyCommand, VacancyState, VacancyEvent> {
  readonly events = VACANCY_STREAMS;
  readonly conflict = 'recording-conflict';
  private readonly decided = new WeakMap<Sent<VacancyCommand>, readonly VacancyEvent[]>();

  constructor(
    private readonly stores: PipelineStores,
    private readonly circumstances: CircumstancesSource,
    private readonly leases: LiveLeases,
    private readonly vigilance?: ShownVigilances,
  ) {}

  /** Resolves once all that was acknowledged before is known. */
  ready(): Promise<void> {
    return this.circumstances.ready();
  }

  keyOf({ vacancy }: VacancyCommand): string {
    return vacancy;
  }

  contentOf(command: VacancyCommand): string {
    return contentOf(command);
  }

  wanted({ vacancy, act }: VacancyCommand): Wanted {
    if (act.verb === 'declaration') return { subjects: [vacancy] };
    return act.verb === 'candidates' ? { households: [act.household.householdNumber] } : {};
  }

  streamOf({ vacancy }: VacancyCommand): string {
    return VACANCY_STREAMS.name(vacancy);
  }

  async load(
    targets: readonly Targeted<VacancyCommand>[],
    session: VaultSession,
  ): Promise<ReadonlyMap<Sent<VacancyCommand>, Loaded<VacancyState> | Refusal>> {
    await this.circumstances.reachHead();
    const loaded = targets.map(
      async ({ sent, stream }) => [sent, await this.loadOne(sent, { stream: stream!, session })] as const,
    );
    return new Map(await Promise.all(loaded));
  }

  private async loadOne(
    sent: Sent<VacancyCommand>,
    { stream, session }: { readonly stream: string; readonly session: VaultSession },
  ): Promise<Loaded<VacancyState> | Refusal> {
    const { act, vacancy: id } = sent.command;
    const events = await this.circumstances.eventsOf(id, act.verb === 'declaration' && !sent.request);
    const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
    if (!vacancy && events.length > 0) return refuse('vacancy-already-open');
    if (!vacancy && act.verb !== 'declaration') return refuse('unknown-vacancy');
    const lease = vacancy && isLeaseAct(act) ? await leaseNamedBy(act, vacancy, this.leases) : undefined;
    const household = householdOf(act, vacancy, session);
    const signing = isLeaseAct(act) ? { allocation: lease?.allocation } : undefined;
    const at = await this.circumstances.of(sent, { vacancy, household, signing });
    if (!at) return refuse('unknown-residence');
    const revision = events.length - 1;
    const forbidden = refuseActor(sent.actor, act, { vacancy, places: at });
    if (forbidden) return { stream, revision, events, state: { vacancy, sealed: new Map(), at, forbidden } };
    if (vacancy && 'candidate' in act && !candidateOf(vacancy, act.candidate)) return refuse('unknown-candidate');
    const keys = vacancy && (await this.keysFor(sent.command, vacancy));
    const sealed = keys ? sealedOf(events, keys) : new Map<Uuid, SealedCandidate>();
    const dwelling = act.verb === 'declaration' ? await this.circumstances.dwelling(act.dwelling) : undefined;
    const stand =
      keys && bindsDwelling(act)
        ? {
            vacancy: vacancy!,
            stream: lease,
            numberIsTaken: await isNumberTaken(act, lease?.allocation, this.leases),
            reference: referenceIn(events, keys),
            sealed,
          }
        : undefined;
    const shown = vacancy && (await this.vigilance?.of(act, vacancy, at));
    const sitting = await sittingNamed(act, this.stores.store);
    const isSeen = !vacancy || maySee(sent.actor, vacancy, at);
    const state = { vacancy, isSeen, sealed, at, dwelling, lease: stand, sitting, shown };
    return { stream, revision, events, state, ...(keys && { keys }) };
  }

  forbids(_sent: Sent<VacancyCommand>, { state }: Loaded<VacancyState>): Refusal | undefined {
    return state.forbidden;
  }

  /**
   * Comes before the dwelling is claimed: who may not declare there must neither hold the claim nor learn of another.
   * Refused: `unknown-residence`, `not-allowed`, `scope-not-allowed`, `residence-of-another-landlord`.
   */
  async refuseDeclaration(command: VacancyCommand, actor: Actor): Promise<Refusal | undefined> {
    await this.circumstances.ready();
    if (!(await this.judgeDeclaration(command, actor))) return undefined;
    // Another process may just have recorded the residence, or its new landlord.
    await this.circumstances.reachHead();
    return this.judgeDeclaration(command, actor);
  }

  private async judgeDeclaration(command: VacancyCommand, actor: Actor): Promise<Refusal | undefined> {
    const at = await this.circumstances.of({ actor, command }, { vacancy: undefined, household: undefined });
    if (!at) return refuse('unknown-residence');
    return refuseActor(actor, command.act, { vacancy: undefined, places: at }) ?? refuseFormerLandlord(at);
  }

  /** The keys of what the command reads or writes under seal: of households, and of the dwelling. */
  private async keysFor({ vacancy: id, act }: VacancyCommand, vacancy: Vacancy): Promise<KeyRing | undefined> {
    const owners = bindsDwelling(act) ? [id, ...vacancy.candidates.map(({ household }) => household)] : [];
    if (act.verb === 'facts') owners.push(candidateOf(vacancy, act.candidate)!.household);
    return owners.length === 0 ? undefined : (await this.stores.vault()).keysOf(owners);
  }

  reserve({ vacancy, act }: VacancyCommand, session: VaultSession): void {
    if (act.verb === 'declaration') session.subject(vacancy);
  }

  decide(
    sent: Sent<VacancyCommand>,
    { state, revision, keys }: Loaded<VacancyState>,
    session: VaultSession,
  ): Decision<DecidedEvent<VacancyEvent>> {
    const { vacancy: id, act, leaseIsWritten = false } = sent.command;
    const { vacancy, sealed, at, lease, sitting } = state;
    const { isSeen = true } = state;
    // A former landlord does not see the vacancy: it learns that the residence is another's, and nothing of the state.
    const refusalUnseen = isSeen ? undefined : refuseFormerLandlord(at);
    if (refusalUnseen) return refusalUnseen;
    const decision = isLeaseAct(act)
      ? decideOnLease(act, lease!, at, leaseIsWritten)
      : heldAtSitting(decideAct(act, { ...state, session }), act, { sitting, at });
    const refusal = vacancy ? refusalWithStand(decision, sent.command, { vacancy, revision, isSeen }) : undefined;
    if (refusal) return refusal;
    if ('refused' in decision) return decision;
    this.decided.set(sent, decision);
    return decision.map((event) => ({
      ...withVigilance(event, state.shown),
      effectiveDay: effectiveDayOf(event),
      people: boundDwelling(event, lease, keys) ?? peopleOf(event, { id, act, vacancy, sealed }),
    }));
  }

  /** Decides without writing. Refused as the pipeline would refuse it, the idempotency key aside. */
  async tryOut(sent: Sent<VacancyCommand>, session: VaultSession): Promise<Tried | Refusal> {
    await session.prepare(this.wanted(sent.command));
    const stream = this.streamOf(sent.command);
    const loaded = (await this.load([{ sent, stream }], session)).get(sent)!;
    const refusal = isRefusal(loaded) ? loaded : this.forbids(sent, loaded);
    if (refusal || isRefusal(loaded)) return refusal as Refusal;
    const decision = this.decide(sent, loaded, session);
    return isRefusal(decision) ? decision : { loaded, outcome: this.outcomeOf(sent, loaded, false) };
  }

  private outcomeOf(sent: Sent<VacancyCommand>, loaded: Loaded<VacancyState>, isNew: boolean): VacancyOutcome {
    const decided = this.decided.get(sent)!;
    const before = (loaded.events ?? []).map((event) => VACANCY_STREAMS.read(event));
    return { ...outcomeWith([...before, ...decided], decided, aboutOf(sent, loaded)), isNew };
  }

  /** The answer says how the vacancy stands after the command: it is known here without reading the stream again. */
  async settle(sent: Sent<VacancyCommand>, receipt: Receipt, loaded: Loaded<VacancyState>): Promise<Receipt> {
    const { revision, events = [] } = loaded;
    const isEarlier = receipt.revision <= revision;
    const outcome = isEarlier
      ? outcomeAfter(events, receipt, aboutOf(sent, loaded))
      : this.outcomeOf(sent, loaded, true);
    return settledAs(receipt, outcome);
  }
}

function aboutOf({ command: { act } }: Sent<VacancyCommand>, { state }: Loaded<VacancyState>): About {
  const { at, vacancy } = state;
  const isAboveCeiling =
    act.verb === 'candidates' && vacancy && at.admission(act.household, vacancy.declared).admitted === false;
  return { act, isListedOn: at.isListedOn, isAboveCeiling };
}

/** A command that was decided, and not written. */
export interface Tried {
  readonly loaded: Loaded<VacancyState>;
  readonly outcome: VacancyOutcome;
}

interface Deciding extends VacancyState {
  readonly session: VaultSession;
}

function decideAct(act: Exclude<VacancyAct, LeaseAct> | CandidateAct, state: Deciding): Decision<VacancyEvent> {
  const { vacancy, sealed, at, session } = state;
  const { derivation } = at;
  if (act.verb === 'candidates') {
    const { appliedOn } = act.household;
    const refusal = appliedOn === null ? undefined : refuseFuture('date_demande', appliedOn, at);
    if (refusal) return refusal;
    const household = session.household(act.household.householdNumber);
    const facts = clearHouseholdOf(act.household, derivation, yearOf(at.today));
    return designateCandidate({ ...act.given, candidate: act.newId, household, facts }, vacancy!, at);
  }
  if (!('candidate' in act)) return decideOnVacancy(act, vacancy, at, state.dwelling);
  const candidate = candidateOf(vacancy!, act.candidate)!;
  if (act.verb !== 'facts') return decideOnCandidate(act, { vacancy: vacancy!, candidate }, at);
  const before = sealed.get(candidate.id);
  if (!before) return refuse('household-erased');
  const after = correctedHousehold(act, candidate, before);
  const command = {
    motive: act.motive,
    facts: clearHouseholdOf(after, derivation, yearOf(at.today)),
    sealedFactsDiffer: sealedChanges(before, sealedCandidateOf(after)) !== undefined,
  };
  return correctFacts(command, { vacancy: vacancy!, candidate }, at);
}

/** The day in the world from which the fact holds. */
function effectiveDayOf({ data }: VacancyEvent): Day | undefined {
  if ('on' in data) return data.on;
  return 'notifiedOn' in data ? data.notifiedOn : undefined;
}

/** The household that the command is about; undefined where it has none, or its number is new. */
function householdOf(
  act: VacancyAct | CandidateAct,
  vacancy: Vacancy | undefined,
  session: VaultSession,
): Uuid | undefined {
  if (act.verb === 'candidates') return session.find('household', act.household.householdNumber);
  if (act.verb === 'lease') return vacancy && accepted(vacancy)?.household;
  return vacancy && 'candidate' in act ? candidateOf(vacancy, act.candidate)?.household : undefined;
}
