/** The query of an address: each name with its value, or with its values where it is repeated. The names are those of the API. */
export type Search = Readonly<Record<string, string | readonly string[]>>;

/** Reads a query as the API does: `note=4&note=5` is a list. The leading `?` may be there. */
export function parseSearch(text: string): Search {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    if (before === undefined) search[name] = value;
    else search[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return search;
}

/** The query that `parseSearch` reads back; empty, or with its leading `?`. Values that are empty or undefined are left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') parameters.append(name, String(each));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** All values of a name, in their order. */
export function listOf(search: Search, name: string): readonly string[] {
  const value = search[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The value of a name that takes one; the first where an address repeats it. */
export function oneOf(search: Search, name: string): string | undefined {
  return listOf(search, name)[0];
}
