import { CodedError, type Changes, type Json } from '#kernel';
import type { SealedAllocationFacts } from './events';

/** The sealed content of one event: all the facts, or changes to them. */
export type SealedPart = SealedAllocationFacts | { readonly changes: Changes<SealedAllocationFacts> };

/** How facts stand in a box: their values in this order, behind the number of the form. The order of a form never changes. */
const FORM = 1;

/**
 * The content of a box. The names of facts would fill most of it, and each byte is encrypted, hashed and stored. So all the facts become a
 * list of values. Changes are few, and keep the names.
 */
export function packSealed(part: SealedPart): Json {
  if ('changes' in part) return part as Json;
  return [
    FORM,
    part.allocationNumber,
    part.householdNumber,
    part.dwellingReference,
    part.personsOf14OrMore,
    part.childrenUnder14,
    part.income,
    part.givenQuartile,
    part.dalo,
    part.priorityCategory,
    part.rehousing,
    part.homeCommune,
    part.workCommune,
    part.professionalMobility,
  ];
}

/** Reads the content of a box of any form. The first form named each fact. @throws CodedError `sealed-form-newer` */
export function unpackSealed(opened: Json): SealedPart {
  if (!isList(opened)) return opened as unknown as SealedPart;
  const [form, ...values] = opened;
  if (form !== FORM) throw new CodedError('sealed-form-newer', 'a sealed part is of a newer form');
  return {
    allocationNumber: values[0],
    householdNumber: values[1],
    dwellingReference: values[2],
    personsOf14OrMore: values[3],
    childrenUnder14: values[4],
    income: values[5],
    givenQuartile: values[6],
    dalo: values[7],
    priorityCategory: values[8],
    rehousing: values[9],
    homeCommune: values[10],
    workCommune: values[11],
    professionalMobility: values[12],
  } as SealedAllocationFacts;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
