import type { ProcessDefinition } from '#installation';

/** Every process manager of an installation. */
export const PROCESS_MANAGERS: readonly ProcessDefinition[] = [];
