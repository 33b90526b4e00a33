import { instantOf } from '#kernel';
import { demoStages } from '../stages';
import { recordedRows, type Cells } from './recorded-rows';

type Where = (row: Cells) => boolean;

const WHOLE = demoStages(instantOf(Date.parse('2026-11-30T09:00:00Z')));
const LAST_OF_2023 = '2023-12-31';
const NEW_YEAR_2024 = '2024-01-01';
/** The end of September 2024, when 243 households were left. */
const SEPTEMBER_2024 = instantOf(Date.parse('2024-09-30T21:59:59Z'));

/** Every number of the table in docs/demo.md, by its name there, counted from the files of the stages. */
export function demoNumbers(): ReadonlyMap<string, string> {
  return new Map([...territory(), ...notes(), ...year2023(), ...years(), ...rehousing(), ...others()]);
}

const residences = recordedRows(WHOLE, 'residences.csv');
const stock = residences.filter((row) => row['date_mise_en_service']! <= LAST_OF_2023);
const districts = new Map(recordedRows(WHOLE, 'qpv.csv').map((row) => [row['code_qpv']!, row]));
const leases = recordedRows(WHOLE, 'attributions.csv').filter((row) => row['annulee'] === 'N');
const byCode = new Map(residences.map((row) => [row['code_residence']!, row]));
const referential = new Set(recordedRows(WHOLE, 'ops.csv').map((row) => row['code_residence']!));

function territory(): [string, string][] {
  const inForce = (day: string) => [...districts.keys()].filter((code) => isInForce(code, day)).length;
  const inside = stock.filter((row) => districtOn(row, LAST_OF_2023) !== undefined);
  const merisiers = stock.filter((row) => districtOn(row, LAST_OF_2023) === 'L-MERISIERS');
  const fragile = inside.filter(isFragile);
  return [
    ['residences-2023', count(stock.length)],
    ['logements', dwellings(stock)],
    ['qpv-2023', count(inForce(LAST_OF_2023))],
    ['qpv-2024', count(inForce(NEW_YEAR_2024))],
    ['residences-qpv', count(inside.length)],
    ['logements-qpv', dwellings(inside)],
    ['fragiles-qpv', count(fragile.length)],
    ['logements-fragiles-qpv', dwellings(fragile)],
    ['part-fragile-qpv', percent(sum(fragile), sum(inside))],
    ['merisiers-residences', count(merisiers.length)],
    ['merisiers-logements', dwellings(merisiers)],
    ...[1, 2, 3, 4, 5].map((note): [string, string] => [
      `merisiers-note-${note}`,
      dwellings(merisiers.filter((row) => noteOf(row) === note)),
    ]),
  ];
}

function notes(): [string, string][] {
  const noted = stock.filter((row) => noteOf(row) !== undefined);
  const without = stock.filter((row) => noteOf(row) === undefined);
  const inReferential = without.filter((row) => referential.has(row['code_residence']!));
  const outside = without.filter((row) => !referential.has(row['code_residence']!));
  const withNotes = (...wanted: number[]) => noted.filter((row) => wanted.includes(noteOf(row)!));
  return [
    ['residences-notees', count(noted.length)],
    ['logements-notes', dwellings(noted)],
    ['residences-notes-1-2', count(withNotes(1, 2).length)],
    ['residences-note-3', count(withNotes(3).length)],
    ['residences-notes-4-5', count(withNotes(4, 5).length)],
    ['logements-notes-4-5', dwellings(withNotes(4, 5))],
    ...[1, 2, 3, 4, 5].map((note): [string, string] => [`logements-note-${note}`, dwellings(withNotes(note))]),
    ['sans-note', count(inReferential.length)],
    ['logements-sans-note', dwellings(inReferential)],
    ['hors-referentiel', count(outside.length)],
    ['logements-hors-referentiel', dwellings(outside)],
  ];
}

