import {
  CEILING_ZONES,
  CONTINGENTS,
  DWELLING_TYPES,
  FINANCINGS,
  type CommuneFacts,
  type DwellingFacts,
  type LandlordFacts,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import {
  buildingYear,
  calendarDay,
  code,
  codes,
  communeCode,
  integer,
  landlordCode,
  latitude,
  longitude,
  money,
  oneOf,
  surface,
  text,
  yesNo,
} from '#cells';
import { defineFile, optional, optionalList, required, type FileSpec } from '../reading/spec';

/** The communes of the EPCI. */
export const COMMUNES: FileSpec<Required<CommuneFacts>> = defineFile({
  file: 'communes.csv',
  key: ['code'],
  columns: {
    code: required('code_insee', communeCode, '78621'),
    name: required('nom', text, 'Trappes'),
    sruDeficit: optional('deficitaire_sru', yesNo, 'N'),
    ceilingZone: optional('zone_plafonds', oneOf(CEILING_ZONES), 'ile_de_france', { added: true }),
  },
});

/** The QPV, each with its first and last day. */
export const PRIORITY_DISTRICTS: FileSpec<PriorityDistrictFacts> = defineFile({
  file: 'qpv.csv',
  key: ['code'],
  columns: {
    code: required('code_qpv', code, 'L-QPV-1'),
    name: required('nom', text, 'Quartier d’exemple'),
    commune: required('code_insee', communeCode, '78621', { references: 'communes.csv' }),
    firstDay: required('date_debut', calendarDay, '2015-01-01'),
    lastDay: optional('date_fin', calendarDay, ''),
  },
  check: (row, fault) => {
    if (row.lastDay !== null && row.lastDay < row.firstDay)
      fault('lastDay', `une date égale ou postérieure à date_debut (${row.firstDay}) est attendue`);
  },
});

/** The landlords of the territory. */
export const LANDLORDS: FileSpec<LandlordFacts> = defineFile({
  file: 'bailleurs.csv',
  key: ['code'],
  columns: {
    code: required('code_bailleur', landlordCode, 'L-BAILLEUR-1'),
    name: required('nom', text, 'Bailleur d’exemple'),
  },
});

/** The reservation holders and the contingent of each one. */
export const HOLDERS: FileSpec<ReservationHolderFacts> = defineFile({
  file: 'reservataires.csv',
  key: ['code'],
  columns: {
    code: required('code_reservataire', code, 'COMMUNE-78621'),
    name: required('nom', text, 'Commune de Trappes'),
    contingent: required('contingent', oneOf(CONTINGENTS), 'commune'),
    commune: optional('code_insee', communeCode, '78621', { references: 'communes.csv' }),
  },
});

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

/** Residences that changed their landlord. */
export const OWNERSHIPS: FileSpec<OwnershipFacts> = defineFile({
  file: 'proprietes.csv',
  key: ['residence', 'from'],
  columns: {
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    from: required('date_debut', calendarDay, '1975-09-01'),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
  },
});

/** The dwellings of the residences. */
export const DWELLINGS: FileSpec<DwellingFacts> = defineFile({
  file: 'logements.csv',
  key: ['reference'],
  columns: {
    reference: required('reference_logement', code, 'LOG-1'),
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    type: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
    financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
    surface: optional('surface', surface, '62,50'),
    rent: optional('loyer', money, '412,30'),
    charges: optional('charges', money, '95'),
    builtIn: optional('annee_construction', buildingYear, '1975'),
    holder: optional('code_reservataire', code, 'COMMUNE-78621', { references: 'reservataires.csv' }),
  },
});
