import type { Lease } from '#allocation';
import { ALLOCATIONS } from '../files';
import type { CellNotice } from '../reading/fault';
import type { LeaseReference } from '#allocation';

/** The message for an unknown code of each file. */
const EXPECTED: Readonly<Record<string, string>> = {
  'residences.csv': 'code inconnu : celui d’une résidence enregistrée est attendu',
  'reservataires.csv': 'code inconnu : celui d’un réservataire enregistré est attendu',
};

/** The codes of a lease that are not recorded. Codes that could not be read have their own fault. */
export function unknownCodes(lease: Partial<Lease>, territory: LeaseReference): readonly CellNotice[] {
  return ALLOCATIONS.references.flatMap(({ field, column, to }) => {
    const code = lease[field as keyof Lease];
    if (typeof code !== 'string' || isRecorded(to, code, territory)) return [];
    return [{ column, value: code, message: EXPECTED[to]! }];
  });
}

function isRecorded(file: string, code: string, territory: LeaseReference): boolean {
  return file === 'residences.csv' ? territory.residence(code) !== undefined : territory.hasHolder(code);
}
