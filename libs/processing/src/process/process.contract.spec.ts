import { processContract } from '../testing/process-contract';
import { temporaryStores } from '../testing/process-setting';

processContract('SQLite', () => temporaryStores());
