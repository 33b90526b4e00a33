import type { Day } from '#kernel';
import type { Ceilings } from '../ceilings/ceiling';
import {
  finding,
  unknownFacts,
  type CountedFacts,
  type Criterion,
  type CriterionFacts,
  type Finding,
} from './criterion';
import { economicallyFragile } from './economic-fragility';
import { effortTooHigh } from './effort';
import { overOccupied, underOccupied } from './occupation';
import type { AdmittedProofs, ProofRules } from './proofs';

/** What a criterion is decided on. */
export interface CriterionCase {
  readonly facts: CriterionFacts;
  /** The kinds of proof that the agent saw. */
  readonly proofs: readonly string[];
  /** The day on which they were seen. */
  readonly on: Day;
}

/** The data of the territory. */
export interface CriterionData {
  readonly ceilings: Ceilings;
  readonly proofs: ProofRules;
}

type Rule = (facts: CriterionFacts, on: Day, data: CriterionData) => Finding;

/** A rule that counts the persons of the household. */
const counting =
  (rule: (facts: CountedFacts, on: Day, data: CriterionData) => Finding): Rule =>
  (facts, on, data) => {
    const { personsOf14OrMore, childrenUnder14 } = facts;
    if (personsOf14OrMore === null || childrenUnder14 === null)
      return unknownFacts({ personsOf14OrMore, childrenUnder14 });
    return rule({ ...facts, personsOf14OrMore, childrenUnder14 }, on, data);
  };

/** The proof alone decides: no fact is asked for, so none is kept. */
const byProof: Rule = () => finding(true, 'proof-seen');

/** One rule for each criterion: what its facts say, whatever was proven. */
const RULES: Readonly<Record<Criterion, Rule>> = {
  handicap: byProof,
  logement_indigne: byProof,
  violences: byProof,
  prostitution_traite: byProof,
  sur_occupation: counting(overOccupied),
  sous_occupation: counting(underOccupied),
  sans_logement: byProof,
  heberge: hosted,
  sortie_ase: byProof,
  menace_expulsion: threatened,
  taux_effort: counting(effortTooHigh),
  fragilite_economique: counting((facts, on, { ceilings }) => economicallyFragile(facts, on, ceilings)),
};

/** A criterion is met where its facts say so and every part of it is proven. What the facts deny, no proof mends. */
export function decideCriterion(
  criterion: Criterion,
  { facts, proofs, on }: CriterionCase,
  data: CriterionData,
): Finding {
  const said = RULES[criterion](facts, on, data);
  return said.met ? (unproven(proofs, data.proofs.admitted(criterion, on)) ?? said) : said;
}

/** Undefined where every part is proven. A criterion for which the territory admits no proof at all cannot be met. */
function unproven(proofs: readonly string[], admitted: AdmittedProofs): Finding | undefined {
  const missing = admitted.filter((kinds) => !kinds.some((kind) => proofs.includes(kind)));
  if (admitted.length > 0 && missing.length === 0) return undefined;
  const expected = missing.map((kinds) => [...kinds]);
  const isOfNoUse = proofs.length > 0 && !admitted.flat().some((kind) => proofs.includes(kind));
  return isOfNoUse ? finding(false, 'proof-not-admitted', { expected }) : finding(null, 'proof-missing', { expected });
}

/** Hosted by a third party without close kinship, by three generations, at a hotel or in a structure that is not the State's. */
function hosted({ hosting }: CriterionFacts): Finding {
  if (hosting === null) return unknownFacts({ hosting });
  const isAdmitted = hosting !== 'proche_parent' && hosting !== 'structure_etat';
  return finding(isAdmitted, isAdmitted ? 'hosted' : 'hosted-otherwise', { hosting });
}

/** From the summons on; a debt must be under a plan. */
function threatened({ hasRentDebt, debtHasPlan }: CriterionFacts): Finding {
  if (hasRentDebt === null) return unknownFacts({ hasRentDebt });
  if (!hasRentDebt) return finding(true, 'summoned');
  if (debtHasPlan === null) return unknownFacts({ debtHasPlan });
  return debtHasPlan ? finding(true, 'debt-under-plan') : finding(false, 'debt-without-plan');
}
