import { Command, CommanderError } from 'commander';
import { beginToPrint } from './terminal';

/** A command of commander in French: its titles and its help option. Its own errors are thrown; they end with exit code 2. */
export function frenchCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', "affiche l'aide")
    .exitOverride()
    .showHelpAfterError(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (command) => usageOf(command),
      subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trimEnd(),
      optionDescription: (option) =>
        [option.description, ...hints(option.argChoices, option.defaultValueDescription, option.envVar)].join(' '),
    })
    .configureOutput({ outputError: () => undefined, writeOut: beginToPrint });
}

/** The usage line, `mixite import <dossier> [options]`, with the options that must be given. A group of commands shows `<commande>` instead of arguments. */
function usageOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
  const mandatory = command.options.filter((option) => option.mandatory).map(({ flags }) => flags);
  const isGroup = command.commands.length > 0;
  // A group that has options does something by itself too.
  const group = command.options.length > 0 ? '[commande]' : '<commande>';
  const after = isGroup ? group : [argumentsOf(command), ...mandatory].join(' ');
  return `${names.join(' ')} ${after} [options]`.replace(/ +/g, ' ');
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ');
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
};

function hints(choices?: readonly string[], byDefault?: string, variable?: string): string[] {
  const parts = [
    choices && `choix : ${choices.join(', ')}`,
    byDefault && `par défaut : ${byDefault}`,
    variable && `variable d'environnement : ${variable}`,
  ].filter(Boolean);
  return parts.length > 0 ? [`(${parts.join(' ; ')})`] : [];
}

/** What is wrong with the words of a command, in one French sentence; undefined for help and version, which are no errors. */
export function usageErrorText(error: CommanderError): string | undefined {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
      return 'Il manque la commande.';
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.unknownCommand':
      return `Commande inconnue : « ${named} ».`;
    case 'commander.unknownOption':
      return `Option inconnue : « ${named} ».`;
    case 'commander.missingArgument':
      return `Il manque l'argument « ${named} ».`;
    case 'commander.missingMandatoryOptionValue':
      return `Il manque l'option « ${named} ».`;
    case 'commander.optionMissingArgument':
      return `Il manque la valeur de l'option « ${named} ».`;
    case 'commander.excessArguments':
      return "Il y a plus d'arguments que la commande n'en prend.";
    case 'commander.invalidArgument':
      return error.message.replace(/^.*? is invalid\. /s, '');
    default:
      return error.message.replace(/^error: /, '');
  }
}
