import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { retry } from '#concurrency';
import { historyIncomplete, isHistoryStore } from '#event-store';
import { isCodedError } from '#kernel';
import { catchUpInTurn, placeOf, publishedService, type Installation, type Instruments } from '#installation';
import { openProduct } from '#product';
import { CliModule } from './cli.module';
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
 * Opens the folder and takes its lock.
 * @throws CodedError `store-locked` where a service or a long command holds it; `history-incomplete` where only a part of a history has
 * arrived
 */
export async function openWriter(folder: string, instruments?: Instruments): Promise<Installation> {
  const installation = await openOnceFree(folder, instruments);
  if (!(await isReceiving(installation))) return installation;
  await installation.close();
  throw historyIncomplete();
}

function openOnceFree(folder: string, instruments?: Instruments): Promise<Installation> {
  return onceFree(
    () => open(folder, 'writer', instruments),
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
export async function asWriter<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openWriter(folder), work);
}

/**
 * Works on figures that are up to date: with the lock where it is free, else beside the process that holds it. In that case this process
 * waits until the other one has brought the projections up to date.
 */
export async function asReader<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  try {
    return await readOnce(folder, work);
  } catch (error) {
    // The command that held the folder wrote events and ended: now this process can bring the projections up to date.
    if (!isCodedError(error, 'projection-late') || publishedService(folder)) throw error;
    return readOnce(folder, work);
  }
}

/** Works on the events only, with the lock where it is free, else beside the process that holds it. No projection is brought up to date. */
export async function asEventReader<Result>(
  folder: string,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  return within(await openToRead(folder), work);
}

async function readOnce<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openToRead(folder), async (session) => {
    if (await isReceiving(session.installation)) say(historyIncomplete().message);
    await catchUpInTurn(session.installation);
    return work(session);
  });
}

/** Whether only the beginning of a history has arrived. It looks like a whole history, so the user must be warned. */
function isReceiving({ eventStore }: Installation): Promise<boolean> {
  return isHistoryStore(eventStore) ? eventStore.isReceiving() : Promise.resolve(false);
}

/** Where the process that holds the folder has not made its files yet, there is nothing to read: this process waits for them. */
function openToRead(folder: string): Promise<Installation> {
  return onceFree(
    () => openFreeOrBeside(folder),
    (error) => isCodedError(error, 'store-absent'),
  );
}

async function openFreeOrBeside(folder: string): Promise<Installation> {
  try {
    return await open(folder, 'writer');
  } catch (error) {
    if (!isCodedError(error, 'store-locked')) throw error;
    return open(folder, 'reader');
  }
}

/** The data is on the servers that the environment names, else in the folder. */
function open(folder: string, mode: 'writer' | 'reader', instruments?: Instruments): Promise<Installation> {
  return openProduct(placeOf(folder, process.env), mode, instruments);
}

async function within<Result>(
  installation: Installation,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  try {
    const app = await NestFactory.createApplicationContext(CliModule.over(installation), {
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
