import type { Command } from 'commander';
import { frenchCommand } from '../french';
import { historyCommand } from './audit-history';
import { verifyCommand } from './audit-verify';

export function auditCommand(): Command {
  return frenchCommand('audit', 'qui a fait quoi, et la vérification de l’histoire')
    .helpCommand(false)
    .addCommand(historyCommand())
    .addCommand(verifyCommand());
}
