import type { MotiveList, Voter } from './process-facts';
import type { EpciPart } from '#territory';
import type { FragilityIndicator, FragilityIndicatorScale, Instance, InstanceDelay, Objective } from './convention';

/** The words of convention.json for which events have another word. */
type Words<Value> = Readonly<Record<string, Value>>;

export const PERIOD_WORDS: Words<Objective['period']> = { annee: 'year', semestre: 'semester' };
export const EPCI_PART_WORDS: Words<EpciPart> = { propre: 'epci_propre', deleguee: 'epci_delegue' };
export const ORIGIN_WORDS: Words<Objective['origin']> = { loi: 'law', locale: 'local' };
export const INSTANCE_PERIOD_WORDS: Words<NonNullable<Instance['period']>> = {
  mois: 'month',
  semestre: 'semester',
  annee: 'year',
};
export const UNIT_WORDS: Words<InstanceDelay['unit']> = { jours: 'day', mois: 'month' };
export const WHEN_WORDS: Words<InstanceDelay['when']> = { avant: 'before', apres: 'after' };
/** The columns of ops.csv, without `part_`. */
export const INDICATOR_WORDS: Words<FragilityIndicator> = {
  moins_40_plus: 'veryLowIncome',
  taux_activite: 'adultsInWork',
  familles_monoparentales: 'singleParents',
  familles_nombreuses: 'largeFamilies',
  mineurs: 'minors',
};
export const WORSE_WORDS: Words<FragilityIndicatorScale['worseWhen']> = { haut: 'high', bas: 'low' };

export const MOTIVE_LIST_WORDS: Words<MotiveList> = {
  menage: 'household',
  non_attribution: 'nonAllocation',
  irrecevabilite: 'inadmissibility',
  retrait: 'withdrawal',
  retour: 'returning',
  report: 'deferral',
  correction: 'correction',
};
export const VOTER_WORDS: Words<Voter> = { membres: 'members', maire: 'mayor', prefet: 'prefect', epci: 'epci' };

/** The word that the file uses for a value of events. */
export function wordOf<Value>(words: Words<Value>, value: Value): string {
  return Object.keys(words).find((word) => words[word] === value)!;
}
