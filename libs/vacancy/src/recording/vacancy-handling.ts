import type { Actor } from '#access';
import { clearHouseholdOf } from '#allocation';
import type { CommandHandling, DecidedEvent, Loaded, PipelineStores, Receipt, Sent, Targeted } from '#deciding';
import { readWholeStream } from '#event-store';
import { isRefusal, refuse, yearOf, type Day, type Decision, type Json, type Refusal, type Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';
import { refuseFormerLandlord } from '../checks';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { sealedCandidateOf, sealedChanges, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, evolve, statusOf, vacancyAfter, type Candidate, type Vacancy } from '../vacancy';
import { designateCandidate } from '../verbs/designate/designate';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import type { CircumstancesSource, RecordingCircumstances } from './circumstances-source';
import { decideOnCandidate, decideOnVacancy } from './decide';
import { candidateIn, outcomeAfter, settledAs, type VacancyOutcome } from './vacancy-outcome';
import { sealedOf } from './read-vacancy';
import { heldAtSitting, sittingNamed } from '../sittings/named-sitting';
import type { SittingFacts } from '../sittings/sitting';
import { contentOf, type CandidateAct, type VacancyAct, type VacancyCommand } from './vacancy-command';
import { refusalWithStand } from './vacancy-stand';
import { refuseActor } from './who-acts';

/** What a command is decided on. */
export interface VacancyState {
  /** Undefined before its declaration. */
  readonly vacancy: Vacancy | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
  readonly at: RecordingCircumstances;
  /** The sitting that the commission names; undefined where it names none, or one that was not opened. */
  readonly sitting?: SittingFacts | undefined;
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
  ) {}

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
    await this.circumstances.ready();
    const loaded = targets.map(
      async ({ sent, stream }) => [sent, await this.loadOne(sent, { stream: stream!, session })] as const,
    );
    return new Map(await Promise.all(loaded));
  }

  private async loadOne(
    sent: Sent<VacancyCommand>,
    { stream, session }: { readonly stream: string; readonly session: VaultSession },
  ): Promise<Loaded<VacancyState> | Refusal> {
    const { act } = sent.command;
    const events = await readWholeStream(this.stores.store, stream);
    const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
    if (!vacancy && events.length > 0) return refuse('vacancy-already-open');
    if (!vacancy && act.verb !== 'declaration') return refuse('unknown-vacancy');
    const at = await this.circumstances.of(sent, { vacancy, household: householdOf(act, vacancy, session) });
    if (!at) return refuse('unknown-residence');
    const revision = events.length - 1;
    const forbidden = refuseActor(sent.actor, act, { vacancy, places: at });
    if (forbidden) return { stream, revision, events, state: { vacancy, sealed: new Map(), at, forbidden } };
    if (vacancy && 'candidate' in act && !candidateOf(vacancy, act.candidate)) return refuse('unknown-candidate');
    const keys = await this.keysFor(act, vacancy);
    const sealed = keys ? sealedOf(events, keys) : new Map<Uuid, SealedCandidate>();
    const sitting = await sittingNamed(act, this.stores.store);
    return { stream, revision, events, state: { vacancy, sealed, at, sitting }, ...(keys && { keys }) };
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
    const at = await this.circumstances.of({ actor, command }, { vacancy: undefined, household: undefined });
    if (!at) return refuse('unknown-residence');
    return refuseActor(actor, command.act, { vacancy: undefined, places: at }) ?? refuseFormerLandlord(at);
  }

  /** The keys of households whose sealed facts the command reads or writes. */
  private async keysFor(act: VacancyAct | CandidateAct, vacancy: Vacancy | undefined): Promise<KeyRing | undefined> {
    if (!vacancy || !('candidate' in act) || act.verb !== 'facts') return undefined;
    return (await this.stores.vault()).keysOf([candidateOf(vacancy, act.candidate)!.household]);
  }

  reserve({ vacancy, act }: VacancyCommand, session: VaultSession): void {
    if (act.verb === 'declaration') session.subject(vacancy);
  }

  decide(
    sent: Sent<VacancyCommand>,
    { state: { vacancy, sealed, at, sitting }, revision }: Loaded<VacancyState>,
    session: VaultSession,
  ): Decision<DecidedEvent<VacancyEvent>> {
    const { vacancy: id, act } = sent.command;
    const decision = heldAtSitting(decideAct(act, { vacancy, sealed, at, session }), act, { sitting, at });
    const refusal = vacancy ? refusalWithStand(decision, sent.command, { vacancy, revision }) : undefined;
    if (refusal) return refusal;
    if ('refused' in decision) return decision;
    this.decided.set(sent, decision);
    return decision.map((event) => ({
      ...event,
      effectiveDay: effectiveDayOf(event),
      people: peopleOf(event, { id, act, vacancy, sealed }),
    }));
  }

  /** Decides without writing. Refused as the pipeline would refuse it, the idempotency key aside. */
  async tryOut(
    sent: Sent<VacancyCommand>,
    session: VaultSession,
  ): Promise<{ readonly loaded: Loaded<VacancyState>; readonly outcome: VacancyOutcome } | Refusal> {
    await session.prepare(this.wanted(sent.command));
    const stream = this.streamOf(sent.command);
    const loaded = (await this.load([{ sent, stream }], session)).get(sent)!;
    const refusal = isRefusal(loaded) ? loaded : this.forbids(sent, loaded);
    if (refusal || isRefusal(loaded)) return refusal as Refusal;
    const decision = this.decide(sent, loaded, session);
    return isRefusal(decision) ? decision : { loaded, outcome: this.outcomeOf(sent, loaded, false) };
  }

  private outcomeOf(sent: Sent<VacancyCommand>, { state }: Loaded<VacancyState>, isNew: boolean): VacancyOutcome {
    const decided = this.decided.get(sent)!;
    const after = decided.reduce<Vacancy | undefined>(evolve, state.vacancy)!;
    return { status: statusOf(after), candidate: candidateIn(decided), isNew };
  }

  /** The answer says how the vacancy stands after the command: it is known here without reading the stream again. */
  async settle(sent: Sent<VacancyCommand>, receipt: Receipt, loaded: Loaded<VacancyState>): Promise<Receipt> {
    const { revision, events = [] } = loaded;
    const isEarlier = receipt.revision <= revision;
    return settledAs(receipt, isEarlier ? outcomeAfter(events, receipt) : this.outcomeOf(sent, loaded, true));
  }
}

