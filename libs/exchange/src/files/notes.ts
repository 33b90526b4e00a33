import type { FragilityNote, NoteFacts } from '#fragility';
import { calendarDay, code, rank, text } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

const note = rank<FragilityNote>([1, 2, 3, 4, 5], 'une note de 1 à 5 est attendue');

/** Fragility notes as they are given. The rule that gives the final note is in `libs/fragility`. */
export const NOTES: FileSpec<NoteFacts> = defineFile({
  file: 'notes.csv',
  key: ['residence', 'from'],
  columns: {
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    from: required('date_effet', calendarDay, '2024-01-01'),
    statistical: optional('note_statistique', note, '3'),
    commune: optional('note_commune', note, '4'),
    landlord: optional('note_bailleur', note, '4'),
    final: optional('note_finale', note, '4'),
    consensus: optional('motif_consensus', text, ''),
  },
});
