import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { isCodedError } from '#kernel';
import { openInstallation, type Installation } from '#installation';
import { CliModule, PROJECTIONS } from './cli.module';

/** What a command works with: the opened installation and its buses. */
export interface Session {
  readonly installation: Installation;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/** Works with the folder's lock held. @throws CodedError `store-locked` where another process holds it */
export function asWriter<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(openInstallation({ folder, mode: 'writer', projections: PROJECTIONS }), work);
}

/**
 * Works on figures that are up to date: with the lock where it is free, else beside whoever holds it, whose projections are
 * then waited for.
 */
export async function asReader<Result>(folder: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  return within(openToRead(folder), async (session) => {
    if (session.installation.mode === 'writer') await session.installation.engine.catchUpAll();
    return work(session);
  });
}

function openToRead(folder: string): Installation {
  try {
    return openInstallation({ folder, mode: 'writer', projections: PROJECTIONS });
  } catch (error) {
    if (!isCodedError(error, 'store-locked')) throw error;
    return openInstallation({ folder, mode: 'reader', projections: PROJECTIONS });
  }
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
