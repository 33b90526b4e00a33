import * as fc from 'fast-check';
import { cell, type Import, type Row } from '../naive/cells';
import { FIGURES } from '../naive/figures';
import { Knowledge } from '../naive/knowledge';
import type {
  WrittenAmendment,
  WrittenConvention,
  WrittenObjective,
  WrittenPublic,
  WrittenScope,
  WrittenSector,
} from '../naive/written-convention';
import { shifted } from './days';
import { history, type History } from './history';
import { PUBLICS } from './rows';
import { MOST_IMPORTS } from './versions';

/** A history whose imports may bring the convention file, with the amendments known up to then. */
export interface ConventionHistory extends History {
  readonly conventions: readonly (WrittenConvention | undefined)[];
}

/** The publics whose columns are in every row of leases. */
const FOLLOWED: readonly WrittenPublic[] = PUBLICS.map(({ code, column }, at) => ({
  code,
  nom: `Public ${at + 1}`,
  colonne: column,
  sensible: at === 1,
}));

const index = fc.nat(99);
/** A few figures often, so that objectives overlap, and any other figure sometimes. */
const figure = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Q1', 'Q1_REHOUSED_OUTSIDE_QPV', 'PRIORITY', 'Q234_IN_QPV') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['Q12_FRAGILITY_LOW_MEDIUM', 'Q34_FRAGILITY_LOW_MEDIUM', 'Q1_REHOUSED'],
      ...FOLLOWED.map(({ code }) => `PUBLIC_${code.toUpperCase()}`),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...FIGURES.map(([code]) => code)) },
);
const scopeKind = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('epci', 'epci', 'bailleur') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('hors_qpv', 'commune', 'secteur', 'reservataire', 'contingent', 'qpv', 'residence'),
  },
);
/** Every entity of the kind, or some of them. */
const identifiers = fc.option(fc.array(index, { minLength: 1, maxLength: 2 }), { freq: 2 });
const anyObjective = fc.record({
  figure,
  scope: fc.record({ kind: scopeKind, identifiers }),
  actor: fc.option(fc.record({ kind: fc.constantFrom('bailleur', 'reservataire', 'contingent'), identifiers }), {
    freq: 3,
  }),
  operator: fc.constantFrom('min', 'min', 'max', 'max', 'equal', 'tendTo', 'zero', 'monitor'),
  value: fc.constantFrom('0 %', '10 %', '12,5 %', '25 %', '1/3', '50 %', '50 %', '2/3', '99 %', '100 %'),
  /** The value of later years, where it is another. */
  later: fc.option(fc.constantFrom('5 %', '60 %'), { freq: 3 }),
  period: fc.constantFrom('annee', 'semestre'),
  origin: fc.constantFrom('loi', 'locale'),
  /** The last day of a period near which the objective begins or ends: on this day, the day before or the day after. */
  edge: fc.nat(1),
  first: fc.constantFrom(-3000, -3000, -200, -1, 0, 1),
  dated: fc.constantFrom(true, true, true, false),
  lasting: fc.option(fc.constantFrom(0, 0, 1, 150, 3000), { freq: 2 }),
});
/** Sometimes, the objective by which the prefect judges landlords. */
const objective = fc
  .record({ of: anyObjective, prefects: fc.constantFrom(true, false, false, false) })
  .map(({ of, prefects }): ObjectiveChoice => {
    if (!prefects) return of;
    const scope = { ...of.scope, kind: 'bailleur' as const };
    return { ...of, scope, figure: 'Q1_REHOUSED_OUTSIDE_QPV', operator: 'min' };
  });
const amendment = fc.record({
  comesWith: fc.nat(MOST_IMPORTS - 1),
  edge: fc.nat(1),
  effect: fc.constantFrom(-2000, -400, -1, 0, 1),
  replaced: fc.array(fc.record({ objective, of: index }), { maxLength: 3 }),
  added: fc.array(objective, { maxLength: 2 }),
  removed: fc.array(index, { maxLength: 1 }),
});

export type ObjectiveChoice = typeof anyObjective extends fc.Arbitrary<infer Value> ? Value : never;
type AmendmentChoice = typeof amendment extends fc.Arbitrary<infer Value> ? Value : never;

/** Random territories, years and conventions without a fault. */
export const conventionHistory: fc.Arbitrary<ConventionHistory> = fc
  .record({
    of: history,
    year: fc.constantFrom(2023, 2024),
    siren: fc.constantFrom('200058782', null),
    inSector: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    objectives: fc.array(objective, { minLength: 4, maxLength: 12 }),
    amendments: fc.array(amendment, { maxLength: 3 }),
  })
  .map(({ of, year, siren, inSector, objectives, amendments }) => {
    const sectors = sectorsOf(of.imports[0]!);
    const imports = of.imports.map((rows) => inSectors(rows, sectors, inSector));
    const periods = [of.periods.at(-1)!, { from: `${year}-01-01`, to: `${year}-12-31` }];
    const days = periods.map(({ to }) => to);
    const write = new ConventionWriter(imports, days, sectors);
    const base: WrittenConvention = {
      territoire: { siren, nom: 'Territoire' },
      convention: { code: 'CIA', nom: 'Convention', date_adoption: '2012-01-01', date_debut: FIRST_DAY },
      secteurs: sectors,
      publics: FOLLOWED,
      objectifs: objectives.map((choice, at) => write.objective(choice, `O${at}`, 0)),
      avenants: [],
    } as WrittenConvention;
    return { ...of, imports, periods, conventions: conventionFiles(base, amendments, write, imports.length) };
  });

const FIRST_DAY = '2012-01-01';