function year2023(): [string, string][] {
  const all = leasesOf('2023');
  const outside = all.filter((row) => !isInQpv(row));
  const inside = all.filter(isInQpv);
  const first = all.filter(isFirst);
  const families = first.filter((row) => row['enfants_moins_14_ans'] !== '0');
  const priority = all.filter(isPriority);
  const eligible = outside.filter((row) => isFirst(row) || row['relogement'] !== '');
  const upper = inside.filter((row) => !isFirst(row));
  return [
    ['baux-2023', count(all.length)],
    ['baux-hors-qpv-2023', count(outside.length)],
    ['baux-qpv-2023', count(inside.length)],
    ['q1-reloges-hors-qpv-2023', count(eligible.length)],
    ['part-q1-reloges-hors-qpv-2023', tenths(eligible.length, outside.length)],
    ['q234-qpv-2023', count(upper.length)],
    ['part-q234-qpv-2023', tenths(upper.length, inside.length)],
    ['q1-2023', count(first.length)],
    ['q1-hors-qpv-2023', count(outside.filter(isFirst).length)],
    ['part-q1-hors-qpv-2023', percent(outside.filter(isFirst).length, first.length)],
    ['prioritaires-2023', count(priority.length)],
    ['part-prioritaires-2023', tenths(priority.length, all.length)],
    ['mutations-2023', count(all.filter((row) => row['type_demande'] === 'mutation').length)],
    ['q1-t3-t4', share(first, (row) => row['typologie'] === 'T3' || row['typologie'] === 'T4')],
    ['q1-enfants', share(first, (row) => families.includes(row))],
    ['q1-enfants-monoparentales', share(families, composed('monoparentale'))],
    ['prioritaires-seuls', share(priority, composed('seul'))],
    ['prioritaires-monoparentales', share(priority, composed('monoparentale'))],
    ['prioritaires-etat', share(all.filter(of('etat')), isPriority)],
    ['prioritaires-bailleurs', share(all.filter(of('bailleur')), isPriority)],
    ['prioritaires-action-logement', share(all.filter(of('action_logement')), isPriority)],
    ['prioritaires-collectivites', share(all.filter(of('commune', 'epci', 'departement')), isPriority)],
    ...byDistrict(inside),
  ];
}

function byDistrict(inside: readonly Cells[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const row of inside) {
    const code = districtOn(byCode.get(row['code_residence']!)!, row['date_bail']!)!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => b - a);
  return [
    ['baux-premier-qpv', count(sorted[0]!)],
    ['baux-deuxieme-qpv', count(sorted[1]!)],
    ['baux-dernier-qpv', count(sorted.at(-1)!)],
  ];
}

/** The year 2026 is recorded until the end of October. */
function years(): [string, string][] {
  return ['2020', '2021', '2022', '2024', '2025', '2026'].flatMap((year): [string, string][] => {
    const all = leasesOf(year);
    const outside = all.filter((row) => !isInQpv(row));
    return [
      [`baux-${year}`, count(all.length)],
      [`baux-hors-qpv-${year}`, count(outside.length)],
      [`part-prioritaires-${year}`, tenths(all.filter(isPriority).length, all.length)],
    ];
  });
}

function rehousing(): [string, string][] {
  const operations = recordedRows(WHOLE, 'operations.csv');
  const planned = (where: Where = () => true) =>
    operations.filter(where).reduce((all, row) => all + Number(row['menages_a_reloger']), 0);
  const done = (instant: string, where: Where = () => true) =>
    recordedRows(
      WHOLE.filter(({ recordedAt }) => recordedAt <= instant),
      'relogements.csv',
    ).filter((row) => row['definitif'] === 'O' && where(row)).length;
  const leftIn = (operation: Cells) => {
    const isOf: Where = (row) => row['code_operation'] === operation['code_operation'];
    return planned(isOf) - done(SEPTEMBER_2024, isOf);
  };
  const unfinished = operations.filter((operation) => leftIn(operation) > 0);
  const plaisir: Where = (row) => row['code_operation']!.startsWith('NPNRU-VALIBOUT');
  return [
    ['sites-npnru', count(new Set(operations.map((row) => row['code_qpv'])).size)],
    ['bailleurs-npnru', count(new Set(operations.map((row) => row['code_bailleur'])).size)],
    ['menages-npnru', count(planned())],
    ['restants-septembre-2024', count(planned() - done(SEPTEMBER_2024))],
    ['bailleurs-septembre-2024', count(new Set(unfinished.map((row) => row['code_bailleur'])).size)],
    ['restants-plaisir-septembre-2024', count(planned(plaisir) - done(SEPTEMBER_2024, plaisir))],
    ['restants-2025', count(planned() - done('2026-01-01'))],
  ];
}

