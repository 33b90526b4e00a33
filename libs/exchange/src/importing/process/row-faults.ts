import type { Json, Refusal } from '#kernel';
import type { FileSpec } from '../../reading/spec';
import type { CellNotice, Fault } from '../../reading/fault';

const PROCESS_FILES = ['vacances.csv', 'designations.csv'] as const;
export type ProcessFile = (typeof PROCESS_FILES)[number];

/** Whether the rows of the file are commands of the process. */
export function isProcessFile(file: string): file is ProcessFile {
  return (PROCESS_FILES as readonly string[]).includes(file);
}

type Expected = Pick<CellNotice, 'column' | 'message'>;

/** What the process refuses of a row, by the code of its refusal: the cell that it is about, and what is expected there. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'unknown-residence': {
    column: 'code_residence',
    message: 'code inconnu : une ligne de residences.csv était attendue, dans cet import ou un précédent',
  },
  'residence-of-another-landlord': {
    column: 'code_residence',
    message: 'cette résidence a changé de propriétaire : une résidence du bailleur d’aujourd’hui est attendue',
  },
  'vacancy-already-open': {
    column: 'reference_logement',
    message:
      'ce logement a déjà une vacance, ni conclue par un bail ni close : sa date_liberation est attendue, ou un autre logement',
  },
  'first-occupancy-in-stock': {
    column: 'code_reservataire',
    message: 'une première mise en location revient au réservataire que logements.csv donne à ce logement',
  },
  'turn-not-returned': {
    column: 'pour_un_tour',
    message: 'O n’est attendu que pour un logement que son réservataire a rendu',
  },
  'holder-deadline-running': {
    column: 'code_reservataire',
    message: 'le réservataire a encore le temps de proposer : le même est attendu jusqu’à son dernier jour',
  },
  'no-open-vacancy': {
    column: 'reference_logement',
    message: 'ce logement n’a pas de vacance ouverte : une ligne de vacances.csv est attendue, ou une vacance déclarée',
  },
  'oriented-to-another-holder': {
    column: 'reference_logement',
    message: 'ce logement est orienté vers un autre réservataire : lui seul désigne',
  },
  'substitution-not-open': {
    column: 'fondement',
    message: 'le préfet ne peut pas attribuer ce logement à la place du bailleur : un autre fondement est attendu',
  },
  'candidate-already-designated': {
    column: 'numero_unique',
    message: 'ce ménage est déjà candidat de cette vacance',
  },
  'household-already-housed': {
    column: 'numero_unique',
    message: 'un bail est enregistré sous ce numéro unique : une mutation se demande sous un nouveau numéro',
  },
  'application-ended': { column: 'numero_unique', message: 'la demande de ce ménage est close' },
  'basis-not-corrected': {
    column: 'fondement',
    message: 'ce ménage est désigné sur un autre fondement, qui ne se corrige pas : il est attendu, ou rien',
  },
};

/** A step that does not start from where the vacancy is. */
const OUT_OF_STEP: Readonly<Record<ProcessFile, Expected>> = {
  'vacances.csv': {
    column: 'code_reservataire',
    message: 'la procédure de ce logement a avancé : son orientation ne change plus',
  },
  'designations.csv': {
    column: 'reference_logement',
    message: 'à ce stade de la procédure de ce logement, un ménage n’est ni désigné ni corrigé',
  },
};

const UNKNOWN: Expected = { column: '', message: 'cette ligne n’est pas admise à ce stade de la procédure' };

/** The fault of a row that the process refuses. */
export function faultOfRefusal(
  { code, params }: Refusal,
  spec: FileSpec,
  row: Readonly<Record<string, unknown>>,
): CellNotice {
  const { column, message } = expectedFor(code, params, spec);
  const field = spec.columns.find(({ name }) => name === column)?.field;
  return { column, value: field === undefined ? '' : shown(row[field]), message, code };
}

function expectedFor(code: string, params: Readonly<Record<string, Json>>, spec: FileSpec): Expected {
  if (code === 'declaration-not-corrected')
    return {
      column: spec.columns.find(({ field }) => field === params['field'])!.name,
      message:
        'la vacance de ce logement est déclarée avec une autre valeur, qui ne se corrige pas : clore la vacance (erreur), puis la déclarer de nouveau',
    };
  if (code === 'not-in-this-status') return OUT_OF_STEP[spec.file as ProcessFile];
  const { field } = params;
  if (typeof field !== 'string') return EXPECTED[code] ?? UNKNOWN;
  // The motives of the territory are data: the one that a changed row has may be gone.
  if (!spec.columns.some(({ name }) => name === field))
    return { column: '', message: `${field} « ${String(params['value'])} » n’est plus admis par le territoire` };
  return { column: field, message: messageOf(params) };
}

function messageOf({ admitted, today, notBefore }: Readonly<Record<string, Json>>): string {
  if (Array.isArray(admitted) && admitted.length > 0) return `une valeur parmi ${admitted.join(', ')} est attendue`;
  if (typeof today === 'string') return `un jour jusqu’à aujourd’hui (${today}) est attendu`;
  if (typeof notBefore === 'string') return `un jour à partir du ${notBefore} est attendu`;
  return 'cette valeur n’est pas admise ici';
}

/** Numbers of these files are hundredths: euros or square metres. */
function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'O' : 'N';
  if (typeof value === 'number') return (value / 100).toFixed(2).replace('.', ',');
  return typeof value === 'string' ? value : '';
}

/** A changed row about an erased household writes nothing, and refuses nothing. */
export function erasedHousehold(file: string, line: number): Fault {
  return {
    file,
    line,
    column: 'numero_unique',
    value: '',
    message: 'le ménage a été effacé : la ligne modifiée est laissée de côté',
  };
}
