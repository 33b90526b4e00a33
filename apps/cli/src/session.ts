import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { retry } from '#concurrency';
import { historyIncomplete, isHistoryStore } from '#event-store';
import { isCodedError } from '#kernel';
import {
  catchUpInTurn,
  openInstallation,
  placeOf,
  publishedService,
  type Installation,
  type Instruments,
} from '#installation';
import { PROCESS_MANAGERS, PROJECTIONS, UPCASTERS } from '#product';
import { CliModule } from './cli.module';
import { say } from './terminal';

/** Other commands hold the folder for a moment, a report among them: theirs is waited for, a service's is not. */
const WAIT = { firstDelay: 250, longestDelay: 250, giveUpAfter: 10_000 };

/** What a command works with: the opened installation and its buses. */
export interface Session {
  readonly installation: Installation;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/**
 * Opens the folder with its lock.
 * @throws CodedError `store-locked` where a service, or a command that goes on, holds it; `history-incomplete` where a history
 * arrived in part
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

/** Tries again for some seconds while another command holds the folder. @throws what the last try threw */
function onceFree<Result>(attempt: () => Promise<Result>, isPassing: (error: unknown) => boolean): Promise<Result> {
  const onFailure = (tries: number): void => {
    if (tries === 1) say('Une autre commande tient ce dossier : elle est attendue quelques secondes.');
  };
  return retry(attempt, { ...WAIT, isPassing, onFailure });
}

/** Works with the folder's lock held. @throws CodedError `store-locked` as `openWriter` */
export async function asWriter<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openWriter(folder), work);
}

/**
 * Works on figures that are up to date: with the lock where it is free, else beside whoever holds it, whose projections are
 * then waited for.
 */
export async function asReader<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  try {
    return await readOnce(folder, work);
  } catch (error) {
    // A command that held the folder wrote and left: its projections are then ours to bring up.
    if (!isCodedError(error, 'projection-late') || publishedService(folder)) throw error;
    return readOnce(folder, work);
  }
}

/** Works on the events alone, with the lock where it is free, else beside whoever holds it: no projection is brought up. */
export async function asOnlooker<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openToRead(folder), work);
}

async function readOnce<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(await openToRead(folder), async (session) => {
    if (await isReceiving(session.installation)) say(historyIncomplete().message);
    await catchUpInTurn(session.installation);
    return work(session);
  });
}

/** The beginning of a history looks like a whole one: whoever reads it must be told. */
function isReceiving({ eventStore }: Installation): Promise<boolean> {
  return isHistoryStore(eventStore) ? eventStore.isReceiving() : Promise.resolve(false);
}

/** Where nothing is there to read beside whoever holds the folder, it is making its files: it is waited for. */
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

/** On the servers that the environment names, else in the folder. */
function open(folder: string, mode: 'writer' | 'reader', instruments?: Instruments): Promise<Installation> {
  return openInstallation({
    place: placeOf(folder, process.env),
    mode,
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    processes: PROCESS_MANAGERS,
    instruments,
  });
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
