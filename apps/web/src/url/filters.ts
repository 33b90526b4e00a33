import { listOf, type Search } from './search';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A filter of a list: one description gives its field, its chips and its parameter. */
export interface Filter {
  /** The parameter of the API and of the address. */
  readonly name: string;
  readonly label: string;
  /** Whether its field is open; the others are behind « Plus de critères ». */
  readonly isUsual?: boolean;
  /** Whether the API takes one value; else any of several. */
  readonly takesOne?: boolean;
  /** The value that goes with no other one: « sans note ». */
  readonly alone?: string;
  readonly options: readonly Option[];
}

/** One value of one filter, as the address says it. */
export interface Criterion {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  /** The value in words; its code where it has none. */
  readonly text: string;
}

/** The values that stand after one was ticked or unticked; undefined: none. */
export function valuesAfter(
  { takesOne, alone }: Filter,
  values: readonly string[],
  value: string,
  isTicked: boolean,
): readonly string[] | undefined {
  const others = values.filter((each) => each !== value);
  if (!isTicked) return others.length === 0 ? undefined : others;
  if (takesOne || value === alone) return [value];
  return [...others.filter((each) => each !== alone), value];
}

/** The criteria in force, in the order of the filters. */
export function criteriaIn(filters: readonly Filter[], search: Search): readonly Criterion[] {
  return filters.flatMap((filter) =>
    listOf(search, filter.name).map((value) => ({
      name: filter.name,
      value,
      label: filter.label,
      text: filter.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
}

/** « Note de fragilité : 4 ou 5 ; Quartile : 1er », for a title, a file or a sheet of paper. */
export function criteriaText(criteria: readonly Criterion[]): string {
  const byLabel = new Map<string, string[]>();
  for (const { label, text } of criteria) byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  return [...byLabel].map(([label, texts]) => `${label} : ${texts.join(' ou ')}`).join(' ; ');
}

/** The address without one criterion. */
export function withoutCriterion(search: Search, { name, value }: Pick<Criterion, 'name' | 'value'>): Search {
  const rest = listOf(search, name).filter((each) => each !== value);
  const { [name]: _taken, ...others } = search;
  return rest.length === 0 ? others : { ...others, [name]: rest };
}
