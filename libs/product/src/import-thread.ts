import { runImportThread } from '#exchange';
import { UPCASTERS } from './events';

runImportThread(UPCASTERS);
