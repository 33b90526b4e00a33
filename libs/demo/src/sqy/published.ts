import { packRows, type PackRow } from '../pack';

/** The rows of a CSV file of the pack of Saint-Quentin-en-Yvelines. */
export function published(file: string): PackRow[] {
  return packRows('sqy', file);
}

/** The code that belongs to a name of a published table. Accents are ignored, because the tables write some names without them. */
export function codeOf<Named extends { readonly code: string; readonly name: string }>(
  things: readonly Named[],
  name: string,
): string {
  const found = things.find((each) => unaccented(each.name) === unaccented(name));
  if (!found) throw new Error(`The pack has no code for ${name}`);
  return found.code;
}

function unaccented(name: string): string {
  return name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
}
