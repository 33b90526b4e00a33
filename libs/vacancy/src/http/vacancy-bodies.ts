import {
  calendarDay,
  code,
  communeCode,
  integer,
  livingSurface,
  money,
  oneOf,
  optional,
  required,
  yesNo,
} from '#cells';
import type { Uuid } from '#kernel';
import { DWELLING_TYPES, FINANCINGS } from '#territory';
import type { CommissionFacts, DecidedCandidate, Votes } from '../events';
import type { DwellingReference, GivenVacancy, VacancyAct } from '../recording/vacancy-command';
import {
  COMMISSION_FORMS,
  DECISIONS,
  DOCUMENTS,
  EXCEPTIONS,
  MAYOR_VOTES,
  OUTSIDE_FLOW,
  RELEASE_GROUNDS,
  REORIENTATION_GROUNDS,
} from '../words';
import { BodyForm, listOf, optionalObject } from './body-form';

/* The bodies of the commands about the vacancy itself: process.md, « The commands ». */

export const DECLARATION = new BodyForm({
  reference: required('reference_logement', code, 'LOG-1', { personal: true }),
  residence: required('code_residence', code, 'RES-1'),
  availableOn: required('date_liberation', calendarDay, '2024-06-01'),
  ground: required('motif_liberation', oneOf(RELEASE_GROUNDS), 'depart'),
  dwellingType: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
  financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
  surface: optional('surface', livingSurface, '62,5'),
  rent: optional('loyer', money, '412,30'),
  charges: optional('charges', money, '68'),
  firstLetting: optional('premiere_mise_en_location', yesNo, 'N'),
});

type FieldsOf<Form> = Form extends BodyForm<infer Fields> ? Fields : never;

export function declarationOf({ reference, residence, firstLetting, ...given }: FieldsOf<typeof DECLARATION>): {
  readonly given: GivenVacancy;
  readonly dwelling: DwellingReference;
} {
  return { given: { ...given, firstLetting: firstLetting ?? false }, dwelling: { residence, reference } };
}

export const ORIENTATION = new BodyForm({
  holder: required('code_reservataire', code, 'COMMUNE-78621'),
  lastDay: optional('date_limite', calendarDay, ''),
  forOneTurn: optional('pour_un_tour', yesNo, 'N'),
  outsideFlow: optional('hors_flux', oneOf(OUTSIDE_FLOW), ''),
  delegatedTo: optional('delegue_a', communeCode, ''),
  ground: optional('motif', oneOf(REORIENTATION_GROUNDS), ''),
});

export function orientationOf({ forOneTurn, ...given }: FieldsOf<typeof ORIENTATION>): VacancyAct {
  return { verb: 'orientation', given: { ...given, forOneTurn: forOneTurn ?? false } };
}

export const RETURN = new BodyForm({ motive: required('motif', code, 'sans_candidat') });

export const CLOSING = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  motive: required('motif', code, 'travaux'),
});

const VOTES = new BodyForm({
  pour: optional('pour', integer(0, 99), '5'),
  contre: optional('contre', integer(0, 99), '1'),
  abstention: optional('abstention', integer(0, 99), '0'),
  maire: optional('maire', oneOf(MAYOR_VOTES), 'pour'),
});

const DECISION = new BodyForm({
  candidate: required('candidate', code, '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11'),
  decision: required('decision', oneOf(DECISIONS), 'attribution_rang'),
  rank: optional('rang', integer(1, 99), '1'),
  motive: optional('motif', code, ''),
  document: optional('piece', oneOf(DOCUMENTS), ''),
  documentDue: optional('delai_piece', calendarDay, ''),
  votes: optionalObject('voix', VOTES),
});

const COMMISSION_MEMBERS = {
  on: required('date_caleol', calendarDay, '2024-03-15'),
  sitting: optional('seance', code, ''),
  present: optional('presents', integer(0, 99), '6'),
  form: optional('forme', oneOf(COMMISSION_FORMS), 'presentielle'),
  exception: optional('exception', oneOf(EXCEPTIONS), ''),
  attested: optional('attestation', yesNo, ''),
  decisions: listOf('decisions', DECISION, [DECISION.example]),
};

export const COMMISSION = new BodyForm(COMMISSION_MEMBERS);
export const COMMISSION_CORRECTION = new BodyForm({
  ...COMMISSION_MEMBERS,
  motive: required('motif', code, 'erreur'),
});

export function commissionOf<Fields extends FieldsOf<typeof COMMISSION>>({
  decisions,
  sitting,
  ...facts
}: Fields): CommissionFacts & Omit<Fields, 'decisions' | 'sitting'> {
  return { ...facts, sitting: sitting as Uuid | null, decisions: decisions.map(decisionOf) };
}

function decisionOf({ candidate, votes, ...decided }: FieldsOf<typeof DECISION>): DecidedCandidate {
  return { ...decided, candidate: candidate as Uuid, votes: votes && votesOf(votes) };
}

/** An absent count is none. */
function votesOf({ pour, contre, abstention, maire }: FieldsOf<typeof VOTES>): Votes {
  return { pour: pour ?? 0, contre: contre ?? 0, abstention: abstention ?? 0, maire: maire ?? 'absent' };
}
