import type { Letterhead } from '#convention';
import {
  frenchCount,
  frenchDay,
  frenchRate,
  NONE,
  reportPaper,
  tableBlock,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import type { HolderFlow, LandlordFlow } from '../figures/flow';
import { BREAKDOWNS, type Breakdown } from '../figures/tally';
import type { FlowReport } from '../report';
import { communesOf, valueLabel } from './flow-table';
import { FLOW_DEFINITIONS } from './flow-workbook';
import { BREAKDOWN_WORDS, CHECK_WORDS, OUTSIDE_WORDS } from './words';

const SHARES: readonly PrintedColumn[] = [
  { header: 'Réservataire', align: 'left', isWide: true },
  { header: 'Part\nconvenue', align: 'right' },
  { header: 'Dus', align: 'right' },
  { header: 'Donnés', align: 'right' },
  { header: 'Part\ndonnée', align: 'right' },
  { header: 'Manquants', align: 'right' },
  { header: 'Pour\nun tour', align: 'right' },
  { header: 'Première\nlocation', align: 'right' },
  { header: 'Rendus', align: 'right' },
  { header: 'Repris', align: 'right' },
  { header: 'Délais\nrenouvelés', align: 'right' },
  { header: 'Proposés', align: 'right' },
  { header: 'Attribués', align: 'right' },
];
const CHECKS: readonly PrintedColumn[] = [
  { header: 'Contrôle (R. 441-5-2)', align: 'left', isWide: true },
  { header: 'Part convenue', align: 'right' },
  { header: 'Dans la limite', align: 'left' },
  { header: 'Part donnée', align: 'right' },
  { header: 'Dans la limite', align: 'left' },
];
const OUTSIDE: readonly PrintedColumn[] = [
  { header: 'Hors des flux (R. 441-5)', align: 'left', isWide: true },
  { header: 'Proposés', align: 'right' },
  { header: 'Attribués', align: 'right' },
];
const QUARTERS: readonly PrintedColumn[] = [
  { header: 'Contingent de l’EPCI : qui désigne', align: 'left', isWide: true },
  { header: 'Donnés', align: 'right' },
  { header: 'Part', align: 'right' },
  { header: 'Attribués', align: 'right' },
];
/** A landlord's statement, or the consolidation of all of them, on paper. */
export function flowDocument(report: FlowReport, letterhead: Letterhead): PrintedDocument {
  const { year, landlord, landlords, total } = report;
  const own = landlord === null ? undefined : landlords[0];
  const shown = own ?? total;
  const paper: ReportPaper = {
    title: own ? `Bilan annuel de la gestion en flux : ${own.label}` : 'Gestion en flux : bilan de tous les bailleurs',
    about: [
      `Année ${year}, à transmettre avant le ${frenchDay(report.dueBefore)} (code de la construction et de l’habitation, article R. 441-5-1)`,
    ],
    paper: 'landscape',
    contents: 'state',
    notices: [
      landlords.every(({ share }) => share === null) && 'Aucune part n’est enregistrée pour cette année (flux.csv).',
      ...landlords.map(({ label, share }) => share !== null && share > 1 && overText(label)),
    ],
    blocks: [
      ...landlordBlocks(shown),
      ...statementBlocks(shown, report),
      ...(own ? [] : landlords.filter(({ holders }) => holders.length > 0).map(sharesSection)),
    ],
    meaning: FLOW_DEFINITIONS.map(({ name, text }) => `${name} : ${text}`),
    ...(own ? { ownSigners: [`Pour ${own.label}`] } : { signers: [] }),
  };
  return reportPaper(paper, letterhead, report);
}

function overText(landlord: string): string {
  return `${landlord} : les parts convenues dépassent le flux entier.`;
}

function landlordBlocks(of: LandlordFlow): readonly Block[] {
  const checks = of.checks.map(({ code, share, shareMet, givenShare, givenMet }) => [
    CHECK_WORDS[code],
    frenchRate(share),
    metWord(shareMet),
    frenchRate(givenShare),
    metWord(givenMet),
  ]);
  const outside = of.outsideFlow.map(({ ground, proposed, allocated }) => [
    OUTSIDE_WORDS[ground],
    frenchCount(proposed),
    frenchCount(allocated),
  ]);
  return [
    sharesTable(of),
    { kind: 'section', title: 'La part de l’État', table: { columns: CHECKS, rows: checks } },
    { kind: 'section', title: 'Ce qui n’entre dans aucune part', table: { columns: OUTSIDE, rows: outside } },
    ...of.holders.flatMap(quartersSection),
  ];
}

function sharesTable(of: LandlordFlow): Block {
  return tableBlock(SHARES, of.holders.map(shareCells), { total: totalCells(of) });
}

/** A landlord among others: its shares alone. */
function sharesSection(of: LandlordFlow): Block {
  const table = { columns: SHARES, rows: of.holders.map(shareCells), total: totalCells(of) };
  return { kind: 'table', table: { ...table, title: `${of.label} (${of.id})` } };
}

function shareCells(holder: HolderFlow): readonly string[] {
  const { share, owed, given, givenShare, missing, givenForOneTurn, givenFirstLettings } = holder;
  return [
    holder.label,
    frenchRate(share),
    frenchOwed(share === null ? null : owed),
    frenchCount(given),
    frenchRate(givenShare),
    missing === null ? NONE : frenchCount(missing),
    ...[givenForOneTurn, givenFirstLettings, holder.returned, holder.takenBack, holder.renewed].map(frenchCount),
    ...[holder.proposed, holder.allocated].map(frenchCount),
  ];
}

function totalCells({ share, dwellings, proposed, allocated, holders }: LandlordFlow): readonly string[] {
  const sumOf = (count: (holder: HolderFlow) => number): string =>
    frenchCount(holders.reduce((sum, holder) => sum + count(holder), 0));
  return [
    'Ensemble',
    frenchRate(share),
    '',
    frenchCount(dwellings),
    '',
    '',
    sumOf(({ givenForOneTurn }) => givenForOneTurn),
    sumOf(({ givenFirstLettings }) => givenFirstLettings),
    sumOf(({ returned }) => returned),
    sumOf(({ takenBack }) => takenBack),
    sumOf(({ renewed }) => renewed),
    frenchCount(proposed),
    frenchCount(allocated),
  ];
}

/** Dwellings to two decimals: « 12,35 ». */
function frenchOwed(owed: number | null): string {
  return owed === null ? NONE : owed.toFixed(2).replace('.', ',');
}

function metWord(met: boolean | null): string {
  return met === null ? NONE : met ? 'oui' : 'non';
}

function quartersSection({ label, quarters }: HolderFlow): readonly Block[] {
  if (quarters === null) return [];
  const { own, delegated } = quarters;
  const all = own.given + delegated.reduce((sum, { given }) => sum + given, 0);
  const row = (whom: string, { given, allocated }: typeof own): readonly string[] => [
    whom,
    frenchCount(given),
    frenchRate(all === 0 ? null : given / all),
    frenchCount(allocated),
  ];
  const rows = [row('L’EPCI lui-même', own), ...delegated.map((commune) => row(`Délégué : ${commune.label}`, commune))];
  return [{ kind: 'section', title: label, table: { columns: QUARTERS, rows } }];
}

/** The statement: what was proposed and allocated, a table for each breakdown. */
function statementBlocks(of: LandlordFlow, report: FlowReport): readonly Block[] {
  if (of.holders.length === 0) return [];
  const communes = communesOf(report);
  return BREAKDOWNS.map((breakdown) => {
    const labelOf = (value: string | null): string => valueLabel(breakdown, value, communes);
    return breakdown === 'commune' ? longTable(of, breakdown, labelOf) : wideTable(of, breakdown, labelOf);
  });
}

type LabelOf = (value: string | null) => string;

/** A column for each value: « proposés / attribués ». */
function wideTable(of: LandlordFlow, breakdown: Breakdown, labelOf: LabelOf): Block {
  const values = [...new Set(of.holders.flatMap(({ breakdowns }) => breakdowns[breakdown].map(({ value }) => value)))];
  const ordered = [...values.filter((value) => value !== null).sort(), ...values.filter((value) => value === null)];
  const cellsOf = (holders: readonly HolderFlow[]): readonly string[] =>
    ordered.map((value) =>
      pairOf(holders.flatMap(({ breakdowns }) => breakdowns[breakdown].filter((cell) => cell.value === value))),
    );
  const columns: readonly PrintedColumn[] = [
    { header: 'Réservataire', align: 'left', isWide: true },
    ...ordered.map((value) => ({ header: labelOf(value), align: 'right' as const })),
    { header: 'Ensemble', align: 'right' },
  ];
  const rows = of.holders.map((holder) => [holder.label, ...cellsOf([holder]), pairOf([holder])]);
  return tableBlock(columns, rows, {
    title: titleOf(breakdown),
    total: ['Ensemble', ...cellsOf(of.holders), pairOf([of])],
  });
}

/** A row for each value: there may be more of them than a page is wide. */
function longTable(of: LandlordFlow, breakdown: Breakdown, labelOf: LabelOf): Block {
  const columns: readonly PrintedColumn[] = [
    { header: 'Réservataire', align: 'left', isWide: true },
    { header: 'Valeur', align: 'left' },
    { header: 'Proposés / attribués', align: 'right' },
  ];
  const rows = of.holders.flatMap(({ label, breakdowns }) =>
    breakdowns[breakdown].map((cell, at) => [at === 0 ? label : '', labelOf(cell.value), pairOf([cell])]),
  );
  return tableBlock(columns, rows, { title: titleOf(breakdown), total: ['Ensemble', '', pairOf([of])] });
}

function titleOf(breakdown: Breakdown): string {
  return `Logements proposés / attribués : ${BREAKDOWN_WORDS[breakdown].name}`;
}

function pairOf(counted: readonly Pick<HolderFlow, 'proposed' | 'allocated'>[]): string {
  const sumOf = (count: 'proposed' | 'allocated'): string =>
    frenchCount(counted.reduce((sum, one) => sum + one[count], 0));
  return `${sumOf('proposed')}\u00a0/\u00a0${sumOf('allocated')}`;
}
