import { calendarDay, code, integer, oneOf, optional, required, yesNo } from '#cells';
import type { Uuid } from '#kernel';
import { DECLARATION_COLUMNS, ORIENTATION_COLUMNS } from '../columns';
import type { CommissionFacts, DecidedCandidate, Votes } from '../events';
import type { VacancyAct } from '../recording/vacancy-command';
import { COMMISSION_FORMS, DECISIONS, DOCUMENTS, EXCEPTIONS, MAYOR_VOTES, REORIENTATION_GROUNDS } from '../words';
import { BodyForm, listOf, optionalObject } from './body-form';

/* The bodies of the commands about the vacancy itself: process.md, « The commands ». */

export const DECLARATION = new BodyForm(DECLARATION_COLUMNS);

type FieldsOf<Form> = Form extends BodyForm<infer Fields> ? Fields : never;

export const ORIENTATION = new BodyForm({
  holder: required('code_reservataire', code, 'COMMUNE-78621'),
  ...ORIENTATION_COLUMNS,
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
