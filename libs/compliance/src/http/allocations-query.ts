import { parseAsOf, valuesOf, type OneOrMore } from '#http';
import { day } from '#kernel';
import type { Condition, FieldValue } from '#read-store';
import type { FigurePart } from '../figures/definitions';
import { ALLOCATION_COLUMNS, type AllocationWord } from '../lists/allocation-columns';
import type { AllocationFilter } from '../lists/allocation-filter';
import type { AllocationsQuery } from '../lists/allocation-lists';
import type { AllocationFilterDto } from './allocation-filter.dto';
import { parseSortOrder, type PartWord } from './list-words';

type Asked = FieldValue | Condition;

const LISTS = [
  'code_insee',
  'code_secteur',
  'code_bailleur',
  'code_residence',
  'code_reservataire',
  'contingent',
  'typologie',
  'financement',
  'composition',
] as const;

const FLAGS = [
  'delegue',
  'en_qpv',
  'prioritaire',
  'domicile_travail',
  'travailleur_essentiel',
  'reloge',
  'premiere_mise_en_location',
  'annulee',
  'corrigee',
] as const;

const PARTS: Readonly<Record<PartWord, FigurePart>> = { numerateur: 'numerator', denominateur: 'denominator' };

const FLAG_VALUES: Readonly<Record<string, number | null>> = { O: 1, N: 0, inconnu: null };

/** The list that the parameters ask for. The decorators have already validated them. */
export function allocationsQueryOf(dto: AllocationFilterDto): AllocationsQuery {
  const asOf = dto['as-of'];
  return {
    filter: filterOf(dto),
    sort: parseSortOrder(dto.sort)!,
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

function filterOf(dto: AllocationFilterDto): AllocationFilter {
  const where: Record<string, Asked> = {};
  const ask = (word: AllocationWord, condition: Asked | undefined): void => {
    if (condition !== undefined) where[ALLOCATION_COLUMNS[word].field] = condition;
  };
  for (const word of LISTS) ask(word, oneOf(dto[word]));
  for (const word of FLAGS) ask(word, flagOf(dto[word]));
  ask('type_demande', dto.type_demande && (dto.type_demande === 'mutation' ? 1 : 0));
  ask('quartile', dto.quartile === 'inconnu' ? null : oneOf(dto.quartile));
  ask('note', dto.note === 'aucune' ? null : oneOf(dto.note, Number));
  return {
    from: dto.from === undefined ? undefined : day(dto.from),
    to: dto.to === undefined ? undefined : day(dto.to),
    district: dto.code_qpv,
    public: dto.publics,
    figure: figureOf(dto),
    where,
  };
}

/** The part of a figure. It comes from two parameters; validation refuses one without the other. */
function figureOf({ figure, part }: AllocationFilterDto): AllocationFilter['figure'] {
  return figure === undefined || part === undefined ? undefined : { code: figure, part: PARTS[part] };
}

function oneOf(asked: OneOrMore | undefined, read: (text: string) => string | number = String): Asked | undefined {
  return asked === undefined ? undefined : { in: valuesOf(asked).map(read) };
}

function flagOf(asked: string | undefined): Asked | undefined {
  return asked === undefined ? undefined : FLAG_VALUES[asked];
}
