import { cell, dayCell } from './cells';
import type { Knowledge } from './knowledge';

/** The QPV in which a residence stands on a day. */
export function districtsOn(known: Knowledge, residence: string, day: string): string[] {
  const districts: string[] = [];
  for (const code of cell(known.one('residences.csv', residence), 'code_qpv').split('|')) {
    if (code.trim() === '') continue;
    const row = known.one('qpv.csv', code.trim());
    const last = dayCell(row, 'date_fin');
    if (dayCell(row, 'date_debut') <= day && (last === '' || day <= last)) districts.push(code.trim());
  }
  return districts;
}
