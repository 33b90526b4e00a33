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
import { aimOf, judged, type Aim } from './aim';

/** How a convention judges the figures of a period: by what is in force on its last day. */
export interface Judging {
  readonly targets: FigureTargets;
  readonly territory: TerritoryName;
}

const CONTINGENT = 'contingent:';
const NOT_JUDGED: Judgement = { target: null, status: null };

/** A scope of the compliance report; or every objective, those that it does not show included. */
export type JudgedScope = ReportScope | 'every';

/** What is in force from one change to the next, ready to judge; made when it is first asked, and kept. */
class Stretch {
  readonly judging: Judging;
  private readonly judgedBy = new Map<JudgedScope, string>();

  constructor(private readonly facts: ConventionFacts) {
    this.judging = { targets: targetsBy(facts), territory: territoryNameOf(facts) };
  }

  /** All that decides what figures of the scope are held against. */
  judges(scope: JudgedScope): string {
    let told = this.judgedBy.get(scope);
    if (told === undefined) this.judgedBy.set(scope, (told = judgedBy(this.facts.objectives, scope)));
    return told;
  }
}

class Stretches {
  private readonly days: readonly Day[];
  private readonly kept = new Map<number, Stretch>();

  constructor(private readonly recorded: RecordedConvention) {
    this.days = changeDays(recorded, FIRST_DAY, LAST_DAY);
  }

  /** How many changes have happened by the day. */
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

/** What judges on the day: the same object as long as nothing changes. */
export function judgingOn(recorded: RecordedConvention, on: Day): Judging {
  const stretches = stretchesOf(recorded);
  return stretches.stretch(stretches.at(on)).judging;
}

/**
 * Whether something that judges figures of the scope was otherwise on a day of the period than on the day whose objectives are
 * taken, which is the last one unless told.
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

/** What an objective's scope calls what a figure is about. */
export function entityOf({ kind, id }: Pick<FigureScope, 'kind' | 'id'>): {
  readonly kind: ObjectiveScopeKind;
  readonly id: string;
} {
  if (kind !== 'reservataire' || !id.startsWith(CONTINGENT)) return { kind, id };
  return { kind: 'contingent', id: id.slice(CONTINGENT.length) };
}

/** What a figure is held against, for entities of one kind: those that objectives name, and every other. */
interface Aims {
  readonly named: ReadonlyMap<string, Aim | undefined>;
  readonly others: Aim | undefined;
}

function targetsBy({ objectives }: ConventionFacts): FigureTargets {
  const aims = new Map<string, Map<ObjectiveScopeKind, Aims>>();
  // Those that cross the scope with an actor are about no group of the report.
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
  const ids = new Set(own.flatMap(({ scope }) => scope.ids ?? []));
  const aim = (id: string | null) =>
    aimOf(own.filter(({ scope }) => scope.ids === null || (id !== null && scope.ids.includes(id))));
  return { named: new Map([...ids].map((id) => [id, aim(id)])), others: aim(null) };
}

/** All that decides what figures of the scope are held against. */
function judgedBy(objectives: readonly Objective[], scope: JudgedScope): string {
  const judging = objectives
    .filter((objective) => scope === 'every' || isShown(objective, scope))
    .map(({ code, figure, scope: about, actor, operator, value }) => ({ code, figure, about, actor, operator, value }));
  return canonicalJson(judging.sort((a, b) => (a.code < b.code ? -1 : 1)));
}

/** Whether the report of the scope holds a figure against it. */
function isShown({ actor, scope: { kind }, operator }: Objective, scope: ReportScope): boolean {
  const isAbout = kind === scope || (scope === 'reservataire' && kind === 'contingent');
  return isAbout && !actor && operator !== 'monitor' && operator !== 'tendTo';
}
