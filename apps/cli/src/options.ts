import { InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import { parseSemester, readAsOf, type AsOf, type Day, type Semester } from '#kernel';
import { calendarDay, Unreadable } from '#shapes';

/** The folder of the data. */
export function dataOption(): Option {
  return new Option('--data <dossier>', 'dossier des données')
    .env('MIXITE_DATA_DIR')
    .default(resolve('mixite-data'), 'mixite-data, dans le dossier courant')
    .argParser((folder: string) => resolve(folder));
}

/** Where the demonstration lives: a folder of its own, whatever MIXITE_DATA_DIR says of the folder that imports use. */
export function demoDataOption(): Option {
  return new Option('--data <dossier>', 'dossier de la démonstration')
    .default(resolve('mixite-demo'), 'mixite-demo, dans le dossier courant')
    .argParser((folder: string) => resolve(folder));
}

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text): Day => {
    const day = calendarDay.read(text);
    if (day instanceof Unreadable)
      throw new InvalidArgumentError(`« ${text} » n'est pas une date : AAAA-MM-JJ ou JJ/MM/AAAA attendu.`);
    return day;
  });
}

export function semesterOption(): Option {
  return new Option('--semester <semestre>', 'semestre, AAAA-S1 ou AAAA-S2').argParser((text): Semester => {
    const semester = parseSemester(text);
    if (!semester) throw new InvalidArgumentError(`« ${text} » n'est pas un semestre : AAAA-S1 ou AAAA-S2 attendu.`);
    return semester;
  });
}

/** The instant of a report "as of": an RFC 3339 instant, or a day, which means the end of that day. */
export function asOfOption(): Option {
  return new Option(
    '--as-of <instant>',
    "chiffres d'après ce qui était enregistré à cet instant (RFC 3339, ou une date : sa fin, à l'heure du territoire)",
  ).argParser((text): AsOf => {
    const day = calendarDay.read(text);
    const instant = day instanceof Unreadable ? readAsOf(text) : day;
    if (!instant)
      throw new InvalidArgumentError(`« ${text} » n'est pas un instant : AAAA-MM-JJ, JJ/MM/AAAA ou RFC 3339 attendu.`);
    return instant;
  });
}

export function formatOption(formats: readonly string[], byDefault: string): Option {
  return choiceOption('--format <forme>', 'forme du résultat', formats).default(byDefault, byDefault);
}

/** An option with a few possible words. Any other word is refused in French. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description).choices([...choices]);
  return option.argParser((text: string) => {
    if (!choices.includes(text))
      throw new InvalidArgumentError(`« ${text} » n'est pas possible ici : ${choices.join(', ')}.`);
    return text;
  });
}
