import type { Sheet } from '../sheet';
import { workbookParts as partsOf } from '../xlsx-parts';

export { zip, type ZipPart } from '../zip';

const BARE: Sheet = { name: '', columns: [], rows: [] };

/** The parts of a workbook beside its sheets. The sheets themselves are made by the test. */
export function workbookParts(titles: readonly string[]): ReturnType<typeof partsOf> {
  return partsOf(titles.map((title, at) => ({ title, part: at + 1, sheet: BARE, rows: 1 })));
}
