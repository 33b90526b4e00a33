import { sectorsOf, type ReferredKind } from '#convention';
import type { Findings } from '../../reading/fault';
import type { KnownCodes, ReferredFile } from '../references';
import type { ConventionImport } from './convention-import';

const FILE_OF: Readonly<Record<Exclude<ReferredKind, 'secteur'>, ReferredFile>> = {
  commune: 'communes.csv',
  bailleur: 'bailleurs.csv',
  reservataire: 'reservataires.csv',
  qpv: 'qpv.csv',
  residence: 'residences.csv',
  operation: 'operations.csv',
};

/**
 * Every entity that a convention names must be known, from this import or an earlier one. The communes of the convention's own territory
 * count as known: where communes.csv does not have one of them yet, that is a warning.
 */
export async function checkConventionReferences(
  { file, known }: ConventionImport,
  codes: KnownCodes,
  findings: Findings,
): Promise<void> {
  if (!file) return;
  const { name, reading } = file;
  const own = reading.references.filter(({ isOwn }) => isOwn).map(({ code }) => code);
  const sectors = sectorsOf(known).map(({ code }) => code);
  for (const { kind, code, path, line, isOwn } of reading.references) {
    // Where the convention could not be read, its own faults say enough: no sector is called unknown.
    const isKnown =
      kind === 'secteur' ? !reading.convention || sectors.includes(code) : await codes.has(FILE_OF[kind], code);
    if (isKnown || (kind === 'commune' && !isOwn && own.includes(code))) continue;
    const expected = kind === 'secteur' ? 'un secteur de la convention' : `une ligne de ${FILE_OF[kind]}`;
    const message = isOwn
      ? 'cette commune n’est pas dans communes.csv, ni de cet import ni d’un précédent'
      : `code inconnu : ${expected} était attendu, dans cet import ou un précédent`;
    findings[isOwn ? 'warning' : 'fault']({ file: name, line, column: path, value: code, message });
  }
}