interface Deciding extends VacancyState {
  readonly session: VaultSession;
}

function decideAct(act: VacancyAct | CandidateAct, { vacancy, sealed, at, session }: Deciding): Decision<VacancyEvent> {
  const { derivation } = at;
  if (act.verb === 'candidates') {
    const household = session.household(act.household.householdNumber);
    const facts = clearHouseholdOf(act.household, derivation, yearOf(at.today));
    return designateCandidate({ ...act.given, candidate: act.newId, household, facts }, vacancy!, at);
  }
  if (!('candidate' in act)) return decideOnVacancy(act, vacancy, at);
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

function correctedHousehold(
  { changes, publics: belongs = {} }: Extract<CandidateAct, { readonly verb: 'facts' }>,
  { facts: { transfer, essentialWorker, composition, publics } }: Candidate,
  sealed: SealedCandidate,
) {
  const kept = publics.filter((code) => belongs[code] ?? true);
  const added = Object.keys(belongs).filter((code) => belongs[code] && !publics.includes(code));
  return { transfer, essentialWorker, composition, publics: [...kept, ...added].sort(), ...sealed, ...changes };
}

/** What an event says of people, in clear. It goes no further than the vault. */
function peopleOf(
  event: VacancyEvent,
  { id, act, vacancy, sealed }: Pick<VacancyState, 'vacancy' | 'sealed'> & Pick<VacancyCommand, 'act'> & { id: Uuid },
): DecidedEvent<VacancyEvent>['people'] {
  if (event.type === 'VacancyDeclared' && act.verb === 'declaration')
    return { household: id, facts: { reference: act.dwelling.reference } };
  if ((event.type === 'CandidateProposed' || event.type === 'CandidateDesignated') && act.verb === 'candidates')
    return { household: event.data.household, facts: sealedCandidateOf(act.household) as unknown as Json };
  if (event.type === 'CandidateFactsCorrected' && 'candidate' in act && act.verb === 'facts') {
    const candidate = candidateOf(vacancy!, event.data.candidate)!;
    const before = sealed.get(candidate.id)!;
    const changes = sealedChanges(before, sealedCandidateOf(correctedHousehold(act, candidate, before)));
    return { household: candidate.household, facts: { changes: changes ?? {} } as unknown as Json };
  }
  return undefined;
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
  return vacancy && 'candidate' in act ? candidateOf(vacancy, act.candidate)?.household : undefined;
}
