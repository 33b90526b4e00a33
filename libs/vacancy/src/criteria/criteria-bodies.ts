import { HOUSEHOLD_COLUMNS } from '#allocation';
import { calendarDay, code, integer, money, oneOf, optional, required, surface, yesNo } from '#cells';
import { CRITERIA, HOSTINGS, type CriterionAct } from '#criteria';
import { CEILING_ZONES } from '#territory';
import { NUMBER } from '../applications/household-number';
import { BodyForm, requiredCodes, type ReadBody } from '../http/body-form';

const PERSONAL = { personal: true };
const MOST_PERSONS = 50;
const MOST_ROOMS = 20;

const CRITERION = { criterion: required('critere', oneOf(CRITERIA), 'sur_occupation', PERSONAL) };

/** What the criteria read of a household and of its present home. Each criterion asks for its own. */
const FACTS = {
  personsOf14OrMore: optional('personnes_14_ans_et_plus', integer(1, MOST_PERSONS), '2', PERSONAL),
  childrenUnder14: optional('enfants_moins_14_ans', integer(0, MOST_PERSONS), '2', PERSONAL),
  personsOver3: optional('personnes_plus_3_ans', integer(1, MOST_PERSONS), '3', PERSONAL),
  composition: { ...HOUSEHOLD_COLUMNS.composition, personal: true },
  youngCouple: optional('jeune_couple', yesNo, '', PERSONAL),
  disability: optional('invalidite', yesNo, '', PERSONAL),
  rooms: optional('nombre_pieces', integer(1, MOST_ROOMS), '2', PERSONAL),
  surface: optional('surface', surface, '33,5', PERSONAL),
  hosting: optional('hebergement', oneOf(HOSTINGS), '', PERSONAL),
  hasRentDebt: optional('dette', yesNo, '', PERSONAL),
  debtHasPlan: optional('plan_apurement', yesNo, '', PERSONAL),
  rent: optional('loyer', money, '', PERSONAL),
  annexes: optional('annexes', money, '', PERSONAL),
  charges: optional('charges', money, '', PERSONAL),
  housingBenefit: optional('aide_logement', money, '', PERSONAL),
  monthlyIncome: optional('ressources_mensuelles', money, '', PERSONAL),
  taxIncome: optional('revenu_fiscal', money, '', PERSONAL),
  appliedOn: optional('date_demande', calendarDay, '', PERSONAL),
  zone: optional('zone', oneOf(CEILING_ZONES), ''),
};

export const ESTABLISHMENT = new BodyForm({
  ...NUMBER,
  ...CRITERION,
  proofs: requiredCodes('piece', ['bail']),
  on: required('date', calendarDay, '2024-03-15'),
  ...FACTS,
});

export const CRITERION_WITHDRAWAL = new BodyForm({
  ...NUMBER,
  ...CRITERION,
  motive: required('motif', code, 'erreur'),
});

export const CRITERIA_READING = new BodyForm(NUMBER);

/** An act about a criterion of the household that has this number. */
export interface NumberedAct {
  readonly householdNumber: string;
  readonly act: CriterionAct;
}

export function readEstablishment(body: unknown): ReadBody<NumberedAct> {
  const read = ESTABLISHMENT.read(body);
  if (!read.valid) return read;
  const { householdNumber: number, criterion, proofs, on, ...facts } = read.fields;
  return { valid: true, fields: { householdNumber: number, act: { verb: 'establish', criterion, proofs, on, facts } } };
}

export function readWithdrawal(body: unknown): ReadBody<NumberedAct> {
  const read = CRITERION_WITHDRAWAL.read(body);
  if (!read.valid) return read;
  const { householdNumber: number, ...withdrawal } = read.fields;
  return { valid: true, fields: { householdNumber: number, act: { verb: 'withdraw', ...withdrawal } } };
}
