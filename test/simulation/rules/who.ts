import { holderOf, residenceOf } from '../world/territory';
import type { Data, Rules } from './history';
import type { Step } from './steps';
import { OF_COMMISSIONERS, OF_LANDLORD, VERB_OF } from './table';

const STATE = ['dalo_prefet', 'substitution', 'refus_dalo'];
/** Events that only timers and process managers record. */
const OF_SYSTEM = ['OfferLapsed', 'ConditionLapsed'];

/** Each event was recorded by whom process.md gives its verb (« who » and « Who designates »). */
export function holdActor({ event, vacancy, candidate, append, known }: Step, rules: Rules): void {
  const { type, role } = event;
  const rule = 'who may';
  if (role === 'system')
    return rules.holds(
      rule,
      [...OF_SYSTEM, 'CandidateWithdrawn', 'VacancyLet', 'VacancyClosed'].includes(type),
      () => type,
      event,
    );
  rules.holds(rule, !OF_SYSTEM.includes(type), () => type, event);
  if (role === 'administrateur') return;
  const officer = known.officers.get(event.actor);
  rules.holds(rule, officer?.role === role, () => `${role} by ${event.actor}`, event);
  const residence = residenceOf(type === 'VacancyDeclared' ? event.data.residence : vacancy.declared.data.residence);
  const isLandlord = role === 'bailleur' && officer!.codes.includes(residence.landlord);
  const isCommune = role === 'commune' && officer!.codes.includes(residence.commune);
  const verb = verbOf(
    type,
    append.map((one) => one.type),
  );
  if (OF_LANDLORD.includes(verb)) return rules.holds(rule, isLandlord, () => `${verb} by ${role}`, event);
  if (OF_COMMISSIONERS.includes(verb))
    return rules.holds(rule, isCommune || role === 'agent_epci', () => `${verb} by ${role}`, event);
  const basis = (
    type === 'CandidateDesignated' || type === 'CandidateProposed' ? event.data.basis : candidate?.basis
  ) as string;
  const isState =
    role === 'etat' ||
    (role === 'reservataire' && officer!.codes.some((code) => holderOf(code).contingent.startsWith('etat')));
  if (verb === 'candidates' && STATE.includes(basis))
    return rules.holds(rule, isState, () => `${basis} by ${role}`, event);
  const isHolder = designates({ role, codes: officer!.codes, isLandlord }, vacancy.orientation?.data);
  const may = verb === 'candidates' ? isHolder : isHolder || isLandlord || (STATE.includes(basis) && isState);
  rules.holds(rule, may, () => `${verb} by ${role} ${officer!.codes.join()}`, event);
}

/** A withdrawal that a return or a closing writes with it has the verb of that step. */
function verbOf(type: string, append: readonly string[]): string {
  if (append.includes('VacancyReturned')) return 'return';
  if (append.includes('VacancyClosed')) return 'closing';
  if (append.includes('VacancyLet')) return 'lease';
  if (append.includes('ProposalEndorsed')) return 'endorsement';
  if (append.includes('CandidateDesignated')) return 'candidates';
  if (type === 'VacancyDeclared') return 'declaration';
  if (type === 'LapseCorrected') return 'acceptance';
  return VERB_OF[type]!;
}

interface Who {
  readonly role: string;
  readonly codes: readonly string[];
  readonly isLandlord: boolean;
}

function designates({ role, codes, isLandlord }: Who, orientation: Data | undefined): boolean {
  if (!orientation) return false;
  const { contingent, commune, code } = holderOf(orientation.holder);
  if (orientation.forOneTurn || contingent === 'bailleur') return isLandlord;
  if (role === 'reservataire') return codes.includes(code);
  const delegated = orientation.delegatedTo;
  if (contingent === 'epci')
    return delegated === null ? role === 'agent_epci' : role === 'commune' && codes.includes(delegated);
  return contingent === 'commune' && role === 'commune' && codes.includes(commune!);
}
