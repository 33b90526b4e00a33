import type { OutColumn, Table } from '#tables';
import type { HolderFlow, LandlordFlow } from '../figures/flow';
import { BREAKDOWNS, type Breakdown } from '../figures/tally';
import type { FlowReport } from '../report';
import { BREAKDOWN_WORDS, DISTRICT_WORDS, OUTSIDE_WORDS, PERIOD_WORDS, UNKNOWN } from './words';

/** One holder at one landlord, or at all of them. */
export interface ShareRow {
  readonly landlord: LandlordFlow;
  readonly holder: HolderFlow;
}

/** One count of the statement. `breakdown` is `ensemble` for all the dwellings of a holder; without a holder, outside the flow. */
export interface StatementRow {
  readonly landlord: LandlordFlow;
  readonly holder: HolderFlow | null;
  readonly breakdown: string;
  readonly value: string | null;
  readonly label: string | null;
  readonly proposed: number;
  readonly allocated: number;
}

const count = (
  header: string,
  title: string,
  value: (holder: HolderFlow) => number | null,
  kind: 'integer' | 'decimal' | 'rate' = 'integer',
): OutColumn<ShareRow> => ({ header, title, kind, value: ({ holder }) => value(holder) });

const LANDLORD_COLUMNS: readonly OutColumn<Pick<ShareRow, 'landlord'>>[] = [
  { header: 'code_bailleur', title: 'SIREN ou code', kind: 'text', value: ({ landlord }) => landlord.id },
  { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ landlord }) => landlord.label },
];

const HOLDER_COLUMNS: readonly OutColumn<ShareRow>[] = [
  { header: 'code_reservataire', title: 'Code du réservataire', kind: 'text', value: ({ holder }) => holder.id },
  { header: 'reservataire', title: 'Réservataire', kind: 'text', value: ({ holder }) => holder.label },
  { header: 'contingent', title: 'Contingent', kind: 'text', value: ({ holder }) => holder.contingent },
];

/** What is counted of one holder. */
export const COUNT_COLUMNS: readonly OutColumn<ShareRow>[] = [
  count('part', 'Part convenue', ({ share }) => share, 'rate'),
  count('dus', 'Logements dus', ({ owed }) => owed, 'decimal'),
  count('donnes', 'Logements donnés', ({ given }) => given),
  count('part_donnee', 'Part donnée', ({ givenShare }) => givenShare, 'rate'),
  count('manquants', 'Logements manquants', ({ missing }) => missing),
  count('donnes_pour_un_tour', 'Donnés, pour un tour', ({ givenForOneTurn }) => givenForOneTurn),
  count('attribues_pour_un_tour', 'Attribués, pour un tour', ({ allocatedForOneTurn }) => allocatedForOneTurn),
  count('donnes_premiere_location', 'Donnés, première location', ({ givenFirstLettings }) => givenFirstLettings),
  count(
    'attribues_premiere_location',
    'Attribués, première location',
    ({ allocatedFirstLettings }) => allocatedFirstLettings,
  ),
  count('rendus', 'Rendus par le réservataire', ({ returned }) => returned),
  count('repris', 'Repris par le bailleur', ({ takenBack }) => takenBack),
  count('delais_renouveles', 'Délais renouvelés', ({ renewed }) => renewed),
  count('retires', 'Retirés de la location', ({ closed }) => closed),
  count('exclus', 'Exclus par la convention', ({ excluded }) => excluded),
];

/** The shares for people and for a terminal: one row for each holder. */
export const SHARE_COLUMNS: readonly OutColumn<ShareRow>[] = [
  ...LANDLORD_COLUMNS,
  ...HOLDER_COLUMNS,
  ...COUNT_COLUMNS,
  count('proposes', 'Logements proposés', ({ proposed }) => proposed),
  count('attribues', 'Logements attribués', ({ allocated }) => allocated),
];

