import { clearHouseholdOf } from '#allocation';
import type { CommandHandling, DecidedEvent, Loaded, PipelineStores, Receipt, Sent, Targeted } from '#deciding';
import { readWholeStream } from '#event-store';
import { refuse, yearOf, type Day, type Decision, type Json, type Refusal, type Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';

import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { sealedCandidateOf, sealedChanges, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, evolve, statusOf, vacancyAfter, type Candidate, type Vacancy } from '../vacancy';
import { designateCandidate } from '../verbs/designate/designate';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import type { CircumstancesSource, RecordingCircumstances } from './circumstances-source';
import { decideOnCandidate, decideOnVacancy } from './decide';
import { candidateIn, outcomeAfter, settledAs } from './vacancy-outcome';
import { sealedOf } from './read-vacancy';
import { contentOf, type CandidateAct, type VacancyAct, type VacancyCommand } from './vacancy-command';

/** What a command is decided on. */
export interface VacancyState {
  /** Undefined before its declaration. */
  readonly vacancy: Vacancy | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
  readonly at: RecordingCircumstances;
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
    if (vacancy && 'candidate' in act && !candidateOf(vacancy, act.candidate)) return refuse('unknown-candidate');
    const keys = await this.keysFor(act, vacancy);
    const at = await this.circumstances.of(sent, { vacancy, household: householdOf(act, vacancy, session) });
    if (!at) return refuse('unknown-residence');
    const sealed = keys ? sealedOf(events, keys) : new Map<Uuid, SealedCandidate>();
    return { stream, revision: events.length - 1, events, state: { vacancy, sealed, at }, ...(keys && { keys }) };
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
    { state: { vacancy, sealed, at } }: Loaded<VacancyState>,
    session: VaultSession,
  ): Decision<DecidedEvent<VacancyEvent>> {
    const { vacancy: id, act } = sent.command;
    const decision = decideAct(act, { vacancy, sealed, at, session });
    if ('refused' in decision) return decision;
    this.decided.set(sent, decision);
    return decision.map((event) => ({
      ...event,
      effectiveDay: effectiveDayOf(event),
      people: peopleOf(event, { id, act, vacancy, sealed }),
    }));
  }

  /** The answer says how the vacancy stands after the command: it is known here without reading the stream again. */
  async settle(
    sent: Sent<VacancyCommand>,
    receipt: Receipt,
    { revision, state, events = [] }: Loaded<VacancyState>,
  ): Promise<Receipt> {
    if (receipt.revision <= revision) return settledAs(receipt, outcomeAfter(events, receipt));
    const decided = this.decided.get(sent)!;
    const after = decided.reduce<Vacancy | undefined>(evolve, state.vacancy)!;
    return settledAs(receipt, { status: statusOf(after), candidate: candidateIn(decided) });
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
  { changes }: Extract<CandidateAct, { readonly verb: 'facts' }>,
  { facts: { transfer, essentialWorker, composition, publics } }: Candidate,
  sealed: SealedCandidate,
) {
  return { transfer, essentialWorker, composition, publics, ...sealed, ...changes };
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
