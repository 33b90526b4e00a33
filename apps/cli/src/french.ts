import { Command, CommanderError } from 'commander';

/** commander in French: titles, the help option, and its own refusals, which leave with exit code 2. */
export function frenchCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', "affiche l'aide")
    .exitOverride()
    .showHelpAfterError(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) =>
        [option.description, ...hints(option.argChoices, option.defaultValueDescription)].join(' '),
    })
    .configureOutput({ outputError: () => undefined });
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
};

function hints(choices: readonly string[] | undefined, byDefault: string | undefined): string[] {
  const parts = [choices && `choix : ${choices.join(', ')}`, byDefault && `par défaut : ${byDefault}`].filter(Boolean);
  return parts.length > 0 ? [`(${parts.join(' ; ')})`] : [];
}

/** What was wrong with the words of the command, in one French sentence; undefined where nothing was (help, version). */
export function wrongWords(error: CommanderError): string | undefined {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
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
