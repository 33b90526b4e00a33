import type { Command } from 'commander';
import { verificationOf, type HistoryVerification } from '#audit';
import { verifySqliteChain } from '#event-store';
import { frenchCommand } from '../french';
import { dataOption, formatOption } from '../options';
import { print, printJson, progressBar, Refused } from '../terminal';

interface Options {
  readonly data: string;
  readonly format: 'text' | 'json';
}

export function verifyCommand(): Command {
  return frenchCommand(
    'verify',
    "parcourt toute l'histoire : sort avec 1, et nomme la position, si un événement a été altéré, supprimé, ajouté ou déplacé",
  )
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(dataOption())
    .action(verify);
}

/** The file alone is read: nothing else of the installation needs to be well. */
async function verify({ data, format }: Options): Promise<void> {
  const progress = progressBar();
  const verdict = await verifySqliteChain(data, (done, total) =>
    progress.at(done, total, 'événements vérifiés'),
  ).finally(progress.end);
  const verification = verificationOf(verdict);
  if (format === 'json') await printJson(verification);
  else await print(`${verificationText(verification)}\n`);
  if (verification.broken) throw new Refused('');
}

function verificationText({ events, position, digest, broken }: HistoryVerification): string {
  const end = position === null ? '' : `\nDernière position : ${position}\nDernière empreinte : ${digest}`;
  if (broken)
    return `L'histoire ne tient pas. ${broken.message}\nÉvénements qui se suivent jusque-là : ${events}${end}`;
  if (position === null) return "L'histoire est vide : il n'y a rien à vérifier.";
  return `L'histoire tient : ${events} événements se suivent, et ce qui en est tiré leur correspond.${end}`;
}
