import { INSTALLATION_ADMINISTRATOR } from '#access';
import { historyTable, SUBJECT_KINDS, type AskedSubject, type AuditHistory } from '#audit';
import { ReadAuditHistory } from '#audit/module';
import { placeOf, publishedService } from '#installation';
import { isCodedError, isRefusal } from '#kernel';
import { historyThroughService } from '../service-client';
import { historyText } from '../history-text';
import { printFile } from '../print-report';
import { refusalError } from '../refusal-error';
import { asEventReader, asWriter, type Session } from '../session';
import { print, printJson, Refused, say, UsageError } from '../terminal';

export interface HistoryOptions {
  readonly data: string;
  readonly allocation?: string;
  readonly residence?: string;
  readonly household?: string;
  readonly names: boolean;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx';
}

export async function auditHistory(options: HistoryOptions): Promise<void> {
  const { data, names, format } = options;
  const history = await historyOf(data, askedOf(options), names);
  if (format === 'json') await printJson(history);
  else if (format === 'table') await print(`${historyText(history)}\n`);
  else await printFile(historyTable(history), format);
}

function askedOf(options: HistoryOptions): AskedSubject {
  const asked = SUBJECT_KINDS.filter((kind) => options[kind] !== undefined);
  const [kind] = asked;
  if (kind !== undefined && asked.length === 1) return { kind, value: options[kind]! };
  throw new UsageError('Un dossier et un seul est attendu : --allocation, --residence ou --household.');
}

/**
 * A process that shows personal facts must be able to record the reading: this process where the events are on a server or the folder is
 * free, else the service.
 */
async function historyOf(data: string, asked: AskedSubject, names: boolean): Promise<AuditHistory> {
  // Reading about a residence is never recorded: nobody's box is opened but the names of who acted.
  if (!names || asked.kind === 'residence') return asEventReader(data, (session) => read(session, asked, names));
  if (placeOf(data, process.env).eventStoreUrl !== undefined)
    return asEventReader(data, (session) => read(session, asked, true));
  try {
    return await asWriter(data, (session) => read(session, asked, true));
  } catch (error) {
    if (!isCodedError(error, 'store-locked')) throw error;
    const service = publishedService(data);
    if (!service) throw notRecorded();
    say(`Le service ${service.url} tient ce dossier : la lecture, qui doit être consignée, lui est confiée.`);
    return historyThroughService(service, asked);
  }
}

async function read({ commands }: Session, asked: AskedSubject, names: boolean): Promise<AuditHistory> {
  const history = await commands.execute(new ReadAuditHistory({ asked, names }, INSTALLATION_ADMINISTRATOR));
  if (isRefusal(history)) throw await refusalError(history);
  return history;
}

function notRecorded(): Refused {
  return new Refused(
    'Une autre commande tient ce dossier : la lecture ne peut pas être consignée. Réessayez, ou ajoutez --no-names.',
  );
}
