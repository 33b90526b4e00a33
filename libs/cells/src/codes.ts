import { normalForm } from '#kernel';
import { remembering, Unreadable, type CellReader } from '#shapes';
import { communeAdvice, homonymAdvice, isSiren, officialCommune, type IsInEpci } from '#territory';
import { code, invisibleInCode } from './texts';

const NOT_A_LANDLORD_CODE = new Unreadable(
  'un SIREN valide (9 chiffres et clé de contrôle) ou un code local qui commence par « L- » est attendu',
);
const NOT_IN_FRANCE = new Unreadable('le code INSEE d’une commune de France est attendu');

/** The numéro unique of a household. Any code is taken, and read in capitals: it has been written in several ways. */
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
  const shown = seen.slice(0, 100);
  return homonymAdvice(shown) === undefined
    ? new Unreadable(`${unknownCode(shown)}${communeAdvice(shown)}`)
    : new HomonymCommunes(shown);
}

function unknownCode(shown: string): string {
  return `« ${shown} » n’est pas un code INSEE connu`;
}

/** A name in the place of a code, where several communes bear it: the reader cannot know which one is meant. */
class HomonymCommunes extends Unreadable {
  constructor(private readonly found: string) {
    super(`${unknownCode(found)}${communeAdvice(found)}`);
  }

  /** The same message, with the communes of the EPCI first. */
  messageIn(isInEpci: IsInEpci): string {
    return `${unknownCode(this.found)}${communeAdvice(this.found, isInEpci)}`;
  }
}

/** The message of a fault. It depends on the communes of the EPCI, where they are known. */
export function faultMessage(why: Unreadable, isInEpci: IsInEpci | undefined): string {
  return why instanceof HomonymCommunes && isInEpci ? why.messageIn(isInEpci) : why.message;
}
