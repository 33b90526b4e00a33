import { verifyPlace, type HistoryVerification } from '#audit';
import { historyIncomplete } from '#event-store';
import { placeOf, type Place } from '#installation';
import { isCodedError } from '#kernel';
import { sentenceOf } from '#sentences';
import { copyToRead } from '../read-only-copy';
import { print, printJson, progressBar, Refused, say } from '../terminal';

export interface VerifyOptions {
  readonly data: string;
  readonly format: 'text' | 'json';
}

/** Reads only the events: the keys and the read models may be missing or damaged. */
export async function verifyHistory({ data, format }: VerifyOptions): Promise<void> {
  const place = placeOf(data, process.env);
  const verification = await verifyWithProgress(place).catch((error: unknown) => {
    const copy = isCodedError(error, 'folder-unusable') ? copyToRead(data) : undefined;
    if (!copy) throw error;
    return verifyWithProgress({ ...place, folder: copy });
  });
  if (format === 'json') await printJson(verification);
  else await print(`${verificationText(verification, place)}\n`);
  if (verification.receiving) say(sentenceOf(historyIncomplete())!);
  if (verification.broken) throw new Refused('');
}

function verifyWithProgress(place: Place): Promise<HistoryVerification> {
  const progress = progressBar();
  return verifyPlace(place, (done, total) => progress.at(done, total, 'événements vérifiés')).finally(progress.end);
}

function verificationText(
  { events, position, digest, unchained, receiving, broken }: HistoryVerification,
  { eventStoreUrl }: Place,
): string {
  const end = position === null ? '' : `\nDernière position : ${position}\nDernière empreinte : ${digest}`;
  if (broken)
    return `L'histoire ne tient pas. ${broken.message}\nÉvénements qui se suivent jusque-là : ${events}${end}`;
  const later = unchained > 0 ? `\nÉvénements qu'aucune empreinte ne tient encore : ${unchained}` : '';
  if (receiving)
    return `Le début d'un historique est arrivé, et tient : ${events} événements se suivent.${end}${later}`;
  if (position === null && unchained === 0) return "L'histoire est vide : il n'y a rien à vérifier.";
  const drawn = eventStoreUrl === undefined ? ', et ce qui en est tiré leur correspond' : '';
  return `L'histoire tient : ${events} événements se suivent${drawn}.${end}${later}`;
}
