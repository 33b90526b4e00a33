import type { Public } from './lease';

/** An objective as `convention.json` writes it. */
export interface WrittenObjective {
  readonly code: string;
  readonly nom: string;
  readonly figure: string;
  readonly portee: WrittenScope;
  readonly acteur?: WrittenScope | null;
  readonly operateur: string;
  readonly valeur?: string | null;
  /** Instead of a value: the value from each year on. Before the first year, the first value. */
  readonly trajectoire?: readonly { readonly annee: number; readonly valeur: string }[] | null;
  readonly periode: string;
  readonly origine: string;
  readonly source: string;
  /** Where it is absent: the first day of the convention, or the day on which the amendment takes effect. `toujours`: always. */
  readonly date_debut?: string | null;
  readonly date_fin?: string | null;
}

export interface WrittenScope {
  readonly type: string;
  /** Where it is absent: every entity of the kind. */
  readonly identifiants?: readonly string[];
}

export interface WrittenPublic {
  readonly code: string;
  readonly nom: string;
  readonly colonne: string;
  readonly sensible: boolean;
}

export interface WrittenSector {
  readonly code: string;
  readonly nom: string;
  readonly code_insee: string;
}

export interface WrittenAmendment {
  readonly code: string;
  readonly nom: string;
  readonly date_adoption: string;
  readonly date_effet: string;
  readonly objectifs?: readonly WrittenObjective[];
  readonly objectifs_retires?: readonly string[];
  readonly publics?: readonly WrittenPublic[];
  readonly secteurs?: readonly WrittenSector[];
}

/** The part of `convention.json` that matters for judging figures. */
export interface WrittenConvention {
  readonly territoire: { readonly siren?: string | null; readonly nom: string };
  readonly convention: { readonly code: string; readonly date_debut: string };
  readonly secteurs?: readonly WrittenSector[];
  readonly publics?: readonly WrittenPublic[];
  readonly objectifs: readonly WrittenObjective[];
  readonly avenants?: readonly WrittenAmendment[];
}

/**
 * The objectives in force on a day, from the convention files known so far: the base of the first file, then each
 * amendment, from its day on, in the order in which it first came. Only objectives whose first and last days enclose
 * the day are in force.
 */
export function objectivesOn(conventions: readonly WrittenConvention[], day: string): WrittenObjective[] {
  const [base] = conventions;
  if (!base) return [];
  const objectives = new Map<string, { readonly objective: WrittenObjective; readonly since: string }>();
  const learn = (objective: WrittenObjective, since: string) => objectives.set(objective.code, { objective, since });
  for (const objective of base.objectifs) learn(objective, base.convention.date_debut);
  for (const amendment of amendmentsOf(conventions)) {
    if (dayOf(amendment.date_effet) > day) continue;
    for (const code of amendment.objectifs_retires ?? []) objectives.delete(code);
    for (const objective of amendment.objectifs ?? []) learn(objective, amendment.date_effet);
  }
  return [...objectives.values()].flatMap(({ objective, since }) =>
    holds(objective, since, day) ? [valued(objective, day)] : [],
  );
}

/** The objective with its value of the year. */
function valued(objective: WrittenObjective, day: string): WrittenObjective {
  const { trajectoire } = objective;
  if (!trajectoire) return objective;
  const begun = trajectoire.filter(({ annee }) => annee <= Number(day.slice(0, 4)));
  return { ...objective, valeur: (begun.at(-1) ?? trajectoire[0]!).valeur };
}

/** The publics of the convention and of its amendments. */
export function publicsOf(conventions: readonly WrittenConvention[]): readonly Public[] {
  const written = [
    ...(conventions[0]?.publics ?? []),
    ...amendmentsOf(conventions).flatMap(({ publics }) => publics ?? []),
  ];
  return written.map(({ code, colonne }) => ({ code, column: colonne }));
}

/** The sectors of the convention and of its amendments. */
export function sectorsOf(conventions: readonly WrittenConvention[]): readonly WrittenSector[] {
  return [...(conventions[0]?.secteurs ?? []), ...amendmentsOf(conventions).flatMap(({ secteurs }) => secteurs ?? [])];
}

function amendmentsOf(conventions: readonly WrittenConvention[]): WrittenAmendment[] {
  const amendments = new Map<string, WrittenAmendment>();
  for (const { avenants } of conventions)
    for (const each of avenants ?? []) if (!amendments.has(each.code)) amendments.set(each.code, each);
  return [...amendments.values()];
}

/** An objective without a first day begins with the convention or the amendment that brought it. */
function holds({ date_debut, date_fin }: WrittenObjective, since: string, day: string): boolean {
  return (date_debut === 'toujours' || dayOf(date_debut ?? since) <= day) && (!date_fin || day <= dayOf(date_fin));
}

/** The day as `AAAA-MM-JJ`, from this form or from `JJ/MM/AAAA`. */
export function dayOf(text: string): string {
  return text.includes('/') ? text.split('/').reverse().join('-') : text;
}
