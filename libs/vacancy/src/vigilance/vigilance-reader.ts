import { covers, may, type Actor, type Scope } from '#access';
import { clearHouseholdOf } from '#allocation';
import { placeOfEntity, type ObjectiveEffect } from '#compliance';
import type { HouseholdCriteria } from '#criteria';
import type { Position } from '#event-store';
import { isRefusal, refuse, yearOf, type Refusal, type Uuid } from '#kernel';
import { correctedHousehold } from '../recording/event-people';
import type { CriteriaRecorder } from '../criteria/criteria-recorder';
import type { OpenedVacancy } from '../recording/read-vacancy';
import type { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct } from '../recording/vacancy-command';
import type { VacancyReader } from '../reading/vacancy-reader';
import type { ProposedHousehold } from '../sealed-candidate';
import { candidateOf, type Vacancy } from '../vacancy';
import type { Basis } from '../words';
import { VIGILANCE, type VigilanceCode, type VigilanceKind } from './notices';
import { reasonsOf, type Reason } from './reasons';
import type { Vigilance, Weighed, Weighing } from './vigilance';

/** A household as somebody would designate it. */
export interface WouldBe {
  readonly household: ProposedHousehold;
  readonly basis: Basis;
  /** Null: the holder of the orientation. */
  readonly holder: string | null;
}

/** The effect on an objective; without its counts where the actor's scope hides the entity. */
export type SeenEffect = Omit<ObjectiveEffect, 'before' | 'after'> & {
  readonly before: ObjectiveEffect['before'] | null;
  readonly after: ObjectiveEffect['after'] | null;
};

export interface VigilanceView {
  readonly vacancy: Uuid;
  /** Null for a household that is not designated. */
  readonly candidate: Uuid | null;
  /** Of the counts before the lease. */
  readonly position: Position;
  readonly notices: readonly { readonly code: VigilanceCode; readonly kind: VigilanceKind }[];
  readonly effects: readonly SeenEffect[];
  /** Empty where the household was erased, or the actor may not read names there: they follow from sealed facts. */
  readonly reasons: readonly Reason[];
}

/** What a lease of this household in this residence would change, and what to know before. Nothing is written. */
export class VigilanceReader {
  constructor(
    private readonly parts: {
      readonly reader: VacancyReader;
      readonly circumstances: RecordedCircumstances;
      readonly vigilance: Vigilance;
      readonly criteria: Pick<CriteriaRecorder, 'of'>;
    },
  ) {}

  /** Refused: as `VacancyReader.show`, and `unknown-candidate`. */
  async ofCandidate(vacancy: Uuid, candidate: Uuid, actor: Actor): Promise<VigilanceView | Refusal> {
    const opened = await this.parts.reader.open(vacancy, actor);
    if (isRefusal(opened)) return opened;
    const known = candidateOf(opened.vacancy, candidate);
    if (!known) return refuse('unknown-candidate');
    const { facts, basis, holder, household } = known;
    const sealed = await this.sealedFor(actor, opened, candidate);
    const criteria = sealed && (await this.parts.criteria.of(household));
    const told = isRefusal(criteria) ? undefined : criteria;
    return this.view(opened, candidate, { facts, basis, holder, sealed }, { vacancy, actor, criteria: told });
  }

  /** Refused: as `VacancyReader.show`. */
  async ofHousehold(vacancy: Uuid, wouldBe: WouldBe, actor: Actor): Promise<VigilanceView | Refusal> {
    const opened = await this.parts.reader.open(vacancy, actor);
    if (isRefusal(opened)) return opened;
    const { household: sealed, basis } = wouldBe;
    const { derivation, today } = this.parts.circumstances.derivingNow();
    const facts = clearHouseholdOf(sealed, derivation, yearOf(today));
    const holder = wouldBe.holder ?? opened.vacancy.orientation?.holder ?? '';
    return this.view(opened, null, { facts, basis, holder, sealed }, { vacancy, actor });
  }

  /** Of a candidate, once its facts are corrected. Refused: as `ofCandidate`. */
  async ofCorrection(
    vacancy: Uuid,
    act: Extract<CandidateAct, { readonly verb: 'facts' }>,
    actor: Actor,
  ): Promise<VigilanceView | Refusal> {
    const opened = await this.parts.reader.open(vacancy, actor);
    if (isRefusal(opened)) return opened;
    const { candidate } = act;
    const known = candidateOf(opened.vacancy, candidate);
    const before = known && (await opened.sealedOf(candidate));
    if (!before) return refuse('unknown-candidate');
    const sealed = correctedHousehold(act, known, before);
    const { derivation, today } = this.parts.circumstances.derivingNow();
    const facts = clearHouseholdOf(sealed, derivation, yearOf(today));
    const { basis, holder } = known;
    return this.view(opened, candidate, { facts, basis, holder, sealed }, { vacancy, actor });
  }

  /** What a sealed fact explains is told only to who may read names there. Undefined also where the household was erased. */
  private sealedFor(actor: Actor, { vacancy, sealedOf }: OpenedVacancy, candidate: Uuid) {
    const { landlord, commune } = this.parts.circumstances.placeOfLease(vacancy, '');
    const holder = vacancy.orientation?.holder ?? '';
    return may(actor, 'read-named-list', { landlord, commune, holder }) ? sealedOf(candidate) : undefined;
  }

  private async view(
    { vacancy: state }: OpenedVacancy,
    candidate: Uuid | null,
    weighing: Weighing,
    {
      vacancy,
      actor,
      criteria,
    }: { readonly vacancy: Uuid; readonly actor: Actor; readonly criteria?: HouseholdCriteria | undefined },
  ): Promise<VigilanceView> {
    const weighed = await this.parts.vigilance.weigh(state, weighing, true);
    const notices = weighed.notices.map((code) => ({ code, kind: VIGILANCE[code] }));
    const reasons = this.reasonsOf(state, weighing, weighed, criteria);
    return { vacancy, candidate, notices, reasons, ...seenBy(actor.scope, weighed) };
  }

  private reasonsOf(
    { declared }: Vacancy,
    { facts, sealed }: Weighing,
    { place: { today, note, isListed }, admission }: Weighed,
    criteria: HouseholdCriteria | undefined,
  ): readonly Reason[] {
    if (!sealed) return [];
    const { derivation } = this.parts.circumstances.derivingNow();
    const dwelling = { type: declared.dwellingType, surface: declared.surface };
    const place = { year: yearOf(today), derivation, note, isListed, dwelling };
    return reasonsOf({ facts, household: sealed, ...place, admission, criteria });
  }
}

/** The direction of an effect is shown to all who see the vacancy; the counts, where the scope covers the entity. */
export function seenBy(
  scope: Scope,
  { position, effects }: Pick<Weighed, 'position' | 'effects'>,
): Pick<VigilanceView, 'position' | 'effects'> {
  const isSeen = ({ scope: about, actor }: ObjectiveEffect): boolean =>
    scope.kind === 'all' || [about, actor].some((entity) => entity && covers(scope, placeOfEntity(entity)));
  return {
    position,
    effects: effects.map((effect) => (isSeen(effect) ? effect : { ...effect, before: null, after: null })),
  };
}
