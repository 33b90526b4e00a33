import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { retry } from '#concurrency';
import { historyIncomplete, isHistoryStore, refuseAbsentStore } from '#event-store';
import { isCodedError, type Clock } from '#kernel';
import { catchUpInTurn, placeOf, publishedService, type Installation, type Instruments } from '#installation';
import { openProduct } from '#product';
import { sentenceOf } from '#sentences';
import { CliModule, type ModuleOver } from './cli.module';
import { copyToRead } from './read-only-copy';
import { say } from './terminal';

/** Another command, such as a report, holds the folder only for a moment, so this command waits for it. It does not wait for a service. */
const WAIT = { firstDelay: 250, longestDelay: 250, giveUpAfter: 10_000 };

/** The opened installation and the buses that a command works with. */
export interface Session {
  readonly installation: Installation;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/**
 * Opens the folder and takes its lock. The time of what is recorded is the system's, unless a clock is given.
 * @throws CodedError `store-locked` where a service or a long command holds it; `history-incomplete` where only a part of a history has
 * arrived
 */
export async function openWriter(folder: string, instruments?: Instruments, clock?: Clock): Promise<Installation> {
  const installation = await openOnceFree(folder, instruments, clock);
  if (!(await isReceiving(installation))) return installation;
  await installation.close();
  throw historyIncomplete();
}

function openOnceFree(folder: string, instruments?: Instruments, clock?: Clock): Promise<Installation> {
  return onceFree(
    () => open(folder, 'writer', instruments, clock),
    (error) => isCodedError(error, 'store-locked') && !publishedService(folder),
  );
}

/** Tries again for some seconds while another command holds the folder. @throws the error of the last try */
function onceFree<Result>(attempt: () => Promise<Result>, isPassing: (error: unknown) => boolean): Promise<Result> {
  const onFailure = (tries: number): void => {
    if (tries === 1) say('Une autre commande tient ce dossier : elle est attendue quelques secondes.');
  };
  return retry(attempt, { ...WAIT, isPassing, onFailure });
}

/** Works while holding the lock of the folder. @throws CodedError as `openWriter` */
export async function asWriter<Result>(
  folder: string,
  work: (session: Session) => Promise<Result>,
  ...more: readonly ModuleOver[]
): Promise<Result> {
  return within(await openWriter(folder), work, more);
}

/**
 * Works on figures that are up to date: with the lock where it is free, else beside the process that holds it. In that case this process
 * waits until the other one has brought the projections up to date.
 */
export async function asReader<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  try {
    return await readOnce(folder, work);
  } catch (error) {
    if (!canReadAgain(error, folder)) throw error;
    return readOnce(folder, work);
  }
}

/**
 * The command that held the folder may have written events and ended: now this process can bring the projections up to date. A read store
 * that was found damaged is set aside and built again at the next opening.
 */
function canReadAgain(error: unknown, folder: string): boolean {
  if (isCodedError(error, 'read-store-damaged')) return true;
  return isCodedError(error, 'projection-late') && !publishedService(folder);
}

/** Works on the events only, with the lock where it is free, else beside the process that holds it. No projection is brought up to date. */
export async function asEventReader<Result>(
  folder: string,
  work: (session: Session) => Promise<Result>,
  ...more: readonly ModuleOver[]
): Promise<Result> {
  return within(await openToRead(folder), work, more);
}

async function readOnce<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openToRead(folder), async (session) => {
    if (await isReceiving(session.installation)) say(sentenceOf(historyIncomplete())!);
    await catchUpInTurn(session.installation);
    return work(session);
  });
}

/** Whether only the beginning of a history has arrived. It looks like a whole history, so the user must be warned. */
function isReceiving({ eventStore }: Installation): Promise<boolean> {
  return isHistoryStore(eventStore) ? eventStore.isReceiving() : Promise.resolve(false);
}

/** Where the process that holds the folder has not made its files yet, there is nothing to read: this process waits for them. */
async function openToRead(folder: string): Promise<Installation> {
  if (placeOf(folder, process.env).eventStoreUrl === undefined) refuseAbsentStore(folder);
  return onceFree(
    () => openFreeOrBeside(folder),
    (error) => isCodedError(error, 'store-absent'),
  );
}

async function openFreeOrBeside(folder: string): Promise<Installation> {
  try {
    return await open(folder, 'writer');
  } catch (error) {
    if (isCodedError(error, 'store-locked')) return open(folder, 'reader');
    const copy = isCodedError(error, 'folder-unusable') ? copyToRead(folder) : undefined;
    if (!copy) throw error;
    say('Ce dossier ne peut pas être écrit : il est lu dans une copie provisoire, sans ses clés.');
    return open(copy, 'writer');
  }
}

/** The data is on the servers that the environment names, else in the folder. */
async function open(
  folder: string,
  mode: 'writer' | 'reader',
  instruments?: Instruments,
  clock?: Clock,
): Promise<Installation> {
  const installation = await openProduct(placeOf(folder, process.env), mode, instruments, clock);
  const { setAside } = installation.readStore;
  if (setAside)
    say(
      `Les tableaux de lecture étaient endommagés : mis de côté (${setAside}), ils sont reconstruits de l'historique.`,
    );
  return installation;
}

async function within<Result>(
  installation: Installation,
  work: (session: Session) => Promise<Result>,
  more: readonly ModuleOver[] = [],
): Promise<Result> {
  try {
    const app = await NestFactory.createApplicationContext(CliModule.over(installation, more), {
      logger: false,
      abortOnError: false,
    });
    try {
      return await work({ installation, commands: app.get(CommandBus), queries: app.get(QueryBus) });
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}
