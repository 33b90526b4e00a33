import { isDeepStrictEqual } from 'node:util';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokenRule, type History, type Rules } from './rules/history';
import type { Vacancy } from './rules/fold';
import { cancellationIn } from './rules/leases';
import { csv, type Files, type Row } from './world/territory';
import { mixite } from './world/service';
import { dwellingColumns, householdColumns, importedRows, leaseSteps } from './year/files';
import type { Town } from './year/town';

/** Every lease of the year as a row of `attributions.csv`: from what was sent, not from what the product derived. */
export function leaseRows(town: Town, history: History, vacancies: ReadonlyMap<string, Vacancy>): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const row of importedRows(town.desk.imports)) {
    const number = row['numero_attribution']!;
    rows.set(number, { ...rows.get(number), ...row });
  }
  for (const [id, vacancy] of vacancies) {
    if (!vacancy.lease) continue;
    const events = history.of(`allocation-${vacancy.lease.allocation}`);
    const steps = leaseSteps(town.desk.journal, id);
    const signed = steps.find(({ verb, answer, officer }) => {
      return verb === 'lease' && answer.allocation === vacancy.lease!.allocation && officer.id === events[0]!.actor;
    });
    const said = signed
      ? { ...liveRow(town, id, vacancy), ...(signed.body as Row) }
      : rowOfFile(town, id, vacancy, rows);
    rows.delete(said['numero_attribution']!);
    const corrections = steps.filter(({ verb }) => verb === 'lease/correction').map(({ body }) => body);
    const { motif: _motif, ...cells } = Object.assign({}, said, ...corrections) as Record<string, string>;
    const isCancelled = events.reduce((before, event) => cancellationIn(event) ?? before, false);
    rows.set(cells['numero_attribution']!, { ...cells, annulee: isCancelled ? 'O' : 'N' });
  }
  return [...rows.values()];
}

/** What a lease signed here says, but for its number and its day. */
function liveRow(town: Town, id: string, vacancy: Vacancy): Row {
  const { journal } = town.desk;
  const declaration = journal.find(({ verb, done, vacancy: of }) => verb === 'declaration' && done && of === id)!;
  const candidate = vacancy.candidates.get(vacancy.lease!.candidate)!;
  return {
    ...dwellingColumns(town, declaration.body as Row),
    code_residence: vacancy.declared.data.residence,
    date_caleol: candidate.decidedOn ?? '',
    code_reservataire: candidate.holder,
    ...householdColumns(journal, id, candidate.id),
  };
}

/** The row of the file that let the vacancy: that of its dwelling and household. */
function rowOfFile(town: Town, id: string, vacancy: Vacancy, rows: ReadonlyMap<string, Row>): Row {
  const same = liveRow(town, id, vacancy);
  const found = [...rows.values()].find((row) =>
    ['code_residence', 'reference_logement', 'numero_unique'].every((column) => row[column] === same[column]),
  );
  if (!found) throw new BrokenRule('figures', `no file has the lease of vacancy ${id}`);
  return found;
}

/** The same year, imported as files into a fresh installation, gives the same figures. */
export async function holdFigures(town: Town, files: Files, rows: readonly Row[], rules: Rules): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-simulated-files-'));
  const data = mkdtempSync(join(tmpdir(), 'mixite-simulated-year-'));
  try {
    const all = { ...files, 'attributions.csv': rows };
    for (const [name, content] of Object.entries(all))
      if (content.length > 0) writeFileSync(join(folder, name), csv(content));
    await mixite('import', folder, '--data', data);
    for (const scope of town.settings.scopes) {
      const [live, imported] = await Promise.all(
        [town.service.folder, data].map((where) => reportOf(town, scope, where)),
      );
      for (const [index, figure] of live!.figures.entries())
        rules.holds(
          'the same figures as from files',
          isDeepStrictEqual(figure, imported!.figures[index]),
          () => `${JSON.stringify(figure)} and ${JSON.stringify(imported!.figures[index])}`,
        );
      const isWhole = live!.figures.length === imported!.figures.length && live!.figures.length > 1;
      rules.holds(
        'the same figures as from files',
        isWhole && isDeepStrictEqual(live!.head, imported!.head),
        () => scope,
      );
      holdParts(live!, rules);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
  }
}

interface Figure {
  readonly code: string;
  readonly scope: { readonly id: string };
  readonly numerator: number;
  readonly denominator: number;
}

interface Report {
  readonly head: object;
  readonly figures: readonly Figure[];
  /** No file says which lease was delegated to a commune, so these groups are of the live process alone. */
  readonly parts: readonly Figure[];
}

const EPCI = 'contingent:epci';
const PARTS = [`${EPCI}_propre`, `${EPCI}_delegue`];

async function reportOf({ settings: { year } }: Town, scope: string, data: string): Promise<Report> {
  const period = ['--from', `${year}-01-01`, '--to', `${year}-12-31`];
  const out = await mixite('report', 'compliance', ...period, '--scope', scope, '--format', 'json', '--data', data);
  const {
    asOf: _asOf,
    position: _position,
    figures,
    ...head
  } = JSON.parse(out) as Report & Readonly<Record<string, unknown>>;
  const isPart = (one: Figure): boolean => PARTS.includes(one.scope.id);
  return { head, figures: figures.filter((one) => !isPart(one)), parts: figures.filter(isPart) };
}

/** The part of the EPCI and the part delegated to communes are together the EPCI's contingent. */
function holdParts({ figures, parts }: Report, rules: Rules): void {
  for (const { code, numerator, denominator } of parts.length > 0
    ? figures.filter(({ scope }) => scope.id === EPCI)
    : []) {
    const ofCode = parts.filter((one) => one.code === code);
    const sum = (of: 'numerator' | 'denominator'): number => ofCode.reduce((all, one) => all + one[of], 0);
    const addUp = sum('numerator') === numerator && sum('denominator') === denominator;
    rules.holds('the parts of the EPCI’s contingent add up', addUp, () => code);
  }
}
