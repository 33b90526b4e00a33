import type { NoteGround } from '../note-ground';
import type { SurveyExclusion } from '../statistical-note';

/** Why a residence has its note, or none, in one short French sentence. */
export function reasonText(ground: NoteGround): string {
  switch (ground.kind) {
    case 'agreement':
      return 'Notes de la commune et du bailleur concordantes.';
    case 'commune-alone':
      return 'Note de la commune seule.';
    case 'landlord-alone':
      return 'Note du bailleur seul.';
    case 'statistical-given':
      return 'Note statistique donnée.';
    case 'statistical-computed':
      return `Note statistique de l’enquête OPS ${ground.year}.`;
    case 'consensus':
      return `Consensus : ${ended(ground.motive)}`;
    case 'kept-final':
      return 'Note finale donnée, que la règle donnait à sa date.';
    case 'disagreement':
      return disagreementText(ground);
    case 'survey-left-out':
      return `Enquête OPS ${ground.year} écartée : ${ground.exclusions.map(exclusionText).join(' ; ')}.`;
    case 'nothing':
      return 'Aucune enquête ni aucune note.';
  }
}

/** Why a survey is left out, in French. */
export function exclusionText(exclusion: SurveyExclusion): string {
  if (exclusion.kind === 'response-rate')
    return `taux de réponse de ${exclusion.found.replace('.', ',')} %, moins de ${exclusion.least.replace('.', ',')} %`;
  const { found, least } = exclusion;
  return `${found} ${found > 1 ? 'logements enquêtés' : 'logement enquêté'}, moins de ${least}`;
}

function disagreementText({ commune, landlord, kept }: Extract<NoteGround, { kind: 'disagreement' }>): string {
  const given = `Désaccord : commune ${commune}, bailleur ${landlord} ; un accord est attendu`;
  return kept === null ? `${given}.` : `${given}, la note d’avant (${kept}) reste.`;
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