function others(): [string, string][] {
  const bounds = new Map(recordedRows(WHOLE, 'seuils.csv').map((row) => [row['annee']!, row['q1']!]));
  const euros = (year: string) => count(Number(bounds.get(year)!.replace(',', '.')));
  return [
    ['seuil-q1-2024', euros('2024')],
    ['seuil-q1-2025', euros('2025')],
    ['seuil-q1-2026', euros('2026')],
    ['residences-enquete', count(referential.size)],
    ['enquetes', count(new Set(recordedRows(WHOLE, 'ops.csv').map((row) => row['annee'])).size)],
    ['etapes', count(WHOLE.length)],
  ];
}

const noteRows = new Map<string, Cells>();
for (const row of recordedRows(WHOLE, 'notes.csv'))
  if (row['date_effet']! <= LAST_OF_2023) noteRows.set(row['code_residence']!, row);

/** The final note of the last row before the end of 2023, by the rule of the published format. */
function noteOf(residence: Cells): number | undefined {
  const row = noteRows.get(residence['code_residence']!);
  if (!row) return undefined;
  const [commune, landlord] = [row['note_commune'], row['note_bailleur']];
  const given = row['note_finale'] || (commune && landlord && commune !== landlord ? '' : commune || landlord);
  const note = given || (commune && landlord ? '' : row['note_statistique']);
  return note ? Number(note) : undefined;
}

function isFragile(residence: Cells): boolean {
  return (noteOf(residence) ?? 0) >= 4;
}

function isInForce(code: string, day: string): boolean {
  const { date_debut: first, date_fin: last } = districts.get(code)!;
  return first! <= day && (last === '' || day <= last!);
}

function districtOn(residence: Cells, day: string): string | undefined {
  return residence['code_qpv']!.split('|').find((code) => code !== '' && isInForce(code, day));
}

function isInQpv(lease: Cells): boolean {
  return districtOn(byCode.get(lease['code_residence']!)!, lease['date_bail']!) !== undefined;
}

function leasesOf(year: string): Cells[] {
  return leases.filter((row) => row['date_bail']!.startsWith(year));
}

function isFirst(row: Cells): boolean {
  return row['quartile'] === '1';
}

function isPriority(row: Cells): boolean {
  return row['dalo'] === 'O' || row['categorie_prioritaire'] !== '';
}

function composed(composition: string): Where {
  return (row) => row['composition'] === composition;
}

const contingents = new Map(
  recordedRows(WHOLE, 'reservataires.csv').map((row) => [row['code_reservataire']!, row['contingent']!]),
);

function of(...wanted: string[]): Where {
  return (row) => wanted.includes(contingents.get(row['code_reservataire']!)!);
}

function sum(rows: readonly Cells[]): number {
  return rows.reduce((all, row) => all + Number(row['logements']), 0);
}

function dwellings(rows: readonly Cells[]): string {
  return count(sum(rows));
}

function share(rows: readonly Cells[], where: Where): string {
  return percent(rows.filter(where).length, rows.length);
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

/** A percentage with one decimal, as the convention prints it. */
function tenths(part: number, whole: number): string {
  return `${(Math.round((1000 * part) / whole) / 10).toFixed(1)} %`;
}

/** Thousands are separated by a space. */
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}
