import 'reflect-metadata';
import { CommanderError } from 'commander';
import { isCodedError } from '#kernel';
import { sentenceOf } from '#sentences';
import { storageFailure } from '#sqlite';
import { commandsFor } from './commands/catalogue';
import { frenchCommand, usageErrorText } from './french';
import { endOnInterrupt, OutputFailed, Refused, say, UsageError } from './terminal';

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
    if (sentence === undefined) return 0;
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

/** One French sentence. An error that nobody foresaw is followed by its trace, for the person who repairs the program. */
async function frenchSentenceOf(error: unknown): Promise<string> {
  const known = isCodedError(error) ? error : storageFailure(error);
  if (!known) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `Erreur inattendue ; transmettez ce qui suit à qui entretient Mixité.\n${trace}`;
  }
  const sentence = sentenceOf(known);
  if (sentence !== undefined) return sentence;
  // The catalogue of problems brings in the HTTP framework: it is loaded only here.
  const { isProblemCode, problemOf } = await import('#http');
  return isProblemCode(known.code) ? problemOf(known.code, known.params).detail : known.message;
}
