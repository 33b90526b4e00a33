import { residenceOf, type Files, type Row } from '../world/territory';
import type { Entry, ImportEntry } from '../world/desk';
import { householdOf, type Dossier } from './dossier';
import { isLive, type ShownCandidate, type ShownVacancy } from './shown';
import type { Town } from './town';

/* Leases that come from a file while the process goes on. */

/** The row of `attributions.csv` of a candidate of the vacancy. */
export function rowOf(dossier: Dossier, shown: ShownVacancy, one: ShownCandidate, cells: Row): Row | undefined {
  const { town, declaration, residence } = dossier;
  const columns = householdColumns(town.desk.journal, dossier.id, one.candidate);
  if (!columns || !shown.orientation) return undefined;
  return {
    date_caleol: one.decidedOn ?? '',
    code_residence: residence.code,
    ...dwellingColumns(town, declaration.body),
    annulee: 'N',
    code_reservataire: shown.orientation.holder,
    ...columns,
    ...cells,
  };
}

/** What a row says of the household: without what only a designation says. */
export function householdColumns(journal: readonly Entry[], vacancy: string, candidate: string): Row | undefined {
  const household = householdOf(journal, vacancy, candidate);
  if (!household) return undefined;
  const { date_demande: _since, situation_precaire: _precarious, ...columns } = household as Record<string, string>;
  return columns;
}

/** What a row says of the dwelling: as its declaration does, else as the file of dwellings does. */
export function dwellingColumns(town: Town, declaration: Row): Row {
  const reference = declaration['reference_logement']!;
  const named = [...town.named.values()].find((one) => one.reference === reference);
  return {
    reference_logement: reference,
    typologie: declaration['typologie'] ?? named?.typology ?? '',
    financement: declaration['financement'] ?? named?.financing ?? '',
    premiere_mise_en_location: declaration['premiere_mise_en_location'] ?? 'N',
  };
}

/** The row of the lease that let the vacancy; undefined where it is not known what it said. */
export function signedRow(dossier: Dossier, shown: ShownVacancy): Row | undefined {
  const { desk } = dossier.town;
  const signed = shown.candidates.find(({ status }) => status === 'signed');
  if (!signed) return undefined;
  const household = dossier.household(signed.candidate)?.['numero_unique'];
  const imported = importedRows(desk.imports).find((one) => one['numero_unique'] === household);
  const said = leaseSteps(desk.journal, dossier.id);
  if (said.length === 0) return imported;
  const { motif: _motif, ...columns } = Object.assign({}, imported, ...said.map(({ body }) => body)) as Record<
    string,
    string
  >;
  return rowOf(dossier, shown, signed, columns);
}

/** The lease of the vacancy and its corrections, in their order. */
export function leaseSteps(journal: readonly Entry[], vacancy: string): readonly Entry[] {
  return journal
    .filter((entry) => entry.vacancy === vacancy && entry.done)
    .filter(({ verb }) => verb === 'lease' || verb === 'lease/correction')
    .sort((a, b) => (a.answer.position! < b.answer.position! ? -1 : 1));
}

export function importedRows(imports: readonly ImportEntry[]): readonly Row[] {
  return imports.filter(({ status }) => status === 200).flatMap(({ rows }) => rows['attributions.csv'] ?? []);
}

/** A lease of a candidate comes from a file, before its steps were recorded here; `/lease` under its number then has nothing to sign. */
export async function leaseFromFile(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { town, random } = dossier;
  const live = shown.candidates.filter(isLive);
  const one = shown.candidates.find(({ status }) => status === 'accepted') ?? (live.length > 0 && random.pick(live));
  if (!one) return;
  const number = { numero_attribution: town.leaseNumber(), date_bail: dossier.later(1, 8) };
  const isAnothers = random.chance(0.15);
  const columns = isAnothers ? { ...number, ...town.households.make(random) } : number;
  const row = rowOf(dossier, shown, one, columns);
  if (!row || residenceOf(row['code_residence']!) === undefined) return;
  const files: Files = { 'attributions.csv': [row] };
  const status = await town.desk.import(town.officer('agent_epci'), files);
  if (status === 200 && !isAnothers) await dossier.act(dossier.landlord, 'lease', number);
}
