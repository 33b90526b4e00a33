import { join } from 'node:path';

export { EVENT_DEFINITIONS, UPCASTERS } from './events';
export { BACKGROUND_WORKS, openProduct, PROCESS_MANAGERS, PROJECTIONS } from './product';

/** The file that the thread of an import runs. No function can be passed to a thread, so the file imports the definitions itself. */
export const IMPORT_THREAD = join(__dirname, 'import-thread.js');
