import type { Day, Json } from '#kernel';
import type { MeasuredHousehold } from '../ceilings/admission';
import type { CeilingZone } from '#territory';

/** The criteria of priority of a département's agreement, by the codes of files and commands. */
export const CRITERIA = [
  'handicap',
  'logement_indigne',
  'violences',
  'prostitution_traite',
  'sur_occupation',
  'sous_occupation',
  'sans_logement',
  'heberge',
  'sortie_ase',
  'menace_expulsion',
  'taux_effort',
  'fragilite_economique',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Of violence, health and disability nothing is kept but that the criterion is met, the kind of proof, the day and the agent. */
export const SENSITIVE_CRITERIA: readonly Criterion[] = ['handicap', 'violences', 'prostitution_traite'];

/** With whom or where a household without a home of its own is hosted. The last two give no priority. */
export const HOSTINGS = [
  'tiers_sans_parente',
  'trois_generations',
  'hotel',
  'structure_hors_etat',
  'proche_parent',
  'structure_etat',
] as const;
export type Hosting = (typeof HOSTINGS)[number];

/** What the criteria read of a household and of its present home. Null: not known. Amounts are cents. */
export interface CriterionFacts extends Omit<MeasuredHousehold, Persons> {
  readonly personsOf14OrMore: number | null;
  readonly childrenUnder14: number | null;
  readonly personsOver3: number | null;
  readonly rooms: number | null;
  /** Hundredths of a square metre. */
  readonly surface: number | null;
  readonly hosting: Hosting | null;
  readonly hasRentDebt: boolean | null;
  readonly debtHasPlan: boolean | null;
  /** A month. */
  readonly rent: number | null;
  readonly annexes: number | null;
  readonly charges: number | null;
  readonly housingBenefit: number | null;
  readonly monthlyIncome: number | null;
  readonly appliedOn: Day | null;
  readonly zone: CeilingZone | null;
}

type Persons = 'personsOf14OrMore' | 'childrenUnder14';

/** The facts of a household whose persons are known. */
export type CountedFacts = Omit<CriterionFacts, Persons> & Pick<MeasuredHousehold, Persons>;

/** Whether a criterion is met, and why: the code of the ground, and the numbers that it rests on. */
export interface Finding {
  /** Null where it cannot be said. */
  readonly met: boolean | null;
  readonly because: string;
  readonly with: Readonly<Record<string, Json>>;
}

export function finding(met: boolean | null, because: string, numbers: Finding['with'] = {}): Finding {
  return { met, because, with: numbers };
}

/** Nothing can be said without these facts. */
export function unknownFacts(facts: Partial<CriterionFacts>): Finding {
  const missing = Object.entries(facts).flatMap(([field, value]) => (value === null ? [field] : []));
  return finding(null, 'facts-unknown', { missing });
}
