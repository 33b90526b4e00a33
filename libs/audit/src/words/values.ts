import { frenchHundredths } from '#documents';
import type { ConsensusMeeting, MeetingBody } from '#fragility';
import type { Json } from '#kernel';
import { COMPOSITION_NAMES } from '#vacancy';

/** Writes a field's value in French. Null never gets here: `formatted` writes it in the same way for every field. */
export type Formatter = (value: Exclude<Json, null>) => string;

const UNKNOWN = 'inconnu';

const STOCKS: Readonly<Record<string, string>> = {
  neuf: 'neuf',
  moins_5_ans: 'moins de cinq ans',
  ancien: 'plus ancien',
};
const RESOURCES: Readonly<Record<string, string>> = {
  'under-40': 'sous 40 % du plafond',
  '40-100': 'de 40 à 100 % du plafond',
  'over-100': 'au-dessus du plafond',
};

const BODIES: Readonly<Record<MeetingBody, string>> = {
  commune: 'commune',
  landlord: 'bailleur',
  epci: 'EPCI',
  state: 'État',
  departement: 'département',
  'action-logement': 'Action Logement',
  holder: 'réservataire',
  tenants: 'locataires',
  'social-support': 'accompagnement social',
  caretaker: 'gardien',
};

export const plain: Formatter = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
export const yesNo: Formatter = (value) => (value === true ? 'oui' : value === false ? 'non' : plain(value));
/** The value is in cents. */
export const euros: Formatter = (value) => `${frenchHundredths(Number(value))} €`;
/** The value is in hundredths of a square metre. */
export const squareMetres: Formatter = (value) => `${frenchHundredths(Number(value))} m²`;
/** The value is a decimal text. */
export const percent: Formatter = (value) => `${plain(value).replace('.', ',')} %`;
export const list: Formatter = (value) => (Array.isArray(value) ? value.join(', ') || 'aucun' : plain(value));
export const transfer: Formatter = (value) => (value === true ? 'mutation' : 'premier accès');
/** The value is 1 to 4, or an open range. */
export const quartile: Formatter = (value) => plain(value).replace('-', ' à ');
export const composition: Formatter = (value) =>
  (COMPOSITION_NAMES as Readonly<Record<string, string>>)[plain(value)] ?? plain(value);
export const stock: Formatter = (value) => STOCKS[plain(value)] ?? plain(value);
/** The value is a band of the HLM income ceiling. */
export const resources: Formatter = (value) => RESOURCES[plain(value)] ?? plain(value);
/** The meeting at which the commune and the landlord agreed: its day, and who was present. */
export const meeting: Formatter = (value) => {
  const { heldOn, attendees } = value as unknown as ConsensusMeeting;
  return `${heldOn} (${attendees.map((body) => BODIES[body]).join(', ')})`;
};
export const capitals: Formatter = (value) => plain(value).toUpperCase();

/** The value in French; an unknown value is `inconnu`. */
export function formatted(value: Json | undefined, format: Formatter): string {
  return value === null || value === undefined ? UNKNOWN : format(value);
}
