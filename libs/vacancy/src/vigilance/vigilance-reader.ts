import { covers, type Actor, type Scope } from '#access';
import { clearHouseholdOf, type ClearHousehold, type SealedHousehold } from '#allocation';
import {
  clearFact,
  placeOfEntity,
  type AllocationFact,
  type Effects,
  type ObjectiveEffect,
  type ObjectiveEffects,
} from '#compliance';
import type { Position } from '#event-store';
import { isRefusal, refuse, yearOf, type Refusal, type Uuid } from '#kernel';
import type { OpenedVacancy } from '../recording/read-vacancy';
import type { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { VacancyReader } from '../reading/vacancy-reader';
import type { ProposedHousehold } from '../sealed-candidate';
import { candidateOf, type Vacancy } from '../vacancy';
import type { Basis } from '../words';
import { noticesOf, VIGILANCE, type VigilanceCode, type VigilanceKind } from './notices';
import { reasonsOf, type Reason } from './reasons';

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
  /** Empty where the household was erased. */
  readonly reasons: readonly Reason[];
}

/** What is weighed of a household. */
interface Weighing {
  readonly facts: ClearHousehold;
  /** Undefined where the household was erased. */
  readonly sealed: (SealedHousehold & { readonly precarious: boolean | null }) | undefined;
  readonly basis: Basis;
  readonly holder: string;
}

/** What a lease of this household in this residence would change, and what to know before. Nothing is written. */
export class VigilanceReader {
  constructor(
    private readonly parts: {
      readonly reader: VacancyReader;
      readonly circumstances: RecordedCircumstances;
      readonly effects: ObjectiveEffects;
    },
  ) {}

  /** Refused: as `VacancyReader.show`, and `unknown-candidate`. */
  async ofCandidate(vacancy: Uuid, candidate: Uuid, actor: Actor): Promise<VigilanceView | Refusal> {
    const opened = await this.parts.reader.open(vacancy, actor);
    if (isRefusal(opened)) return opened;
    const known = candidateOf(opened.vacancy, candidate);
    if (!known) return refuse('unknown-candidate');
    const { facts, basis, holder } = known;
    const sealed = await opened.sealedOf(candidate);
    return this.view(opened, candidate, { facts, basis, holder, sealed }, { vacancy, actor });
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

  private async view(
    { vacancy: state }: OpenedVacancy,
    candidate: Uuid | null,
    weighing: Weighing,
    { vacancy, actor }: { readonly vacancy: Uuid; readonly actor: Actor },
  ): Promise<VigilanceView> {
    const { circumstances, effects } = this.parts;
    const place = circumstances.placeOfLease(state, weighing.holder);
    const fact = factOf(state, weighing, place);
    const changed = await effects.of(fact, (kind, code) => circumstances.nameOf(kind, code));
    return { vacancy, candidate, ...this.weighed(state, weighing, place), ...seenBy(actor.scope, changed) };
  }

  private weighed(
    { declared }: Vacancy,
    { facts, sealed, basis }: Weighing,
    place: ReturnType<RecordedCircumstances['placeOfLease']>,
  ): Pick<VigilanceView, 'notices' | 'reasons'> {
    const { derivation, today } = this.parts.circumstances.derivingNow();
    const { note, isListed, contingent } = place;
    const codes = noticesOf({
      facts,
      dalo: sealed?.dalo ?? false,
      precarious: sealed?.precarious ?? null,
      basis,
      isStateHolder: contingent === 'etat' || contingent === 'etat_fonctionnaires',
      isInDistrict: place.districts.length > 0,
      note,
    });
    const dwelling = { type: declared.dwellingType, surface: declared.surface };
    const reasons = sealed
      ? reasonsOf({ facts, household: sealed, year: yearOf(today), derivation, note, isListed, dwelling })
      : [];
    return { notices: codes.map((code) => ({ code, kind: VIGILANCE[code] })), reasons };
  }
}

function factOf(
  { declared }: Vacancy,
  { facts, holder }: Weighing,
  { today, isListed: _listed, ...joined }: ReturnType<RecordedCircumstances['placeOfLease']>,
): AllocationFact {
  const clear = clearFact({
    household: '' as unknown as Uuid,
    signedOn: today,
    commissionOn: null,
    residence: declared.residence,
    dwellingType: declared.dwellingType,
    financing: declared.financing,
    firstLetting: declared.firstLetting,
    cancelled: false,
    holder,
    ...facts,
  });
  return { ...clear, ...joined, inQpv: joined.districts.length > 0 ? 1 : 0 };
}

/** The direction of an effect is shown to all who see the vacancy; the counts, where the scope covers the entity. */
function seenBy(scope: Scope, { position, effects }: Effects): Pick<VigilanceView, 'position' | 'effects'> {
  const isSeen = ({ scope: about, actor }: ObjectiveEffect): boolean =>
    scope.kind === 'all' || [about, actor].some((entity) => entity && covers(scope, placeOfEntity(entity)));
  return {
    position,
    effects: effects.map((effect) => (isSeen(effect) ? effect : { ...effect, before: null, after: null })),
  };
}
