import type { Installation } from '#installation';
import { importDirectory, type ImportOptions } from './import-directory';
import type { ImportReport } from './report';

/** Where imports run: in this thread, or, beside a running service, in one of their own. */
export abstract class Importer {
  /** @throws CodedError `import-under-way`, `import-conflict` */
  abstract importDirectory(directory: string, options: ImportOptions): Promise<ImportReport>;
}

/** For a command that does nothing else meanwhile. */
export class ThisThreadImporter extends Importer {
  constructor(private readonly installation: Installation) {
    super();
  }

  override importDirectory(directory: string, options: ImportOptions): Promise<ImportReport> {
    const { eventStore: store, vault } = this.installation;
    return importDirectory(directory, options, { store, vault });
  }
}
