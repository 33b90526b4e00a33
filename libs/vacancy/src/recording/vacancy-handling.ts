import type { Actor } from '#access';
import type { LeaseStream, LiveLeases } from '#allocation';
import type { CommandHandling, DecidedEvent, Loaded, PipelineStores, Receipt, Sent, Targeted } from '#deciding';
import type { Position } from '#event-store';
import { isRefusal, refuse, type Day, type Decision, type Refusal, type Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';
import type { DwellingFacts } from '#territory';
import { refuseFormerLandlord } from '../checks';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import type { SealedCandidate } from '../sealed-candidate';
import { candidateOf, evolve, type Vacancy } from '../vacancy';
import type { CircumstancesSource, RecordingCircumstances } from './circumstances-source';
import { decideAct } from './decide';
import { peopleOf } from './event-people';
import { bindsDwelling, boundDwelling } from './leases/bound-dwelling';
import { isNumberTaken, leaseNamedBy } from './leases/named-lease';
import { accepted, decideOnLease, type LeaseStand } from './leases/decide-on-lease';
import { outcomeAfter, outcomeWith, settledAs, type About, type VacancyOutcome } from './vacancy-outcome';
import { referenceIn, sealedOf } from './read-vacancy';
import { contentOf, isLeaseAct, type CandidateAct, type VacancyAct, type VacancyCommand } from './vacancy-command';
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

  /** Grows each time that bounds or communes change. */
  get derivationVersion(): number {
    return this.circumstances.derivationVersion;
  }

  /** Resolves once every event up to that of a lease is known. */
  reach(position: Position): Promise<void> {
    return this.circumstances.reach(position);
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
    const known = targets.every(isKnownHere);
    await (known ? this.circumstances.ready() : this.circumstances.reachHead());
    const loaded = targets.map(async (target) => [target.sent, await this.loadOne(target, { session })] as const);
    return new Map(await Promise.all(loaded));
  }

  private async loadOne(
    { sent, stream = '', attempt }: Targeted<VacancyCommand>,
    { session, leaseKnown }: { readonly session: VaultSession; readonly leaseKnown?: LeaseStream | undefined },
  ): Promise<Loaded<VacancyState> | Refusal> {
    const { act, vacancy: id } = sent.command;
    const { signed } = sent.command;
    const isNew = act.verb === 'declaration' && attempt === 0 && !wasSentBefore(sent, session);
    const { events, state: vacancy } = await this.circumstances.vacancy(id, isNew);
    if (!vacancy && events.length > 0) return refuse('vacancy-already-open');
    if (!vacancy && act.verb !== 'declaration') return refuse('unknown-vacancy');
    const lease = vacancy && (await this.leaseOf(sent.command, vacancy, leaseKnown));
    const household = householdOf(act, vacancy, session);
    const signing = isLeaseAct(act) ? { allocation: lease?.allocation ?? signed?.allocation } : undefined;
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
            signed,
            numberIsTaken: await isNumberTaken(act, lease?.allocation, this.leases),
            reference: referenceIn(events, keys),
            sealed,
          }
        : undefined;
    const shown = vacancy && (await this.vigilance?.of(act, vacancy, at));
    const sitting = await sittingNamed(act, this.circumstances.sittings);
    const isSeen = !vacancy || maySee(sent.actor, vacancy, at);
    const state = { vacancy, isSeen, sealed, at, dwelling, lease: stand, sitting, shown };
    return { stream, revision, events, state, ...(keys && { keys }) };
  }

  /** Nothing is read of a lease that was written now. */
  private async leaseOf(
    { act, leaseIsWritten }: VacancyCommand,
    vacancy: Vacancy,
    known: LeaseStream | undefined,
  ): Promise<LeaseStream | undefined> {
    if (!isLeaseAct(act) || leaseIsWritten === 'now') return undefined;
    return leaseNamedBy(act, vacancy, { leases: this.leases, known });
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
  private async keysFor({ vacancy: id, act, signed }: VacancyCommand, vacancy: Vacancy): Promise<KeyRing | undefined> {
    const owners: Uuid[] = [];
    if (bindsDwelling(act)) owners.push(id, ...(signed ? [signed.household] : householdsToBind(act, vacancy)));
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
    const { vacancy: id, act, leaseIsWritten } = sent.command;
    const { vacancy, sealed, at, lease, sitting } = state;
    const { isSeen = true } = state;
    // A former landlord does not see the vacancy: it learns that the residence is another's, and nothing of the state.
    const refusalUnseen = isSeen ? undefined : refuseFormerLandlord(at);
    if (refusalUnseen) return refusalUnseen;
    const decision = isLeaseAct(act)
      ? decideOnLease(act, lease!, at, leaseIsWritten !== undefined)
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

  /**
   * Decides without writing. Refused as the pipeline would refuse it, the idempotency key aside.
   * @param isAtHead false for what is decided on what came so far
   * @param leaseKnown the stream of the lease, where it was read before
   */
  async tryOut(
    sent: Sent<VacancyCommand>,
    session: VaultSession,
    { isAtHead = true, leaseKnown }: { readonly isAtHead?: boolean; readonly leaseKnown?: LeaseStream } = {},
  ): Promise<Tried | Refusal> {
    await session.prepare(this.wanted(sent.command));
    await (isAtHead ? this.circumstances.reachHead() : this.circumstances.ready());
    const target = { sent, stream: this.streamOf(sent.command), attempt: 0 };
    const loaded = await this.loadOne(target, { session, leaseKnown });
    const refusal = isRefusal(loaded) ? loaded : this.forbids(sent, loaded);
    if (refusal || isRefusal(loaded)) return refusal as Refusal;
    const decision = this.decide(sent, loaded, session);
    return isRefusal(decision) ? decision : { loaded, outcome: this.outcomeOf(sent, loaded, false) };
  }

  private outcomeOf(sent: Sent<VacancyCommand>, loaded: Loaded<VacancyState>, isNew: boolean): VacancyOutcome {
    const decided = this.decided.get(sent)!;
    const after = decided.reduce<Vacancy | undefined>(evolve, loaded.state.vacancy)!;
    const about = aboutOf(sent, loaded);
    const then = () => [...(loaded.events ?? []).map((event) => VACANCY_STREAMS.read(event)), ...decided];
    return { ...outcomeWith({ after, then }, decided, about), isNew };
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

/** What follows a lease that was written now needs no newer knowledge: where the vacancy has moved on, it fails on its revision. */
function isKnownHere({ sent, attempt }: Targeted<VacancyCommand>): boolean {
  return attempt === 0 && sent.command.leaseIsWritten === 'now';
}

/** A lease is that of the accepted candidate. One that a file recorded may be any candidate's. */
function householdsToBind(act: VacancyCommand['act'], vacancy: Vacancy): readonly Uuid[] {
  const signing = act.verb === 'lease' ? accepted(vacancy) : undefined;
  return signing ? [signing.household] : vacancy.candidates.map(({ household }) => household);
}

function wasSentBefore({ request }: Sent<VacancyCommand>, session: VaultSession): boolean {
  return request !== undefined && session.claimed(request.key) !== undefined;
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
