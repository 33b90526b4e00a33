import { join } from 'node:path';

export { EVENT_DEFINITIONS, UPCASTERS } from './events';
export { PROCESS_MANAGERS } from './process-managers';
export { PROJECTIONS } from './projections';
export { BACKGROUND_WORKS } from './works';

/** The file that an import's thread begins with: a thread is given no function, so it reads the definitions by itself. */
export const IMPORT_THREAD = join(__dirname, 'import-thread.js');