/** The whole file in the first import, then again in each import that brings an amendment. */
function conventionFiles(
  base: WrittenConvention,
  choices: readonly AmendmentChoice[],
  write: ConventionWriter,
  imports: number,
): (WrittenConvention | undefined)[] {
  const arrivals = choices.map((choice) => choice.comesWith % imports);
  const avenants: WrittenAmendment[] = [];
  return Array.from({ length: imports }, (_, at) => {
    const due = choices.filter((_each, index_) => arrivals[index_] === at);
    for (const choice of due) avenants.push(write.amendment(choice, avenants.length, base.objectifs, at));
    return at === 0 || due.length > 0 ? { ...base, avenants: [...avenants] } : undefined;
  });
}

/** Writes choices with the codes that the imports have brought up to then. */
class ConventionWriter {
  constructor(
    private readonly imports: readonly Import[],
    private readonly days: readonly string[],
    private readonly sectors: readonly WrittenSector[],
  ) {}

  objective(choice: ObjectiveChoice, code: string, at: number): WrittenObjective {
    const { figure: of, scope, actor, operator, period, origin, edge, first, dated, lasting } = choice;
    const begins = this.day(edge, first);
    return {
      code,
      nom: `Objectif ${code}`,
      figure: of,
      portee: this.scope(scope, at),
      ...(actor && actor.kind !== scope.kind && { acteur: this.scope(actor, at) }),
      operateur: operator,
      ...valuesFor(choice),
      periode: period,
      origine: origin,
      source: 'Essai',
      ...(dated && { date_debut: begins }),
      date_fin: lasting === null || !dated ? null : shifted(begins, lasting),
    };
  }

  amendment(choice: AmendmentChoice, number: number, base: readonly WrittenObjective[], at: number): WrittenAmendment {
    const codes = base.map(({ code }) => code);
    const replaced = new Map(choice.replaced.map((each) => [codes[each.of % codes.length]!, each.objective] as const));
    const removed = choice.removed.map((of) => codes[of % codes.length]!).filter((code) => !replaced.has(code));
    const added = choice.added.map((each, index_) => [`A${number}-${index_}`, each] as const);
    return {
      code: `AV${number}`,
      nom: `Avenant ${number}`,
      date_adoption: this.day(choice.edge, choice.effect),
      date_effet: this.day(choice.edge, choice.effect),
      objectifs: [...replaced, ...added].map(([code, each]) => this.objective(each, code, at)),
      objectifs_retires: removed,
    };
  }

  private scope({ kind, identifiers: chosen }: ObjectiveChoice['scope'], at: number): WrittenScope {
    const known = chosen === null || kind === 'epci' || kind === 'hors_qpv' ? [] : this.codes(kind, at);
    if (chosen === null || known.length === 0) return { type: kind };
    return { type: kind, identifiants: [...new Set(chosen.map((choice) => known[choice % known.length]!))] };
  }

  private codes(kind: string, at: number): string[] {
    if (kind === 'secteur') return this.sectors.map(({ code }) => code);
    const [file, column] = FILES[kind]!;
    const known = new Knowledge(this.imports.slice(0, at + 1));
    return [...new Set(known.all(file).map((row) => cell(row, column)))];
  }

  private day(edge: number, shift: number): string {
    const day = shifted(this.days[edge % this.days.length]!, shift);
    return day < FIRST_DAY ? FIRST_DAY : day;
  }
}

const FILES: Readonly<Record<string, readonly [file: string, column: string]>> = {
  commune: ['communes.csv', 'code_insee'],
  bailleur: ['bailleurs.csv', 'code_bailleur'],
  reservataire: ['reservataires.csv', 'code_reservataire'],
  contingent: ['reservataires.csv', 'contingent'],
  qpv: ['qpv.csv', 'code_qpv'],
  residence: ['residences.csv', 'code_residence'],
};

/** One value, or a trajectory that may change within the periods. */
function valuesFor(choice: ObjectiveChoice): Pick<WrittenObjective, 'valeur' | 'trajectoire'> {
  const { operator, later } = choice;
  if (operator === 'zero') return {};
  if (operator === 'monitor') return { valeur: null };
  const valeur = valueFor(choice);
  if (later === null) return { valeur };
  return { trajectoire: [{ annee: 2020, valeur }, ...[2023, 2024].map((annee) => ({ annee, valeur: later }))] };
}

/** The share for the prefect is never 100 %: no number of allocations would reach it. */
function valueFor({ figure: of, scope, operator, value }: ObjectiveChoice): string {
  const prefect = of === 'Q1_REHOUSED_OUTSIDE_QPV' && scope.kind === 'bailleur' && operator === 'min';
  return prefect && value === '100 %' ? '99 %' : value;
}

/** One sector in each commune of the first import. */
function sectorsOf(rows: Import): WrittenSector[] {
  return (rows.get('communes.csv') ?? []).map((row) => {
    const code = cell(row, 'code_insee');
    return { code: `S-${code}`, nom: `Secteur ${code}`, code_insee: code };
  });
}

/** Puts residences in the sector of their commune. The number of the residence decides, so that every form of a row has the same sector. */
function inSectors(rows: Import, sectors: readonly WrittenSector[], inSector: readonly boolean[]): Import {
  const sectorOf = (row: Row) => {
    const sector = sectors.find(({ code_insee }) => code_insee === cell(row, 'code_insee'));
    return sector && inSector[numberOf(cell(row, 'code_residence')) % inSector.length] ? sector.code : '';
  };
  const records = rows.get('residences.csv');
  if (!records) return rows;
  return new Map([...rows, ['residences.csv', records.map((row) => ({ ...row, code_secteur: sectorOf(row) }))]]);
}

function numberOf(code: string): number {
  return Number(code.slice(1));
}