/** The statement for people: one row for each value of each breakdown. */
export const STATEMENT_COLUMNS: readonly OutColumn<StatementRow>[] = [
  ...LANDLORD_COLUMNS,
  ...HOLDER_COLUMNS.map((column) => ofHolder(column)),
  { header: 'ventilation', title: 'Ventilation', kind: 'text', value: ({ breakdown }) => breakdown },
  { header: 'valeur', title: 'Code', kind: 'text', value: ({ value }) => value },
  { header: 'libelle', title: 'Valeur', kind: 'text', value: ({ label }) => label },
  { header: 'proposes', title: 'Logements proposés', kind: 'integer', value: ({ proposed }) => proposed },
  { header: 'attribues', title: 'Logements attribués', kind: 'integer', value: ({ allocated }) => allocated },
];

/** The landlords of the report, then all of them together where all were asked for. */
export function flowLandlords({ landlord, landlords, total }: FlowReport): readonly LandlordFlow[] {
  return landlord === null ? [...landlords, total] : landlords;
}

export function shareRows(report: FlowReport): readonly ShareRow[] {
  return flowLandlords(report).flatMap((landlord) => landlord.holders.map((holder) => ({ landlord, holder })));
}

/** Each holder with its total, then each breakdown; at last what is outside the flow. */
export function statementRows(report: FlowReport): readonly StatementRow[] {
  const communes = communesOf(report);
  return flowLandlords(report).flatMap((landlord) => [
    ...landlord.holders.flatMap((holder) => holderRows(landlord, holder, communes)),
    ...landlord.outsideFlow.map(({ ground, proposed, allocated }) => ({
      landlord,
      holder: null,
      breakdown: 'hors_flux',
      value: ground,
      label: OUTSIDE_WORDS[ground],
      proposed,
      allocated,
    })),
  ]);
}

/** How a value of a breakdown is called. */
export function valueLabel(breakdown: Breakdown, value: string | null, communes: ReadonlyMap<string, string>): string {
  if (value === null) return UNKNOWN;
  if (breakdown === 'district') return DISTRICT_WORDS[value]!;
  if (breakdown === 'buildingPeriod') return PERIOD_WORDS[value as keyof typeof PERIOD_WORDS];
  return breakdown === 'commune' ? (communes.get(value) ?? value) : value;
}

/** The names of the communes that the report breaks dwellings down by. */
export function communesOf({ communes }: Pick<FlowReport, 'communes'>): ReadonlyMap<string, string> {
  return new Map(communes.map(({ id, label }) => [id, label]));
}

/**
 * The report as a table, one row for each count of the statement. Every row repeats the year, what is counted of its holder, and the
 * instant, so that rows copied into another file still show them.
 */
export function flowTable(report: FlowReport): Table<StatementRow> {
  const columns: readonly OutColumn<StatementRow>[] = [
    { header: 'annee', kind: 'integer', value: () => report.year },
    ...STATEMENT_COLUMNS,
    ...COUNT_COLUMNS.map((column) => ofHolder(column)),
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  return { name: `Flux ${report.year}`, columns, rows: statementRows(report) };
}

/** `mixite-flux-2024`, without its extension. For one landlord, its code comes last. */
export function flowFileName({ year, landlord }: FlowReport): string {
  return ['mixite-flux', String(year), ...(landlord === null ? [] : [landlord])].join('-');
}

function holderRows(
  landlord: LandlordFlow,
  holder: HolderFlow,
  communes: ReadonlyMap<string, string>,
): readonly StatementRow[] {
  const { proposed, allocated } = holder;
  return [
    { landlord, holder, breakdown: 'ensemble', value: null, label: null, proposed, allocated },
    ...BREAKDOWNS.flatMap((breakdown) =>
      holder.breakdowns[breakdown].map((cell) => ({
        landlord,
        holder,
        breakdown: BREAKDOWN_WORDS[breakdown].code,
        label: valueLabel(breakdown, cell.value, communes),
        ...cell,
      })),
    ),
  ];
}

/** A column of a holder, empty in the rows that have none. */
function ofHolder({ value, ...column }: OutColumn<ShareRow>): OutColumn<StatementRow> {
  return { ...column, value: ({ landlord, holder }) => (holder === null ? null : value({ landlord, holder })) };
}
