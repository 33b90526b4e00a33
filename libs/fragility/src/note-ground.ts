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
  /** Commune and landlord give no note; the row gives a statistical note. */
  | { readonly kind: 'statistical-given' }
  /** Commune and landlord give no note; the survey of that year gives one. */
  | { readonly kind: 'statistical-computed'; readonly year: number }
  /** A meeting agreed on another note than the rule gives, with a written ground. */
  | { readonly kind: 'consensus'; readonly motive: string }
  /** A final note without a written ground: the rule gave it when it was recorded, and no longer does. */
  | { readonly kind: 'kept-final' }
  | {
      readonly kind: 'disagreement';
      readonly commune: FragilityNote;
      readonly landlord: FragilityNote;
      readonly kept: FragilityNote | null;
    }
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

/** Which rule gives the final note, or why there is none. @param scale in force on the same day */
export function groundOf({ row, statistical, survey, earlier, note }: NotesInForce, scale: SurveyScale): NoteGround {
  const commune = row?.commune ?? null;
  const landlord = row?.landlord ?? null;
  if (row && row.final !== null && note !== ruleNote(row, statistical, earlier))
    return row.consensus ? { kind: 'consensus', motive: row.consensus } : { kind: 'kept-final' };
  if (commune !== null && landlord !== null)
    return commune === landlord ? { kind: 'agreement' } : { kind: 'disagreement', commune, landlord, kept: earlier };
  if (commune !== null) return { kind: 'commune-alone' };
  if (landlord !== null) return { kind: 'landlord-alone' };
  if (row && row.statistical !== null) return { kind: 'statistical-given' };
  if (!survey) return { kind: 'nothing' };
  const { year } = survey;
  if (statistical !== null) return { kind: 'statistical-computed', year };
  return { kind: 'survey-left-out', year, exclusions: exclusionsOf(survey, scale) };
}
