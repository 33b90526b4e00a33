import type { components } from '../../api/schema';
import { longDay } from '../../format/days';
import { count, percent, plural } from '../../format/numbers';

type PacedLine = components['schemas']['PacedLineDto'];
type Fraction = components['schemas']['FractionDto'];

export const fractionOf = ({ numerator, denominator }: Fraction): number => numerator / denominator;

/** What is missing, and what the rest of the period asks; undefined where there is nothing to say. */
export function paceText(
  { pace, missing, operator }: Pick<PacedLine, 'pace' | 'missing' | 'operator'>,
  lastDay: string,
): string | undefined {
  const short = missing && operator === 'min' ? `Il en manque ${count(missing)} si tous les prochains comptent. ` : '';
  if (!pace) return short.trim() || undefined;
  const expected = plural(Math.round(fractionOf(pace.expected)), 'bail', 'baux');
  const left = `${expected} de plus d’ici au ${longDay(lastDay)}`;
  if (pace.reach === 'reached')
    return `Atteint à ce jour. Il reste ${plural(pace.remainingDays, 'jour')} ; à ce rythme, ${left}.`;
  if (pace.reach === 'possible')
    return `${short}Encore possible : au rythme actuel, ${left}, dont ${percent(fractionOf(pace.needed))} ${boundOf(operator)} pour finir sur l’objectif.`;
  return `${short}Au rythme actuel, jamais : ${left}, ce qui ne suffit pas. C’est une règle de trois, pas une prévision.`;
}

const boundOf = (operator: string): string =>
  ({ min: 'au moins devraient compter', max: 'au plus peuvent compter', zero: 'au plus peuvent compter' })[operator] ??
  'doivent compter';
