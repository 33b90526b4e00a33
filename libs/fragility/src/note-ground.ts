import type { FragilityNote } from './events';
import { ruleNote, type NotesInForce } from './note-on';
import { exclusionsOf, type SurveyExclusion } from './statistical-note';
import type { SurveyScale } from './survey-scale';

/** Which rule gave a residence its note, or why it has none. */
export type NoteGround =
  /** Commune and landlord give the same note. */
  | { readonly kind: 'agreement' }
  | { readonly kind: 'commune-alone' }
  | { readonly kind: 'landlord-alone' }
  /** Neither speaks: a statistical note that a row gives. */
  | { readonly kind: 'statistical-given' }
  /** Neither speaks: the note of that year's survey. */
  | { readonly kind: 'statistical-computed'; readonly year: number }
  /** Agreed otherwise than the rule, on a written ground. */
  | { readonly kind: 'consensus'; readonly motive: string }
  /** A final note given without a ground, since the rule gave it then, which the rule no longer gives. */
  | { readonly kind: 'kept-final' }
  | { readonly kind: 'disagreement'; readonly commune: FragilityNote; readonly landlord: FragilityNote }
  | { readonly kind: 'survey-left-out'; readonly year: number; readonly exclusions: readonly SurveyExclusion[] }
  | { readonly kind: 'nothing' };
export const NOTE_GROUNDS = [
  'agreement',
  'commune-alone',
  'landlord-alone',
  'statistical-given',
  'statistical-computed',
  'consensus',
  'kept-final',
  'disagreement',
  'survey-left-out',
  'nothing',
] as const satisfies readonly NoteGround['kind'][];
export type NoteGroundKind = NoteGround['kind'];

/** Why the notes in force give what they give. @param scale in force on the same day */
export function groundOf({ row, statistical, survey, note }: NotesInForce, scale: SurveyScale): NoteGround {
  const commune = row?.commune ?? null;
  const landlord = row?.landlord ?? null;
  if (row && row.final !== null && note !== ruleNote(row, statistical))
    return row.consensus ? { kind: 'consensus', motive: row.consensus } : { kind: 'kept-final' };
  if (commune !== null && landlord !== null)
    return commune === landlord ? { kind: 'agreement' } : { kind: 'disagreement', commune, landlord };
  if (commune !== null) return { kind: 'commune-alone' };
  if (landlord !== null) return { kind: 'landlord-alone' };
  if (row && row.statistical !== null) return { kind: 'statistical-given' };
  if (!survey) return { kind: 'nothing' };
  const { year } = survey;
  if (statistical !== null) return { kind: 'statistical-computed', year };
  return { kind: 'survey-left-out', year, exclusions: exclusionsOf(survey, scale) };
}
