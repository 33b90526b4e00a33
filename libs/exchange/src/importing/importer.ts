import type { Installation } from '#installation';
import { importDirectory, type ImportOptions } from './import-directory';
import type { ImportReport } from './report';

/** Runs imports, in a separate thread or in this one. */
export abstract class Importer {
  /** @throws CodedError `import-under-way`, `import-conflict`, `import-into-demo` */
  abstract importDirectory(directory: string, options: ImportOptions): Promise<ImportReport>;
}

/**
 * For a process that does nothing else meanwhile, such as the load of the demonstration, and for tests: a thread would need a built file.
 */
export class ThisThreadImporter extends Importer {
  constructor(private readonly installation: Installation) {
    super();
  }

  override async importDirectory(directory: string, options: ImportOptions): Promise<ImportReport> {
    const { eventStore: store, clock } = this.installation;
    const stores = { store, vault: await this.installation.vault() };
    return importDirectory(directory, { now: clock.now(), ...options }, stores);
  }
}
