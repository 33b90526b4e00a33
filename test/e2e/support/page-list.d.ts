export type Search = Readonly<Record<string, string | readonly string[]>>;

export interface Filter {
  readonly name: string;
  readonly options: readonly { readonly value: string }[];
}

/** @param dictionary the answer of `GET /api/territory` */
export function allocationFilters(dictionary: unknown): readonly Filter[];
export function valuesAfter(
  filter: Filter,
  values: readonly string[],
  value: string,
  isTicked: boolean,
): readonly string[] | undefined;
export function pageQuery(search: Search): Search;
export function exportAddress(
  search: Search,
  file: { readonly format: string; readonly columns: readonly string[]; readonly hasLabels: boolean },
): string;
export function parseSearch(text: string): Search;
export function stringifySearch(search: Readonly<Record<string, unknown>>): string;
