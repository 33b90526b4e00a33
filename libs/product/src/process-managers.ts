import { reminderSender, remindersProcess } from '#fragility';
import type { ProcessDefinition } from '#installation';

/** Every process manager of an installation, with what does its commands. */
export const PROCESS_MANAGERS: readonly ProcessDefinition[] = [{ manager: remindersProcess, sender: reminderSender }];
