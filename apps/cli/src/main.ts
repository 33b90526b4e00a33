import 'reflect-metadata';
import { CommanderError } from 'commander';
import { commandsFor } from './commands/catalogue';
import { frenchCommand, usageErrorText } from './french';
import { frenchSentenceOf } from './sentence';
import { endOnInterrupt, OutputFailed, printed, Refused, say, UsageError } from './terminal';

/**
 * Runs `mixite …`: exit 0 when done, 1 when refused or when a check failed, 2 when its words are wrong, 130 when interrupted.
 * @param version of the program
 */
export async function main(argv: readonly string[], version: string): Promise<void> {
  endOnInterrupt();
  try {
    const program = frenchCommand(
      'mixite',
      'Le registre des attributions de logements sociaux, et les chiffres de la convention.',
    )
      .version(`Mixité ${version}`, '-V, --version', 'affiche la version')
      // An option belongs to the command that it follows: « token list --data » is one of « list ».
      .enablePositionalOptions()
      .helpCommand(false);
    for (const command of await commandsFor(argv[2])) program.addCommand(command);
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    const sentence = usageErrorText(error);
    if (sentence === undefined) return printed().then(() => 0, exitCodeOf);
    say(`${sentence} « mixite --help » dit ce qui existe.`);
    return 2;
  }
  if (error instanceof UsageError) {
    say(error.message);
    return 2;
  }
  if (error instanceof Refused || error instanceof OutputFailed) {
    if (error.message) say(error.message);
    return 1;
  }
  say(await frenchSentenceOf(error));
  return 1;
}
