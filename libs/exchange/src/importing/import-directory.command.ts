import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import type { Refusal } from '#kernel';
import type { ImportOptions } from './import-directory';
import { Importer } from './importer';
import type { ImportReport } from './report';

/** Imports a directory of files in one go. */
export class ImportDirectory extends Command<ImportReport | Refusal> {
  constructor(
    readonly data: { readonly directory: string } & Omit<ImportOptions, 'actor'>,
    readonly actor: Actor,
  ) {
    super();
  }
}

@CommandHandler(ImportDirectory)
export class ImportDirectoryHandler implements ICommandHandler<ImportDirectory> {
  constructor(private readonly importer: Importer) {}

  async execute({ data, actor }: ImportDirectory): Promise<ImportReport | Refusal> {
    const refusal = refusalOf(actor, 'import');
    if (refusal) return refusal;
    const { directory, ...options } = data;
    return this.importer.importDirectory(directory, { ...options, actor });
  }
}
