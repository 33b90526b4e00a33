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
  readonly periode: string;
  readonly origine: string;
  readonly source: string;
  /** That of the convention, or the day on which the amendment takes effect, where it is absent. */
  readonly date_debut?: string | null;
  readonly date_fin?: string | null;
}

export interface WrittenScope {
  readonly type: string;
  /** Each entity of the kind where it is absent. */
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

/** The part of `convention.json` that figures are judged by. */
export interface WrittenConvention {
  readonly territoire: { readonly siren?: string | null; readonly nom: string };
  readonly convention: { readonly code: string; readonly date_debut: string };
  readonly secteurs?: readonly WrittenSector[];
  readonly publics?: readonly WrittenPublic[];
  readonly objectifs: readonly WrittenObjective[];
  readonly avenants?: readonly WrittenAmendment[];
}

/**
 * The objectives in force on a day, by what the files told so far say of the convention: the first one's base, then each amendment
 * in the order in which it was first told, from its day on; of these, the objectives whose own days hold that day.
 */
export function objectivesOn(told: readonly WrittenConvention[], day: string): WrittenObjective[] {
  const [base] = told;
  if (!base) return [];
  const objectives = new Map<string, { readonly objective: WrittenObjective; readonly since: string }>();
  const learn = (objective: WrittenObjective, since: string) => objectives.set(objective.code, { objective, since });
  for (const objective of base.objectifs) learn(objective, base.convention.date_debut);
  for (const amendment of amendmentsOf(told)) {
    if (dayOf(amendment.date_effet) > day) continue;
    for (const code of amendment.objectifs_retires ?? []) objectives.delete(code);
    for (const objective of amendment.objectifs ?? []) learn(objective, amendment.date_effet);
  }
  return [...objectives.values()].flatMap(({ objective, since }) => (holds(objective, since, day) ? [objective] : []));
}

/** The territory's own publics, those of amendments too. */
export function publicsOf(told: readonly WrittenConvention[]): readonly Public[] {
  const written = [...(told[0]?.publics ?? []), ...amendmentsOf(told).flatMap(({ publics }) => publics ?? [])];
  return written.map(({ code, colonne }) => ({ code, column: colonne }));
}

/** Its sectors below the commune, those of amendments too. */
export function sectorsOf(told: readonly WrittenConvention[]): readonly WrittenSector[] {
  return [...(told[0]?.secteurs ?? []), ...amendmentsOf(told).flatMap(({ secteurs }) => secteurs ?? [])];
}

function amendmentsOf(told: readonly WrittenConvention[]): WrittenAmendment[] {
  const amendments = new Map<string, WrittenAmendment>();
  for (const { avenants } of told)
    for (const each of avenants ?? []) if (!amendments.has(each.code)) amendments.set(each.code, each);
  return [...amendments.values()];
}

/** An objective without a first day of its own begins with what brought it. */
function holds({ date_debut, date_fin }: WrittenObjective, since: string, day: string): boolean {
  return dayOf(date_debut ?? since) <= day && (!date_fin || day <= dayOf(date_fin));
}

/** `AAAA-MM-JJ`, from that or from `JJ/MM/AAAA`. */
export function dayOf(text: string): string {
  return text.includes('/') ? text.split('/').reverse().join('-') : text;
}
