import {
  changeDays,
  conventionOn,
  territoryNameOf,
  type ConventionFacts,
  type Objective,
  type ObjectiveScopeKind,
  type RecordedConvention,
  type TerritoryName,
} from '#convention';
import { canonicalJson, day, type Day } from '#kernel';
import type { FigureScope, FigureTargets, Judgement, ReportScope } from '../figures/figure';
import { EPCI_PARTS, isEpciPart } from '#territory';
import { aimOf, judged, type Aim } from './aim';

/** How a convention judges the figures of a period: by the objectives in force on the last day of the period. */
export interface Judging {
  readonly targets: FigureTargets;
  readonly territory: TerritoryName;
}

const CONTINGENT = 'contingent:';
/**
 * The id of the EPCI's contingent where none of it was delegated. Objectives on the contingent and on its own part both judge
 * it. No list and no count has this id.
 */
export const UNDIVIDED_EPCI = 'contingent:epci_indivis';
const NOT_JUDGED: Judgement = { target: null, status: null };

/** A scope of the compliance report, or `every`: all the objectives, also those that no compliance report shows. */
export type JudgedScope = ReportScope | 'every';

/** The convention between two of its changes, prepared for judging. It is made on first use, then kept. */
class Stretch {
  readonly judging: Judging;
  private readonly judgedBy = new Map<JudgedScope, string>();

  constructor(private readonly facts: ConventionFacts) {
    this.judging = { targets: targetsBy(facts), territory: territoryNameOf(facts) };
  }

  /** The objectives that judge figures of the scope, as a text: equal texts judge alike. */
  judges(scope: JudgedScope): string {
    let text = this.judgedBy.get(scope);
    if (text === undefined) this.judgedBy.set(scope, (text = judgedBy(this.facts.objectives, scope)));
    return text;
  }
}

class Stretches {
  private readonly days: readonly Day[];
  private readonly kept = new Map<number, Stretch>();

  constructor(private readonly recorded: RecordedConvention) {
    this.days = changeDays(recorded, FIRST_DAY, LAST_DAY);
  }

  /** How many changes have taken effect by the day: the index of the day's stretch. */
  at(day: Day): number {
    let index = 0;
    while (index < this.days.length && this.days[index]! <= day) index += 1;
    return index;
  }

  stretch(index: number): Stretch {
    let stretch = this.kept.get(index);
    if (!stretch) {
      const first = index === 0 ? FIRST_DAY : this.days[index - 1]!;
      this.kept.set(index, (stretch = new Stretch(conventionOn(this.recorded, first))));
    }
    return stretch;
  }
}

const FIRST_DAY = day('1000-01-01');
const LAST_DAY = day('9999-12-31');
const known = new WeakMap<RecordedConvention, Stretches>();

function stretchesOf(recorded: RecordedConvention): Stretches {
  let stretches = known.get(recorded);
  if (!stretches) known.set(recorded, (stretches = new Stretches(recorded)));
  return stretches;
}

/** The judging in force on the day. It is the same object until the convention changes. */
export function judgingOn(recorded: RecordedConvention, on: Day): Judging {
  const stretches = stretchesOf(recorded);
  return stretches.stretch(stretches.at(on)).judging;
}

/**
 * Whether the objectives that judge figures of the scope differ between some day of the period and the day `on`, by
 * default the last day.
 */
export function targetsChanged(
  recorded: RecordedConvention,
  scope: JudgedScope,
  { from, to, on = to }: { readonly from: Day; readonly to: Day; readonly on?: Day },
): boolean {
  const stretches = stretchesOf(recorded);
  const judges = stretches.stretch(stretches.at(on)).judges(scope);
  const last = stretches.at(to);
  for (let index = stretches.at(from); index <= last; index += 1)
    if (stretches.stretch(index).judges(scope) !== judges) return true;
  return false;
}

/** The entity that a figure is about, named as in the scope of an objective: there, a contingent is a kind of its own. */
export function entityOf({ kind, id }: Pick<FigureScope, 'kind' | 'id'>): {
  readonly kind: ObjectiveScopeKind;
  readonly id: string;
} {
  if (kind !== 'reservataire' || !id.startsWith(CONTINGENT)) return { kind, id };
  return { kind: 'contingent', id: id.slice(CONTINGENT.length) };
}

/** The aims of one figure for entities of one kind: for each entity that objectives name, and for all the others. */
interface Aims {
  readonly named: ReadonlyMap<string, Aim | undefined>;
  readonly others: Aim | undefined;
}

function targetsBy({ objectives }: ConventionFacts): FigureTargets {
  const aims = new Map<string, Map<ObjectiveScopeKind, Aims>>();
  // An objective about an actor within a scope is about no group of the report.
  const judging = objectives.filter(({ actor }) => !actor);
  for (const { figure, scope } of judging) {
    let ofFigure = aims.get(figure);
    if (!ofFigure) aims.set(figure, (ofFigure = new Map<ObjectiveScopeKind, Aims>()));
    if (!ofFigure.has(scope.kind)) ofFigure.set(scope.kind, aimsAt(judging, figure, scope.kind));
  }
  return ({ code, scope, numerator, denominator }) => {
    const ofFigure = aims.get(code);
    if (!ofFigure) return NOT_JUDGED;
    const { kind, id } = entityOf(scope);
    const ofKind = ofFigure.get(kind);
    if (!ofKind) return NOT_JUDGED;
    return judged(ofKind.named.has(id) ? ofKind.named.get(id) : ofKind.others, { numerator, denominator });
  };
}

function aimsAt(objectives: readonly Objective[], code: string, kind: ObjectiveScopeKind): Aims {
  const own = objectives.filter(({ figure, scope }) => figure === code && scope.kind === kind);
  const named = own.flatMap(({ scope }) => scope.ids ?? []);
  const ids = new Set(kind === 'contingent' ? [...named, ...EPCI_PARTS, UNDIVIDED] : named);
  const aim = (id: string | null) => aimOf(own.filter(({ scope }) => isAbout(scope.ids, id)));
  return { named: new Map([...ids].map((id) => [id, aim(id)])), others: aim(null) };
}

const UNDIVIDED = UNDIVIDED_EPCI.slice(CONTINGENT.length);

/** An objective on each contingent is not about the parts of one. */
function isAbout(ids: readonly string[] | null, id: string | null): boolean {
  if (ids === null) return id === null || !isEpciPart(id);
  if (id === UNDIVIDED) return ids.includes('epci') || ids.includes('epci_propre');
  return id !== null && ids.includes(id);
}

/** The objectives that judge figures of the scope, as a text: equal texts judge alike. */
function judgedBy(objectives: readonly Objective[], scope: JudgedScope): string {
  const judging = objectives
    .filter((objective) => scope === 'every' || isShown(objective, scope))
    .map(({ code, figure, scope: about, actor, operator, measure, value }) => ({
      ...{ code, figure, about, actor, operator, measure, value },
    }));
  return canonicalJson(judging.sort((a, b) => (a.code < b.code ? -1 : 1)));
}

/** Whether the report of the scope judges a figure by this objective. */
function isShown({ actor, scope: { kind }, operator, measure }: Objective, scope: ReportScope): boolean {
  const isOfScope = kind === scope || (scope === 'reservataire' && kind === 'contingent');
  return isOfScope && !actor && measure === 'share' && operator !== 'monitor' && operator !== 'tendTo';
}
