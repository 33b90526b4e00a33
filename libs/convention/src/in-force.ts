import { addDays, day as dayOf, DEFAULT_TIME_ZONE, yearOf, type Day } from '#kernel';
import type { AmendmentFacts, ConventionFacts, Objective, PriorityCategory, Public, Sector } from './convention';
import type { RecordedConvention } from './recorded-convention';

/**
 * The convention in force on a day: the adopted convention, then each amendment in effect by then, in order, so that a
 * later amendment wins. It has only the objectives and the priority categories whose first and last days enclose the
 * day, and each objective has its value of that year.
 */
export function conventionOn(recorded: RecordedConvention, day: Day): ConventionFacts {
  const facts = recorded.amendments.filter(({ effectiveOn }) => effectiveOn <= day).reduce(amended, recorded.base);
  return {
    ...facts,
    objectives: facts.objectives.filter((objective) => isInForce(objective, day)).map((each) => valuedOn(each, day)),
    priorityCategories: facts.priorityCategories.filter((category) => isInForce(category, day)),
  };
}

type Dated = Pick<Objective | PriorityCategory, 'firstDay' | 'lastDay'>;

function isInForce({ firstDay, lastDay }: Dated, day: Day): boolean {
  return (firstDay === null || firstDay <= day) && (lastDay === null || day <= lastDay);
}

/** The value of the last year of the trajectory that has begun; before the first one, the first. */
function valuedOn(objective: Objective, day: Day): Objective {
  const { trajectory } = objective;
  if (!trajectory) return objective;
  const year = yearOf(day);
  const begun = trajectory.findLast((each) => each.year <= year) ?? trajectory[0]!;
  return { ...objective, value: begun.value };
}

/** The days on which the objective begins, ends or changes its value. */
function changeDaysOf({ firstDay, lastDay, trajectory }: Objective): readonly Day[] {
  return [
    ...(firstDay === null ? [] : [firstDay]),
    ...(lastDay === null ? [] : [addDays(lastDay, 1)]),
    ...(trajectory ?? []).map(({ year }) => dayOf(`${year}-01-01`)),
  ];
}

/** The days after `from`, up to `to`, on which something may differ from the day before. */
export function changeDays(recorded: RecordedConvention, from: Day, to: Day): readonly Day[] {
  const objectives = [recorded.base, ...recorded.amendments].flatMap((part) => part.objectives);
  const days = [...recorded.amendments.map(({ effectiveOn }) => effectiveOn), ...objectives.flatMap(changeDaysOf)];
  return [...new Set(days)].filter((day) => day > from && day <= to).sort();
}

/**
 * The publics whose columns attributions.csv may have: all those that the convention or an amendment names, whenever
 * the amendment takes effect.
 */
export function publicsOf(recorded: RecordedConvention | null): readonly Public[] {
  return recorded ? everNamed(recorded, ({ publics }) => publics) : [];
}

/** The sectors that a residence may name: likewise, all those of the convention and of its amendments. */
export function sectorsOf(recorded: RecordedConvention | null): readonly Sector[] {
  return recorded ? everNamed(recorded, ({ sectors }) => sectors) : [];
}

const categories = new WeakMap<RecordedConvention, Map<Day, ReadonlySet<string>>>();

/**
 * The codes of the priority categories that the convention lists on a day; where it lists none, any category is
 * accepted. Every lease needs them, so they are kept by day.
 */
export function categoriesOn(recorded: RecordedConvention, day: Day): ReadonlySet<string> {
  let byDay = categories.get(recorded);
  if (!byDay) categories.set(recorded, (byDay = new Map<Day, ReadonlySet<string>>()));
  let codes = byDay.get(day);
  if (!codes) {
    codes = new Set(conventionOn(recorded, day).priorityCategories.map(({ code }) => code));
    byDay.set(day, codes);
  }
  return codes;
}

/** The time zone in which the territory's days begin and end; the default zone without a convention. */
export function timeZoneOf(recorded: RecordedConvention | null): string {
  const newest = recorded?.amendments.flatMap(({ territory }) => territory.timeZone ?? []).at(-1);
  return newest ?? recorded?.base.territory.timeZone ?? DEFAULT_TIME_ZONE;
}

function amended(facts: ConventionFacts, amendment: AmendmentFacts): ConventionFacts {
  const { withdrawnObjectives, lastDay } = amendment;
  const kept = facts.objectives.filter(({ code }) => !withdrawnObjectives.includes(code));
  return {
    territory: { ...facts.territory, ...amendment.territory },
    agreement: lastDay === null ? facts.agreement : { ...facts.agreement, lastDay },
    sectors: replaced(facts.sectors, amendment.sectors),
    publics: replaced(facts.publics, amendment.publics),
    objectives: replaced(kept, amendment.objectives),
    essentialOccupations: replaced(facts.essentialOccupations, amendment.essentialOccupations),
    priorityCategories: replaced(facts.priorityCategories, amendment.priorityCategories),
    instances: replaced(facts.instances, amendment.instances),
    dueDates: replaced(facts.dueDates, amendment.dueDates),
    fragilityScale: amendment.fragilityScale ?? facts.fragilityScale,
    delays: { ...facts.delays, ...amendment.delays },
    retention: { ...facts.retention, ...amendment.retention },
    ...replacedWhereGiven('motives', facts, amendment),
    ...replacedWhereGiven('commissions', facts, amendment),
  };
}

/** Lists that are absent where nothing was given. */
function replacedWhereGiven<List extends 'motives' | 'commissions'>(
  list: List,
  { [list]: known }: ConventionFacts,
  { [list]: newer }: AmendmentFacts,
): Pick<ConventionFacts, List> {
  const items: readonly { readonly code: string }[] = replaced<{ readonly code: string }>(known ?? [], newer ?? []);
  return (items.length > 0 ? { [list]: items } : {}) as Pick<ConventionFacts, List>;
}

/** The known items in their places, replaced by newer items of the same code; then the items that only the newer list has. */
function replaced<Item extends { readonly code: string }>(
  known: readonly Item[],
  newer: readonly Item[],
): readonly Item[] {
  if (newer.length === 0) return known;
  const byCode = new Map([...known, ...newer].map((item) => [item.code, item]));
  return [...byCode.values()];
}

function everNamed<Item extends { readonly code: string }>(
  { base, amendments }: RecordedConvention,
  listOf: (part: ConventionFacts | AmendmentFacts) => readonly Item[],
): readonly Item[] {
  return amendments.map(listOf).reduce(replaced, listOf(base));
}
