import type { Decimal, Share } from '#kernel';
import { isRehousingFigure, type Objective } from './convention';

/** `25 %`, `12,5 %` or `1/3`, as files write an exact share. */
export const SHARE_PATTERN =
  '^(?:100(?:[.,]0{1,4})?|[0-9]{1,2}(?:[.,][0-9]{1,4})?)[ \\u00a0\\u202f]?%$|^[0-9]{1,6} ?/ ?[1-9][0-9]{0,5}$';

const SHARE = new RegExp(SHARE_PATTERN, 'u');
/** The most decimals that a percentage may have. A share that needs more is written as a fraction. */
const MOST_DECIMALS = 4;

/** The share that the text means, reduced. Undefined where the text is not a share from 0 to 1. */
export function parseShare(text: string): Share | undefined {
  if (!SHARE.test(text)) return undefined;
  const [whole, part] = text.includes('/') ? text.split('/').map(Number) : percentage(text.replace(/[^\d.,]/g, ''));
  return whole! > part! ? undefined : reduced(whole!, part!);
}

/** The only text of a share: a percentage where an exact one exists, else a fraction. */
export function shareText({ numerator, denominator }: Share): string {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scaled = numerator * 100 * 10 ** decimals;
    if (scaled % denominator !== 0) continue;
    const digits = String(scaled / denominator).padStart(decimals + 1, '0');
    const [whole, part] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
    return `${whole}${part && `,${part}`} %`;
  }
  return `${numerator}/${denominator}`;
}

function percentage(text: Decimal): [number, number] {
  const [whole, part = ''] = text.split(/[.,]/);
  return [Number(whole + part), 100 * 10 ** part.length];
}

function reduced(numerator: number, denominator: number): Share {
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/** `40 ménages`, `1 attribution`: a count is written with what it counts, so that nobody takes it for a percentage. */
export const COUNT_PATTERN = '^[0-9]{1,7}[ \\u00a0\\u202f](?:attributions?|ménages?)$';

const COUNT = new RegExp(COUNT_PATTERN, 'u');

/** The count that the text means, as a fraction over 1. Undefined where the text is not a count. */
export function parseCount(text: string): Share | undefined {
  return COUNT.test(text) ? { numerator: Number.parseInt(text, 10), denominator: 1 } : undefined;
}

/** The only text of a value of an objective: a share, or a count of households or leases. */
export function valueText({ figure, measure }: Pick<Objective, 'figure' | 'measure'>, value: Share): string {
  if (measure === 'share') return shareText(value);
  const counted = isRehousingFigure(figure) ? 'ménage' : 'attribution';
  return `${value.numerator} ${counted}${value.numerator > 1 ? 's' : ''}`;
}
