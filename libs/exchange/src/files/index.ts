import type { FileSpec } from '../reading/spec';
import { CEILINGS } from './ceilings';
import { ALLOCATIONS, allocationsFile, type PublicColumn } from './allocations';
import { NOTES, PRIORITY_LISTS, SURVEYS } from './fragility';
import { FLOW_SHARES } from './flow-shares';
import { INDICATORS } from './indicators';
import { LETTERS } from './letters';
import { PROOF_RULES } from './proofs';
import { OPERATIONS, REHOUSINGS } from './rehousings';
import { COMMUNES, DWELLINGS, HOLDERS, LANDLORDS, OWNERSHIPS, PRIORITY_DISTRICTS, RESIDENCES } from './territory';
import { THRESHOLDS } from './thresholds';
import { DESIGNATIONS, designationsFile, VACANCIES } from './vacancies';

export { allocationsFile, type AllocationRow, type PublicColumn } from './allocations';
export type { PriorityListRow } from './fragility';
export type { RehousingRow } from './rehousings';
export {
  ALLOCATIONS,
  CEILINGS,
  COMMUNES,
  DESIGNATIONS,
  DWELLINGS,
  FLOW_SHARES,
  HOLDERS,
  INDICATORS,
  LANDLORDS,
  LETTERS,
  NOTES,
  OPERATIONS,
  OWNERSHIPS,
  PRIORITY_DISTRICTS,
  PRIORITY_LISTS,
  PROOF_RULES,
  REHOUSINGS,
  RESIDENCES,
  SURVEYS,
  THRESHOLDS,
  VACANCIES,
};

/** Every file that is read, in the order of import: a file comes after those that it refers to. */
export const FILES: readonly FileSpec[] = [
  COMMUNES,
  PRIORITY_DISTRICTS,
  LANDLORDS,
  HOLDERS,
  THRESHOLDS,
  CEILINGS,
  RESIDENCES,
  OWNERSHIPS,
  DWELLINGS,
  SURVEYS,
  NOTES,
  PRIORITY_LISTS,
  // A household is designated before its lease is signed.
  VACANCIES,
  DESIGNATIONS,
  ALLOCATIONS,
  OPERATIONS,
  REHOUSINGS,
  INDICATORS,
  LETTERS,
  PROOF_RULES,
  FLOW_SHARES,
] as readonly FileSpec[];

/** The same, and the files about households of the process have a column for each of those publics. */
export function filesWith(publics: readonly PublicColumn[]): readonly FileSpec[] {
  if (publics.length === 0) return FILES;
  const withPublics = [allocationsFile(publics), designationsFile(publics)] as readonly FileSpec[];
  return FILES.map((spec) => withPublics.find(({ file }) => file === spec.file) ?? spec);
}
