import type { ResidenceFacts } from '#territory';
import {
  calendarDay,
  code,
  codes,
  communeCode,
  integer,
  landlordCode,
  latitude,
  longitude,
  text,
} from '../reading/cells';
import { defineFile, optional, optionalList, required, type FileSpec } from '../reading/spec';

/** The residences, with every QPV in which each one is or was. */
export const RESIDENCES: FileSpec<Required<ResidenceFacts>> = defineFile({
  file: 'residences.csv',
  key: ['code'],
  columns: {
    code: required('code_residence', code, 'RES-1'),
    name: required('nom', text, 'Résidence d’exemple'),
    commune: required('code_insee', communeCode, '78621', { references: 'communes.csv' }),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
    districts: optionalList('code_qpv', codes, 'L-QPV-1', { references: 'qpv.csv' }),
    dwellings: required('logements', integer(0, 100_000), '120'),
    openedOn: optional('date_mise_en_service', calendarDay, '1975-09-01'),
    agreementOn: optional('date_conventionnement', calendarDay, '1980-01-01'),
    latitude: optional('latitude', latitude, '48,7775'),
    longitude: optional('longitude', longitude, '2,0025'),
    sector: optional('code_secteur', code, '', { added: true }),
  },
});
