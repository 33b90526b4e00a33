import { compareDecimals } from '#kernel';
import { STOCKS, type OperationFacts, type RehousingAccount } from '#rehousing';
import {
  calendarDay,
  code,
  householdNumber,
  integer,
  landlordCode,
  livingSurface,
  money,
  oneOf,
  shareOfCeiling,
  text,
  yesNo,
} from '#cells';
import { defineFile, optional, required, type FileSpec, type ReportField } from '../reading/spec';
import { isFraction, warnOfHouseholdNumber } from './doubts';

/** The NPNRU operations. */
export const OPERATIONS: FileSpec<OperationFacts> = defineFile({
  file: 'operations.csv',
  key: ['code'],
  columns: {
    code: required('code_operation', code, 'NPNRU-1'),
    name: required('nom', text, 'Opération d’exemple'),
    district: required('code_qpv', code, 'L-QPV-1', { references: 'qpv.csv' }),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
    planned: required('menages_a_reloger', integer(0, 100_000), '120'),
    startsOn: required('date_debut', calendarDay, '2020-01-01'),
    endsOn: optional('date_fin_prevue', calendarDay, '2028-12-31'),
  },
  check: (row, fault) => {
    if (row.endsOn !== null && row.endsOn < row.startsOn)
      fault('endsOn', `une date égale ou postérieure à date_debut (${row.startsOn}) est attendue`);
  },
});

/** A row of relogements.csv. Costs are in cents, surfaces in hundredths of a square metre. */
export type RehousingRow = RehousingAccount;

const PERSONAL = { personal: true };
/** The usual monthly cost that a household pays, at most, in cents. A higher one may be true, and somebody should look at it. */
const MOST_USUAL_COST = 200_000;
/** Usual surfaces of homes, in hundredths of a square metre. */
const USUAL_SURFACE = { min: 900, max: 30_000 };

/** The households of the operations, rehoused or not yet. */
export const REHOUSINGS: FileSpec<RehousingRow> = defineFile({
  file: 'relogements.csv',
  key: ['rehousingNumber'],
  columns: {
    rehousingNumber: required('numero_relogement', code, 'REL-1', PERSONAL),
    operation: required('code_operation', code, 'NPNRU-1', { references: 'operations.csv' }),
    householdNumber: required('numero_unique', householdNumber, '078000000000000XYZ', PERSONAL),
    movedOn: optional('date_relogement', calendarDay, '2024-03-15'),
    definitive: required('definitif', yesNo, 'O'),
    residence: optional('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    stock: optional('parc', oneOf(STOCKS), 'ancien'),
    persons: optional('personnes', integer(1, 50), '3', PERSONAL),
    ceilingShare: optional('ressources_pct_plafond', shareOfCeiling, '38,5', PERSONAL),
    costBefore: optional('reste_a_charge_avant', money, '310,20', PERSONAL),
    costAfter: optional('reste_a_charge_apres', money, '305', PERSONAL),
    surfaceBefore: optional('surface_avant', livingSurface, '58,5', PERSONAL),
    surfaceAfter: optional('surface_apres', livingSurface, '62', PERSONAL),
    improved: optional('amelioration', yesNo, 'O'),
    proposals: optional('propositions', integer(0, 1_000), '2', PERSONAL),
    allocationNumber: optional('numero_attribution', code, 'ATT-1', PERSONAL),
  },
  check: (row, _fault, warning) => {
    warnOfHouseholdNumber(row, warning);
    if (row.definitive && row.movedOn !== null && row.residence === null)
      warning('residence', 'relogement définitif sans résidence d’arrivée : il ne sera pas compté hors QPV');
    warnOfAmounts(row, warning);
  },
});

function warnOfAmounts(row: RehousingRow, warning: ReportField): void {
  const { ceilingShare } = row;
  if (ceilingShare !== null && (isFraction(ceilingShare) || ceilingShare === '1'))
    warning('ceilingShare', 'un pourcentage est attendu : 38 pour 38 % du plafond, et non 0,38');
  if (ceilingShare !== null && compareDecimals(ceilingShare, '300') > 0)
    warning('ceilingShare', 'plus de trois fois le plafond : vérifiez ce pourcentage');
  for (const field of ['costBefore', 'costAfter'] as const)
    if ((row[field] ?? 0) > MOST_USUAL_COST)
      warning(field, 'reste à charge mensuel inhabituel : 2 000 euros au plus attendus');
  for (const field of ['surfaceBefore', 'surfaceAfter'] as const) {
    const surface = row[field];
    if (surface !== null && (surface < USUAL_SURFACE.min || surface > USUAL_SURFACE.max))
      warning(field, 'surface inhabituelle : entre 9 et 300 m² attendus');
  }
}
