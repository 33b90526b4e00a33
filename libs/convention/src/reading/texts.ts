import { normalForm, type Day, type Decimal, type Share } from '#kernel';
import { calendarDay as calendarDayCell, cell, DAY_EXPECTED, text, textOf, type Shape } from '#shapes';
import { isSiren } from '#territory';
import type { Measure } from '../convention';
import { COUNT_PATTERN, parseCount, parseShare, SHARE_PATTERN } from '../share-text';

/** Any text that is not blank. */
export const words: Shape<string> = text({
  expected: 'un texte est attendu, de 1 à 500 caractères',
  pattern: '^(?=[\\s\\S]{1,500}$)[\\s\\S]*\\S[\\s\\S]*$',
  examples: ['Convention intercommunale d’attribution'],
  read: (found) => found.trim(),
});

/** A code, with the rules of codes in other files: no bar, no blank at its ends. */
export const code: Shape<string> = text({
  expected: 'un code est attendu, de 1 à 100 caractères, sans barre verticale ni espace au bord',
  pattern: '^(?! )[^\\p{Cc}|]{1,100}(?<! )$',
  examples: ['LOI-25'],
  read: (found) => normalForm(found) || undefined,
});

/** A code from which the code of a figure is made. */
export const publicCode: Shape<string> = text({
  expected: 'un code est attendu en minuscules sans accent, chiffres et tirets bas, lettre d’abord',
  pattern: '^[a-z][a-z0-9_]{0,49}$',
  examples: ['moins_25_ans'],
});

/** The code of a motive, as commands give it. */
export const motiveCode: Shape<string> = text({
  expected: 'un code de motif est attendu : minuscules sans accent, chiffres et tirets bas, lettre d’abord',
  pattern: '^[a-z][a-z0-9_]{0,49}$',
  examples: ['animal_refuse'],
});

/** A header of attributions.csv. */
export const columnName: Shape<string> = text({
  expected: 'un nom de colonne est attendu : minuscules sans accent, chiffres et tirets bas, lettre d’abord',
  pattern: '^[a-z][a-z0-9_]{0,49}$',
  examples: ['moins_25_ans'],
});

/** Any text is read. `reportUnknownCommune` reports one that is no code of a commune, and proposes the communes of that name. */
export const communeCode: Shape<string> = cell(
  { form: 'code', read: (found) => found },
  'un code INSEE de commune est attendu, 5 caractères',
  { pattern: '^[0-9][0-9AB][0-9]{3}$', examples: ['78621'] },
);

export const siren: Shape<string> = text({
  expected: 'un SIREN est attendu, 9 chiffres dont le dernier est la clé de contrôle',
  pattern: '^[0-9]{9}$',
  examples: ['243500139'],
  read: (found) => (isSiren(found) ? found : undefined),
});

export const timeZone: Shape<string> = text({
  expected: 'un fuseau horaire est attendu, par exemple Europe/Paris ou Indian/Reunion',
  pattern: '^[A-Za-z0-9_+/-]{1,50}$',
  examples: ['Europe/Paris'],
  read: (found) => (isTimeZone(found) ? found : undefined),
});

/** A calendar day, as in other files. */
export const calendarDay: Shape<Day> = cell(calendarDayCell, DAY_EXPECTED, {
  pattern: '^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}/[0-9]{2}/[0-9]{4})$',
  examples: ['2025-01-28', '28/01/2025'],
});

/** The word for an objective that has no first day. It is read as '', which sorts before every day. */
export const ALWAYS = 'toujours';

export const firstDay: Shape<Day | ''> = {
  schema: { anyOf: [{ type: 'string', enum: [ALWAYS] }, calendarDay.schema] },
  read: (node, report) => (textOf(node) === ALWAYS ? '' : calendarDay.read(node, report)),
};

/** The value of an objective: an exact share or a count. */
export interface TargetValue {
  readonly measure: Measure;
  readonly value: Share;
}

export const targetValue: Shape<TargetValue> = text({
  expected: 'une part de 0 à 1 ("25 %", "12,5 %" ou "1/3") ou un nombre ("40 attributions", "40 ménages") est attendu',
  pattern: `${SHARE_PATTERN}|${COUNT_PATTERN}`,
  examples: ['25 %', '12,5 %', '1/3', '40 attributions'],
  read: (found) => {
    const share = parseShare(found);
    if (share) return { measure: 'share', value: share };
    const count = parseCount(found);
    return count && { measure: 'count', value: count };
  },
});

/** A day of every year, `MM-JJ`. */
export const yearlyDay: Shape<string> = text({
  expected: 'un jour de l’année est attendu, MM-JJ, par exemple "02-28"',
  pattern: '^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
  examples: ['02-28'],
});

/** A percentage from 0 to 100, without its sign. */
export const percentage: Shape<Decimal> = text({
  expected: 'un pourcentage de 0 à 100 est attendu, sans le signe %, par exemple "32" ou "32,5"',
  pattern: '^(?:100|[0-9]{1,2}(?:[.,][0-9]{1,4})?)$',
  examples: ['32', '32,5'],
  read: decimalOf,
});

/** A mean of marks, from 1 to 3, to one or two decimals: its hundredths. */
export const cut: Shape<number> = text({
  expected: 'une moyenne de 1 à 3 avec une ou deux décimales est attendue, par exemple "1,25"',
  pattern: '^(?:[12][.,][0-9]{1,2}|3[.,]00?)$',
  examples: ['1,25', '1,4'],
  read: (found) => Number(found.replace(/[.,]/, '').padEnd(3, '0')),
});

/** With a point, and without useless zeros at the end. */
function decimalOf(found: string): Decimal {
  const [whole, decimals = ''] = found.split(/[.,]/);
  const significant = decimals.replace(/0+$/, '');
  return `${Number(whole)}${significant && `.${significant}`}`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
