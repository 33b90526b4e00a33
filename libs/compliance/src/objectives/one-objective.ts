import { maskingOf, type Actor, type Masking } from '#access';
import { isRehousingFigure, timeZoneOf, valueText, type Objective } from '#convention';
import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import { dayAt, isRefusal, rateOf, refuse, type Clock, type Day, type Instant, type Refusal } from '#kernel';
import { declaredIn } from '../declared';
import { codesOf, figureMasks, type FigureMasks } from '../masking/masked-report';
import { contributionsOf, operationsOf, type PartKind, type Whole } from './contributions';
import type { ObjectiveEntity, ObjectiveLine } from './line';
import { maskedContribution, maskedLines, type ShownContribution } from './masked-objectives';
import type { ObjectivesQuery, ObjectivesReading, ObjectivesReports, ObjectivesSources } from './objectives-report';
import { paceOf, type Pace } from './pace';
import { objectiveOn } from './recorded-objective';
import type { CountedDays } from './tally';

export interface OneObjectiveQuery extends Omit<ObjectivesQuery, 'filter'> {
  readonly code: string;
  /** The entity, and the actor within it, whose parts are asked for; not needed where the objective is about one. */
  readonly id?: string;
  readonly actorId?: string;
  readonly parts: readonly PartKind[];
}

/** The objective as the convention words it. */
export interface ShownObjective extends Pick<
  Objective,
  'code' | 'figure' | 'scope' | 'actor' | 'operator' | 'measure' | 'source' | 'firstDay' | 'lastDay'
> {
  readonly label: string;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly trajectory: readonly { readonly year: number; readonly value: number; readonly valueText: string }[] | null;
  readonly period: 'annee' | 'semestre';
  readonly origin: 'loi' | 'locale';
  /** Whether it is in force on the day whose objectives are taken. */
  readonly inForce: boolean;
}

/** A line of the objective, with what is needed of the rest of the period; null too where the line is masked. */
export type PacedLine = ObjectiveLine & { readonly pace: Pace | null };

export interface OneObjective extends CountedDays {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly incompleteImport?: IncompleteImport;
  readonly targetsOn: Day;
  readonly objective: ShownObjective;
  /** One for each entity that the objective is about and that the actor may see; none where it is not in force. */
  readonly lines: readonly PacedLine[];
  /** Null unless exactly one of the lines is asked for, and where nothing counts it. */
  readonly contributions: {
    readonly of: { readonly scope: ObjectiveEntity; readonly actor: ObjectiveLine['actor'] };
    readonly parts: readonly ShownContribution[];
  } | null;
}

/** Reports one objective: its text, its state wherever it holds, what is needed, and the parts that make it up. */
export class OneObjectiveReports {
  constructor(
    private readonly reports: ObjectivesReports,
    private readonly sources: Pick<ObjectivesSources, 'convention'> & { readonly clock: Clock },
  ) {}

  /**
   * The objective of that code as the actor may see it. Refused: `not-allowed`, `period-reversed`, `unknown-objective`.
   */
  async shown(query: OneObjectiveQuery, actor: Actor): Promise<OneObjective | Refusal> {
    const { code, from, to, on = to } = query;
    const reading = await this.reports.reading({ ...query, filter: { codes: [code] } }, actor);
    if (isRefusal(reading)) return reading;
    const { report, recorded } = reading;
    const found = recorded && objectiveOn(recorded, code, on);
    if (!found) return refuse('unknown-objective', { code });
    const chosen = report.objectives.filter((line) => isChosen(line, query));
    const masking = maskingOf(actor);
    const masks = masking && (await this.masksOf(reading, masking));
    const seen = (lines: readonly ObjectiveLine[]) => (masking && masks ? maskedLines(lines, masking, masks) : lines);
    const isWholeTold = !seen(chosen)[0]?.masked;
    const partOf = (line: ObjectiveLine) => (part: ShownContribution) =>
      masking && masks ? maskedContribution(part, { line, masking, masks, isWholeTold }) : part;
    const line = chosen.length === 1 ? chosen[0]! : null;
    const { objective } = found;
    const today = await this.today(query);
    const { asOf, position, incompleteImport } = report;
    return {
      ...{ from, to, asOf, position, targetsOn: on },
      ...(incompleteImport && { incompleteImport }),
      objective: shownObjective(found),
      lines: seen(report.objectives).map((each) => ({
        ...each,
        pace: each.masked ? null : paceOf(objective, each, { from, to }, today),
      })),
      contributions: line && (await this.contributions({ query, actor, reading, objective, line }, partOf(line))),
    };
  }

  private async contributions(
    { query, actor, reading, objective, line }: Asked,
    shownAs: (part: ShownContribution) => ShownContribution,
  ): Promise<OneObjective['contributions']> {
    const { scope, actor: whose, numerator, denominator } = line;
    const { model, moment, setting } = reading;
    if (numerator === null || denominator === null || !setting) return null;
    const whole: Whole = { objective, line, counts: { numerator, denominator } };
    const { publics } = setting.facts;
    const parts = isRehousingFigure(objective.figure)
      ? operationsOf(whole, setting.rehousings!)
      : await contributionsOf(whole, query.parts, {
          ...{ model, publics, position: moment.reading, scope: actor.scope },
          days: { from: query.from, to: query.to },
        });
    return { of: { scope, actor: whose }, parts: parts.map(shownAs) };
  }

  private async masksOf({ report, model }: ObjectivesReading, masking: Masking): Promise<FigureMasks> {
    const { publics } = await declaredIn(this.sources.convention)(report.position ?? undefined);
    const sources = { model, publics: publics.map(({ code }) => code) };
    return figureMasks(report, codesOf(sources), masking, sources);
  }

  /** The day of the report in the territory. */
  private async today({ asOf }: OneObjectiveQuery): Promise<Day> {
    const { convention, clock } = this.sources;
    const zone = timeZoneOf(await convention.latest());
    return dayAt((await convention.instantOf(asOf)) ?? clock.now(), zone);
  }
}

interface Asked {
  readonly query: OneObjectiveQuery;
  readonly actor: Actor;
  readonly reading: ObjectivesReading;
  readonly objective: Objective;
  readonly line: ObjectiveLine;
}

function isChosen({ scope, actor }: ObjectiveLine, { id, actorId }: OneObjectiveQuery): boolean {
  return (id === undefined || scope.id === id) && (actorId === undefined || actor?.id === actorId);
}

function shownObjective({ objective, isInForce }: NonNullable<ReturnType<typeof objectiveOn>>): ShownObjective {
  const { code, name, figure, scope, actor, operator, measure, value, trajectory, source, firstDay, lastDay } =
    objective;
  return {
    ...{ code, label: name, figure, scope, actor, operator, measure },
    value: value && rateOf(value),
    valueText: value && valueText(objective, value),
    trajectory:
      trajectory &&
      trajectory.map((each) => ({
        year: each.year,
        value: rateOf(each.value)!,
        valueText: valueText(objective, each.value),
      })),
    period: objective.period === 'year' ? 'annee' : 'semestre',
    origin: objective.origin === 'law' ? 'loi' : 'locale',
    ...{ source, firstDay, lastDay, inForce: isInForce },
  };
}
