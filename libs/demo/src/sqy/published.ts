import { packRows, type PackRow } from '../pack';

/** The lines of one of the pack's CSV files. */
export function published(file: string): PackRow[] {
  return packRows('sqy', file);
}

/** The code of the thing that a published table names: the tables write some names without their accents. */
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
