import type { Command } from 'commander';
import { commandsFor } from '../../apps/cli/src/commands/catalogue';
import { codeOf, page, pagesIn, rowsOf, spansOf } from './support/pages';

const PAGES = ['README.md', 'docker/README.md', ...pagesIn('docs'), ...pagesIn('docs/fr')];

/** The contract of the files names these before they are built. It is not changed, so they are listed here. */
const NOT_BUILT = ['mixite prefect', 'mixite audit verify --against'];

interface Known {
  /** `report compliance`. */
  readonly name: string;
  readonly options: readonly string[];
  readonly mandatory: readonly string[];
  /** The texts of its help: its own, and those of its arguments and options. */
  readonly help: readonly string[];
}

let commands: readonly Known[];
let groups: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const names = (await commandsFor(undefined)).map((command) => command.name());
  const complete = await Promise.all(
    names.map(async (name) => (await commandsFor(name)).find((command) => command.name() === name)!),
  );
  groups = new Map(complete.map((command) => [command.name(), command.commands.map((each) => each.name())]));
  commands = complete.flatMap((command) =>
    command.commands.length === 0
      ? [knownOf(command, command.name())]
      : [
          // A group that has options does something by itself too.
          ...(command.options.length > 0 ? [knownOf(command, command.name())] : []),
          ...command.commands.map((each) => knownOf(each, `${command.name()} ${each.name()}`)),
        ],
  );
});

function knownOf(command: Command, name: string): Known {
  const { options, registeredArguments } = command;
  const mandatory = options.filter((option) => option.mandatory);
  return {
    name,
    options: options.map(({ long }) => long!),
    mandatory: mandatory.map(({ long }) => long!),
    help: [command, ...registeredArguments, ...options].map(helpOf),
  };
}

function helpOf(part: Command | { readonly description: string }): string {
  return typeof part.description === 'function' ? part.description() : part.description;
}

/** What a text says after `mixite`, up to the end of that command: `report prefect --semester AAAA-S1`. */
function commandTexts(text: string): readonly string[] {
  // The container of docker/README.md has the name of the program.
  return codeOf(text.replaceAll('docker exec mixite', '')).flatMap((code) =>
    [...code.matchAll(/(?:^|[\s(/])mixite(?:\.js)? ([^#>]*)/g)].map(([, words]) => words!.split(/ \| (?=[a-z])/)[0]!),
  );
}

/** The faults of one such text: a command that does not exist, or an option that none of its commands has. */
function faultsOf(text: string): readonly string[] {
  const words = text
    .replaceAll('\\|', '|')
    .replace(/[[\]()…]/g, ' ')
    .split(/[\s|]+/)
    .filter(Boolean);
  const [first = ''] = words;
  const own = groups.get(first);
  if (!own) return /^[a-z]+$/.test(first) ? [`mixite ${first}`] : [];
  const second = words.slice(1).filter((word) => own.includes(word));
  if (own.length > 0 && second.length === 0 && words.length > 1 && /^[a-z]+$/.test(words[1]!))
    return [`mixite ${first} ${words[1]}`];
  const below = (second.length > 0 ? second : own).map((name) => `${first} ${name}`);
  const names = own.length === 0 ? [first] : second.length > 0 ? below : [first, ...below];
  const options = commands.filter(({ name }) => names.includes(name)).flatMap((command) => command.options);
  return words
    .filter((word) => word.startsWith('--') && word !== '--help' && !options.includes(word))
    .map((option) => `mixite ${names.join('|')} ${option}`);
}

it('finds the commands', () => {
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['import', 'report compliance', 'demo']));
});

it('every command, argument and option has a text in its help, in French', () => {
  for (const { name, help } of commands)
    for (const text of help) expect([name, text]).toEqual([name, expect.stringMatching(/\p{L}{2} \p{L}|\p{L}{5}/u)]);
  expect(
    commands.flatMap(({ help }) => help).filter((text) => /\b(?:the|of|display|default|with)\b/.test(text)),
  ).toEqual([]);
});

it.each(pagesIn('docs/fr'))('%s names no option by itself that no command has', (path) => {
  const known = [...new Set(commands.flatMap(({ options }) => options)), '--help'];
  const named = codeOf(page(path)).flatMap((code) => /^--[a-z-]+/.exec(code) ?? []);
  expect(named.filter((option) => !known.includes(option))).toEqual([]);
});

it.each(PAGES)('%s names only commands and options that exist', (path) => {
  const faults = commandTexts(page(path)).flatMap(faultsOf);
  expect(faults.filter((fault) => !(path === 'docs/formats.md' && NOT_BUILT.includes(fault)))).toEqual([]);
});

it('the list of what docs/formats.md names before it is built has nothing that exists', () => {
  for (const text of NOT_BUILT) expect([text, faultsOf(text.replace('mixite ', ''))]).toEqual([text, [text]]);
});

it('docs/fr/commandes.md has every command of the catalogue, with all its options and no other; those that must be given in parentheses', () => {
  const rows = rowsOf(page('docs/fr/commandes.md')).filter(([name]) => name!.startsWith('`mixite '));
  const described = rows.map(([name = '', , options = '']) => ({
    name: spansOf(name)[0]!.replace(/^mixite | (?:DOSSIER|FICHIER|IDENTIFIANT|\[NOM\])$/g, ''),
    options: namesIn(spansOf(options)),
    mandatory: namesIn([...options.matchAll(/\(`([^`]+)`\)/g)].map(([, span]) => span!)),
  }));
  const expected = commands.map(({ name, options, mandatory }) => ({
    name,
    options: namesIn(options),
    mandatory: namesIn(mandatory),
  }));
  expect(byName(described)).toEqual(byName(expected));
});

/** `--from` of each `--from JOUR`, in the order of the alphabet. */
function namesIn(options: readonly string[]): readonly string[] {
  return options.map((option) => /^--[a-z-]+/.exec(option)![0]).sort();
}

function byName<Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] {
  return [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
}

it.each(['README.md', 'docs/formats.md'])('%s names every command of the catalogue', (path) => {
  const texts = commandTexts(page(path)).map((text) => text.replaceAll('\\|', '|').split(/[\s|[\]()]+/));
  const isNamed = ({ name }: Known) => texts.some((words) => name.split(' ').every((word) => words.includes(word)));
  const later = ['history export', 'history import', 'template'];
  const missing = commands.filter((command) => !isNamed(command)).map(({ name }) => name);
  // The contract names these without « mixite » before them, in one row.
  expect(missing.filter((name) => path === 'README.md' || !later.includes(name))).toEqual([]);
});
