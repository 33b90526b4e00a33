import { WHOLE_TERRITORY, type IndicatorFacts, type ReportScope } from '#compliance';
import { sectorsOf, type RecordedConvention } from '#convention';
import { CONTINGENTS } from '#territory';
import type { DirectoryRows } from '../reading/directory';
import type { Findings } from '../reading/fault';
import type { ConventionImport } from './convention/convention-import';
import { partOf, type KnownCodes, type ReferredFile } from './references';

const INDICATOR_FILE = 'indicateurs.csv';

const FILE_OF: Readonly<Record<Exclude<ReportScope, 'epci' | 'secteur'>, ReferredFile>> = {
  commune: 'communes.csv',
  bailleur: 'bailleurs.csv',
  reservataire: 'reservataires.csv',
  residence: 'residences.csv',
  qpv: 'qpv.csv',
};

type Faulty = { readonly line: number; readonly row: Partial<IndicatorFacts> };

/** The rows of a directory. An indicator of the territory is recorded under one id, also where the file gives the territory's SIREN. */
export function withTerritoryId(directory: DirectoryRows, convention: RecordedConvention | null): DirectoryRows {
  const given = directory.rows.get(INDICATOR_FILE);
  if (!given) return directory;
  const sirens = sirensOf(convention);
  const rows = given.map((each) => {
    const { kind, id } = each.row as IndicatorFacts;
    return kind === 'epci' && sirens.includes(id) ? { ...each, row: { ...each.row, id: WHOLE_TERRITORY } } : each;
  });
  return { ...directory, rows: new Map(directory.rows).set(INDICATOR_FILE, rows) };
}

/** Each indicator is about an entity that is known, from this import or an earlier one. Rows with faults are checked too. */
export async function checkIndicators(
  { rows, faulty, names }: DirectoryRows,
  { file: convention, known }: ConventionImport,
  codes: KnownCodes,
  findings: Findings,
): Promise<void> {
  const file = names.get(INDICATOR_FILE) ?? INDICATOR_FILE;
  const fault = (line: number, value: string, message: string): void =>
    findings.fault({ file, line, column: 'identifiant', value, message });
  const isConventionRead = !convention || convention.reading.convention !== undefined;
  for (const { row, line } of [
    ...(rows.get(INDICATOR_FILE) ?? []),
    ...(faulty.get(INDICATOR_FILE) ?? []),
  ] as Faulty[]) {
    const { kind, id } = row;
    if (typeof kind !== 'string' || typeof id !== 'string') continue;
    const message = await whyUnknown(kind, id);
    if (message !== undefined) fault(line, id, message);
  }
  const twice = new Set<string>();
  for (const { row, line } of (rows.get(INDICATOR_FILE) ?? []) as readonly Faulty[]) {
    if (row.kind !== 'epci') continue;
    const key = `${row.code}|${row.period}`;
    if (twice.has(key)) fault(line, row.id!, 'le même indicateur est donné deux fois, sous « epci » et sous le SIREN');
    twice.add(key);
  }

  async function whyUnknown(kind: ReportScope, id: string): Promise<string | undefined> {
    if (kind === 'epci') {
      // Where the convention could not be read, its own faults say enough.
      if (id === WHOLE_TERRITORY || !isConventionRead || sirensOf(known).includes(id)) return undefined;
      return 'le SIREN de convention.json, ou « epci », est attendu';
    }
    if (kind === 'secteur') {
      if (!isConventionRead || sectorsOf(known).some(({ code }) => code === id)) return undefined;
      return 'code inconnu : un secteur de convention.json est attendu, de cet import ou d’un précédent';
    }
    if (kind === 'reservataire' && CONTINGENTS.some((contingent) => id === `contingent:${contingent}`))
      return undefined;
    const named = FILE_OF[kind];
    if (await codes.has(named, id)) return undefined;
    return `code inconnu : une ligne de ${named} était attendue, dans cet import ou un précédent${partOf(named, id)}`;
  }
}

function sirensOf(recorded: RecordedConvention | null): readonly string[] {
  if (!recorded) return [];
  return [recorded.base, ...recorded.amendments].flatMap(({ territory }) => territory.siren ?? []);
}
