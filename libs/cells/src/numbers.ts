import { parseSemester, type Decimal as ExactDecimal } from '#kernel';
import { Unreadable, type CellReader } from '#shapes';

/** Digits, or digits with one kind of space between thousands; then decimals; then a unit. */
const DECIMAL = /^([+-]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d+))?(?:[ \u00a0\u202f]*[€%])?$/;
const SPACES = /[ \u00a0\u202f]/g;

interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros, '0' for none. */
  readonly whole: string;
  /** Without trailing zeros, '' for none. */
  readonly decimals: string;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A decimal as French offices write it: comma or point, spaces between thousands, then `€` or `%`. Undefined for any other text. */
function parseDecimal(found: string): Decimal | undefined {
  const match = DECIMAL.exec(found);
  if (!match) return undefined;
  const whole = match[2]!.replace(SPACES, '').replace(/^0+(?=\d)/, '');
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  return { negative: match[1] === '-' && (whole !== '0' || decimals !== ''), whole, decimals };
}

/** A number as an exact count of 10⁻ⁿ. The bounds are in whole units. */
function scaled(places: number, { min, max }: Bounds, expected: string): CellReader<number> {
  const unreadable = new Unreadable(expected);
  const scale = 10 ** places;
  return {
    form: 'number',
    read: (found) => {
      const decimal = parseDecimal(found);
      // A JavaScript number holds twelve digits and a few decimals exactly.
      if (!decimal || decimal.decimals.length > places || decimal.whole.length > 12) return unreadable;
      const magnitude = Number(decimal.whole + decimal.decimals.padEnd(places, '0'));
      const value = decimal.negative ? -magnitude : magnitude;
      return value < min * scale || value > max * scale ? unreadable : value;
    },
  };
}

/** A whole number between bounds, both included. */
export function integer(min: number, max: number): CellReader<number> {
  return scaled(0, { min, max }, `un nombre entier de ${min} à ${max} est attendu`);
}

/** A year of four digits. The bounds refuse numbers of another column. */
export const year = scaled(0, { min: 1900, max: 2200 }, 'une année de quatre chiffres est attendue (1900 à 2200)');
const NOT_A_PERIOD = new Unreadable('une année (AAAA) ou un semestre (AAAA-S1, AAAA-S2) est attendu');

/** A year, or a half of one. */
export const period: CellReader<string> = {
  form: 'code',
  read: (found) => (parseSemester(found) || /^(?:19|20|21)\d{2}$/.test(found) ? found : NOT_A_PERIOD),
};

export const buildingYear = scaled(
  0,
  { min: 1000, max: 2200 },
  'une année de quatre chiffres est attendue (1000 à 2200)',
);

/** Euros, as cents. */
export const money = scaled(
  2,
  { min: 0, max: 1_000_000_000 },
  'un montant en euros, positif ou nul, avec deux décimales au plus, est attendu',
);

/** A percentage from 0 to `most`, as exact decimal text: a spreadsheet computes values such as 33.3333333333333. */
function percent(most: number, expected: string): CellReader<ExactDecimal> {
  const unreadable = new Unreadable(expected);
  return {
    form: 'number',
    read: (found) => {
      const decimal = parseDecimal(found);
      if (!decimal || decimal.negative || decimal.whole.length > 4 || decimal.decimals.length > 20) return unreadable;
      const whole = Number(decimal.whole);
      if (whole > most || (whole === most && decimal.decimals !== '')) return unreadable;
      return decimal.decimals === '' ? decimal.whole : `${decimal.whole}.${decimal.decimals}`;
    },
  };
}

/** A percentage from 0 to 100, as exact millionths of the whole. */
export const shareOfWhole = scaled(
  4,
  { min: 0, max: 100 },
  'un pourcentage de 0 à 100, avec quatre décimales au plus, est attendu',
);

export const percentage = percent(100, 'un pourcentage de 0 à 100 est attendu');

const NOT_A_DECIMAL = new Unreadable('un nombre est attendu, avec 12 chiffres et 6 décimales au plus');

/** Any number, as exact decimal text. */
export const decimal: CellReader<ExactDecimal> = {
  form: 'number',
  read: (found) => {
    const read = parseDecimal(found);
    if (!read || read.whole.length > 12 || read.decimals.length > 6) return NOT_A_DECIMAL;
    return `${read.negative ? '-' : ''}${read.whole}${read.decimals === '' ? '' : `.${read.decimals}`}`;
  },
};

/** Resources as a percentage of the HLM ceiling. They may be above it. */
export const shareOfCeiling = percent(1_000, 'un pourcentage du plafond, de 0 à 1 000, est attendu');

/** Square metres, as hundredths. */
export const surface = scaled(
  2,
  { min: 0, max: 100_000 },
  'une surface en m², positive ou nulle, avec deux décimales au plus, est attendue',
);

/** The surface of a home. Costs are divided by it, so it is never 0; an unknown surface is left empty. */
export const livingSurface = scaled(
  2,
  { min: 0.01, max: 100_000 },
  'une surface en m², supérieure à 0, avec deux décimales au plus, est attendue (rien si elle est inconnue)',
);

/** A whole number among the ranks, with their type. */
export function rank<Rank extends number>(ranks: readonly Rank[], expected: string): CellReader<Rank> {
  const reader = scaled(0, { min: ranks[0]!, max: ranks[ranks.length - 1]! }, expected);
  return reader as CellReader<Rank>;
}

/** A quartile of income: 1 is the poorest quarter. */
export const quartile = rank([1, 2, 3, 4], 'un quartile de 1 à 4 est attendu');

/** Degrees, as decimal text with a point. */
function degrees(limit: number, expected: string): CellReader<string> {
  const unreadable = new Unreadable(expected);
  return {
    form: 'number',
    read: (found) => {
      const decimal = parseDecimal(found);
      if (!decimal || decimal.decimals.length > 15 || decimal.whole.length > 3) return unreadable;
      const { negative, whole, decimals } = decimal;
      const beyond = Number(whole) > limit || (Number(whole) === limit && decimals !== '');
      return beyond ? unreadable : `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
    },
  };
}

export const latitude = degrees(90, 'une latitude en degrés décimaux, de -90 à 90, est attendue');
export const longitude = degrees(180, 'une longitude en degrés décimaux, de -180 à 180, est attendue');
