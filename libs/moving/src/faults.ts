import { CodedError } from '#kernel';

/** The file is no history file. */
export function historyFileUnknown(): CodedError {
  return new CodedError('history-file-unknown', "Ce n'est pas un fichier d'historique de Mixité (ligne 1).");
}

export function historyFileNewer(): CodedError {
  return new CodedError('history-file-newer', "Ce fichier d'historique vient d'une version plus récente de Mixité.");
}

/** The compressed file is damaged after line `line`. */
export function historyFileDamaged(line: number, cause: unknown): CodedError {
  const message = `Le fichier compressé est abîmé après la ligne ${line}.`;
  return new CodedError('history-file-damaged', message, { line }, { cause });
}

export function lineTooLong(line: number): CodedError {
  return new CodedError('history-line-too-long', `Ligne ${line} : plus longue qu'un événement ne peut l'être.`, {
    line,
  });
}

/** A line of the file, and the ordinal of the event that should be there. */
interface Where {
  readonly line: number;
  readonly ordinal: number;
}

export function lineUnreadable({ line, ordinal }: Where): CodedError {
  const message = `Ligne ${line} : événement n° ${ordinal} attendu, la ligne n'en contient pas un : elle a été altérée.`;
  return new CodedError('history-line-altered', message, { line, ordinal });
}

export function lineAltered({ line, ordinal }: Where, expected: string, found: string): CodedError {
  const message = `Ligne ${line}, événement n° ${ordinal} : empreinte ${short(expected)} attendue d'après son contenu et ceux qui le précèdent, ${short(found)} trouvée : la ligne a été altérée.`;
  return new CodedError('history-line-altered', message, { line, ordinal, expected, found });
}

export function lineMisplaced({ line, ordinal }: Where, found: number): CodedError {
  const message = `Ligne ${line} : événement n° ${ordinal} attendu, n° ${found} trouvé : une ligne manque, est répétée ou n'est pas à sa place.`;
  return new CodedError('history-line-misplaced', message, { line, ordinal, found });
}

/** The position of the event, in the store that exported it, is before the position of the previous event. */
export function lineGoesBack({ line, ordinal }: Where, before: string, found: string): CodedError {
  const message = `Ligne ${line}, événement n° ${ordinal} : position ${found}, avant celle du précédent (${before}).`;
  return new CodedError('history-line-goes-back', message, { line, ordinal, expected: before, found });
}

/** The closing line does not match the lines before it. */
export function closingWrong(
  line: number,
  field: string,
  expected: string | number,
  found: string | number,
): CodedError {
  const message = `Ligne ${line}, dernière ligne : ${field} ${found} annoncé, ${expected} constaté : des lignes ont été retirées ou ajoutées.`;
  return new CodedError('history-closing-wrong', message, { line, field, expected, found });
}

export function afterClosing(line: number): CodedError {
  const message = `Ligne ${line} : le fichier se terminait à la ligne ${line - 1}, rien ne doit suivre.`;
  return new CodedError('history-after-closing', message, { line });
}

/** The file ends before its closing line. */
export function historyCut(lines: number, ordinal: number): CodedError {
  const message = `Le fichier est coupé après la ligne ${lines} (événement n° ${ordinal}) : sa dernière ligne manque.`;
  return new CodedError('history-cut', message, { line: lines, ordinal });
}

/** There is a gap between the end of the store's history and the first event of the file. */
export function historyGap(first: number, head: number): CodedError {
  const message = `Le fichier commence à l'événement n° ${first} et l'historique présent s'arrête au n° ${head} : exportez la suite avec --from-ordinal ${head + 1}.`;
  return new CodedError('history-gap', message, { first, head });
}

/** The history of a store was altered: an event is missing, does not follow, or holds texts that Mixité does not write. */
export function historyAltered(ordinal: number, cause?: unknown): CodedError {
  const message = `L'historique des données est altéré : son événement n° ${ordinal} manque, ne suit pas ceux qui le précèdent ou n'est pas lisible.`;
  return new CodedError('history-altered', message, { ordinal }, { cause });
}

/** A history that has arrived only in part cannot be exported. */
export function notWhole(): CodedError {
  const message = "L'historique n'est arrivé ici qu'en partie : terminez d'abord « mixite history import ».";
  return new CodedError('history-not-whole', message);
}

export function beyondHead(fromOrdinal: number, head: number): CodedError {
  const message = `L'historique s'arrête à l'événement n° ${head} : il n'y a rien à exporter à partir du n° ${fromOrdinal}.`;
  return new CodedError('history-shorter', message, { fromOrdinal, head });
}

export function fileExists(file: string): CodedError {
  return new CodedError('file-exists', `Le fichier ${file} existe déjà : choisissez un autre nom.`, { file });
}

export function fileUnusable(file: string, cause: unknown): CodedError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new CodedError(
    'file-unusable',
    `Le fichier ${file} ne peut pas être utilisé (${reason}).`,
    { file },
    { cause },
  );
}

export function partialOfAnother(): CodedError {
  const message =
    "La partie déjà écrite (.partiel) est celle d'un autre historique, ou d'un autre --from-ordinal : supprimez-la ou choisissez un autre nom.";
  return new CodedError('partial-of-another', message);
}

function short(digest: string): string {
  return `${digest.slice(0, 12)}…`;
}
