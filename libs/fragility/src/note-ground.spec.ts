import { day } from '#kernel';
import type { NoteFacts, SurveyFacts } from './events';
import { groundOf, type NoteGround } from './note-ground';
import { notesOn } from './note-on';
import { reasonText } from './report/reason';
import { DEFAULT_SURVEY_SCALE } from './survey-scale';

const ROW: NoteFacts = {
  residence: 'R1',
  from: day('2024-01-01'),
  statistical: null,
  commune: null,
  landlord: null,
  final: null,
  consensus: null,
};
const SOUND: SurveyFacts = {
  residence: 'R1',
  year: 2022,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: '10',
  adultsInWork: '80',
  largeFamilies: '5',
  singleParents: '10',
  minors: '20',
};

describe('why a residence has its note', () => {
  it.each<[string, Partial<NoteFacts> | null, Partial<SurveyFacts> | null, NoteGround, string]>([
    [
      'commune and landlord equal',
      { commune: 4, landlord: 4 },
      null,
      { kind: 'agreement' },
      'Notes de la commune et du bailleur concordantes.',
    ],
    ['the commune alone', { commune: 4 }, {}, { kind: 'commune-alone' }, 'Note de la commune seule.'],
    ['the landlord alone', { landlord: 4 }, {}, { kind: 'landlord-alone' }, 'Note du bailleur seul.'],
    ['a given note', { statistical: 2 }, {}, { kind: 'statistical-given' }, 'Note statistique donnée.'],
    [
      'a computed note',
      {},
      {},
      { kind: 'statistical-computed', year: 2022 },
      'Note statistique de l’enquête OPS 2022.',
    ],
    ['no row', null, {}, { kind: 'statistical-computed', year: 2022 }, 'Note statistique de l’enquête OPS 2022.'],
    [
      'a consensus',
      { commune: 2, landlord: 4, final: 3, consensus: 'Réunion du 3 mars' },
      null,
      { kind: 'consensus', motive: 'Réunion du 3 mars' },
      'Consensus : Réunion du 3 mars.',
    ],
    [
      'a ground written for what the rule gives anyway',
      { commune: 4, landlord: 4, final: 4, consensus: 'Réunion' },
      null,
      { kind: 'agreement' },
      'Notes de la commune et du bailleur concordantes.',
    ],
    [
      'a final note that the rule gave when it was recorded',
      { final: 5 },
      {},
      { kind: 'kept-final' },
      'Note finale donnée, que la règle donnait à sa date.',
    ],
    [
      'commune and landlord different, after a note',
      { commune: 4, landlord: 2 },
      {},
      { kind: 'disagreement', commune: 4, landlord: 2, kept: 1 },
      'Désaccord : commune 4, bailleur 2 ; un accord est attendu, la note d’avant (1) reste.',
    ],
    [
      'commune and landlord different, without a note before',
      { commune: 4, landlord: 2 },
      null,
      { kind: 'disagreement', commune: 4, landlord: 2, kept: null },
      'Désaccord : commune 4, bailleur 2 ; un accord est attendu.',
    ],
    [
      'a survey left out, for both reasons',
      {},
      { responseRate: '42.5', dwellings: 8 },
      {
        kind: 'survey-left-out',
        year: 2022,
        exclusions: [
          { kind: 'response-rate', found: '42.5', least: '50' },
          { kind: 'dwellings', found: 8, least: 11 },
        ],
      },
      'Enquête OPS 2022 écartée : taux de réponse de 42,5 %, moins de 50 % ; 8 logements enquêtés, moins de 11.',
    ],
    ['nothing', null, null, { kind: 'nothing' }, 'Aucune enquête ni aucune note.'],
    ['an empty row', {}, null, { kind: 'nothing' }, 'Aucune enquête ni aucune note.'],
    ['a survey of a year after the row', {}, { year: 2025 }, { kind: 'nothing' }, 'Aucune enquête ni aucune note.'],
  ])('%s', (_, row, survey, ground, sentence) => {
    const rows = row ? [{ ...ROW, ...row }] : [];
    const surveys = survey ? [{ ...SOUND, ...survey }] : [];
    const found = groundOf(notesOn(day('2024-06-01'), rows, surveys), DEFAULT_SURVEY_SCALE);
    expect(found).toEqual(ground);
    expect(reasonText(found)).toBe(sentence);
  });
});
