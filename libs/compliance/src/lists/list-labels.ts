import type { Position } from '#event-store';
import type { ReadModel } from '#read-store';
import type { Declared } from '../declared';
import { CONTINGENT_LABELS, labelsAt } from '../report/report-groups';
import type { AllocationWord } from './allocation-columns';

/** The names of the codes of a column; a code without a name stays as it is. */
export type LabelOf = (code: string) => string;

/** The columns that hold codes, under the name that they have where labels take the place of the codes. */
export const LABELLED = {
  code_residence: 'residence',
  code_insee: 'commune',
  code_secteur: 'secteur',
  code_bailleur: 'bailleur',
  code_qpv: 'qpv',
  code_reservataire: 'reservataire',
  contingent: 'contingent',
  publics: 'publics',
} as const satisfies Partial<Record<AllocationWord, string>>;
export type LabelledWord = keyof typeof LABELLED;

export type ListLabels = Readonly<Record<LabelledWord, LabelOf>>;

/** The names as of a position, as the convention declares them. */
export async function listLabels(model: ReadModel, position: Position, declared: Declared): Promise<ListLabels> {
  const named = async (kind: Parameters<typeof labelsAt>[1]) => labelled(await labelsAt(model, kind, position));
  return {
    code_residence: await named('residence'),
    code_insee: await named('commune'),
    code_bailleur: await named('bailleur'),
    code_qpv: await named('qpv'),
    code_reservataire: await named('reservataire'),
    code_secteur: labelled(new Map(declared.sectors.map(({ code, name }) => [code, name]))),
    contingent: labelled(new Map(Object.entries(CONTINGENT_LABELS))),
    publics: labelled(new Map(declared.publics.map(({ code, name }) => [code, name]))),
  };
}

function labelled(names: ReadonlyMap<string, string>): LabelOf {
  return (code) => names.get(code) ?? code;
}

export function isLabelled(word: AllocationWord): word is LabelledWord {
  return Object.hasOwn(LABELLED, word);
}
