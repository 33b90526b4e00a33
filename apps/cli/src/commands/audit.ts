import type { Command } from 'commander';
import { verifyPlace, type HistoryVerification } from '#audit';
import { historyIncomplete } from '#event-store';
import { placeOf, type Place } from '#installation';
import { isCodedError } from '#kernel';
import { sentenceOf } from '#sentences';
import { frenchCommand } from '../french';
import { dataOption, formatOption } from '../options';
import { copyToRead } from '../read-only-copy';
import { print, printJson, progressBar, Refused, say } from '../terminal';
import { historyCommand } from './audit-history';

interface Options {
  readonly data: string;
  readonly format: 'text' | 'json';
}

export function auditCommand(command: Command): Command {
  return command.helpCommand(false).addCommand(historyCommand()).addCommand(verifyCommand());
}

function verifyCommand(): Command {
  return frenchCommand(
    'verify',
    "parcourt toute l'histoire : sort avec 1, et nomme la position, si un événement a été altéré, supprimé, ajouté ou déplacé",
  )
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(dataOption())
    .action(verify);
}

/** Reads only the events: the keys and the read models may be missing or damaged. */
async function verify({ data, format }: Options): Promise<void> {
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
