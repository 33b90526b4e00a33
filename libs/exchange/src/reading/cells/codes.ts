import { normalForm } from '#kernel';
import { isSiren, nearestCommune, officialCommune } from '#territory';
import { remembering, Unreadable, type CellReader } from '#shapes';
import { invisibleInCode } from './invisible';
import { code } from './texts';

const NOT_A_LANDLORD_CODE = new Unreadable(
  'un SIREN valide (9 chiffres et clé de contrôle) ou un code local qui commence par « L- » est attendu',
);
const NOT_IN_FRANCE = new Unreadable('le code INSEE d’une commune de France est attendu');

/** The numéro unique of a household: any code, in capitals, for offices and years do not all write the same. */
export const householdNumber: CellReader<string> = {
  form: 'code',
  read: (found) => {
    const read = code.read(found);
    return read instanceof Unreadable ? read : read.toUpperCase();
  },
};

/** A SIREN whose check digit is right, or a local code that begins with `L-`. */
export const landlordCode: CellReader<string> = {
  form: 'code',
  read: remembering((found) => {
    const read = code.read(found);
    if (read instanceof Unreadable || (read.startsWith('L-') && read.length > 2)) return read;
    return isSiren(read) ? read : NOT_A_LANDLORD_CODE;
  }),
};

/** The INSEE code of a commune of France: current, former, or of a municipal arrondissement. */
export const communeCode: CellReader<string> = {
  form: 'code',
  read: remembering((found) => {
    const read = readCommune(found);
    return typeof read === 'string' && officialCommune(read)?.abroad ? NOT_IN_FRANCE : read;
  }),
};

/** The same, or 99xxx for a foreign country. */
export const communeCodeOrAbroad: CellReader<string> = { form: 'code', read: remembering(readCommune) };

function readCommune(found: string): string | Unreadable {
  const seen = normalForm(found);
  const commune = seen.toUpperCase();
  const isKnown = officialCommune(commune) !== undefined;
  const invisible = isKnown ? invisibleInCode(found, commune) : undefined;
  if (isKnown) return invisible ?? commune;
  const nearest = nearestCommune(seen.slice(0, 100));
  const proposal = nearest ? ` ; le plus proche est ${nearest.code} (${nearest.name})` : '';
  return new Unreadable(`« ${seen.slice(0, 100)} » n’est pas un code INSEE connu${proposal}`);
}
