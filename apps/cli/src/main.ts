import 'reflect-metadata';
import { CommanderError } from 'commander';
import { isProblemCode, problemOf } from '#http';
import { isCodedError } from '#kernel';
import { frenchCommand, usageErrorText } from './french';
import { auditCommand } from './commands/audit';
import { demoCommand } from './commands/demo';
import { historyCommand } from './commands/history';
import { importCommand } from './commands/import';
import { projectionsCommand } from './commands/projections';
import { reportCommand } from './commands/report';
import { serveCommand } from './commands/serve';
import { templateCommand } from './commands/template';
import { Refused, say, UsageError } from './terminal';

/** Runs `mixite …`. Exit code 0: done; 1: refused, or a check failed; 2: the words of the command are wrong. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = frenchCommand(
    'mixite',
    'Le registre des attributions de logements sociaux, et les chiffres de la convention.',
  )
    .helpCommand(false)
    .addCommand(importCommand())
    .addCommand(templateCommand())
    .addCommand(reportCommand())
    .addCommand(auditCommand())
    .addCommand(projectionsCommand())
    .addCommand(historyCommand())
    .addCommand(serveCommand())
    .addCommand(demoCommand());
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    const sentence = usageErrorText(error);
    if (sentence === undefined) return 0;
    say(`${sentence} « mixite --help » dit ce qui existe.`);
    return 2;
  }
  if (error instanceof UsageError) {
    say(error.message);
    return 2;
  }
  if (error instanceof Refused) {
    if (error.message) say(error.message);
    return 1;
  }
  if (isCodedError(error)) {
    say(isProblemCode(error.code) ? problemOf(error.code, error.params).detail : error.message);
    return 1;
  }
  throw error;
}
