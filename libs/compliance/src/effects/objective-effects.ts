import {
  conventionOn,
  isRehousingFigure,
  type ConventionFacts,
  type Objective,
  type RecordedConvention,
} from '#convention';
import { START, type Position } from '#event-store';
import { dayOf, yearOf, type Day } from '#kernel';
import type { ReadModel, ReadStore } from '#read-store';
import type { AllocationFact } from '../figures/allocation-fact';
import { wantedBy } from '../objectives/objectives-report';
import { tallyOf, type CountedDays } from '../objectives/tally';
import { COMPLIANCE_MODEL } from '../projections/model';
import type { Counts } from '../report/counts';
import type { ChangedLease } from './changed-lease';
import { effectsOf, type EffectsOf, type ObjectiveEffect } from './effects';
import { KeptCounts } from './kept-counts';

export interface Effects {
  /** The position of the counts before the lease; it may be a moment old. */
  readonly position: Position;
  readonly effects: readonly ObjectiveEffect[];
}

export interface Asked extends Pick<EffectsOf, 'nameOf'> {
  /** Null where none was recorded. */
  readonly convention: RecordedConvention | null;
  /** False where counts that are a moment old will do. */
  readonly isNewest: boolean;
}

/** How many times the live counters are read again while the projection writes them. */
const ATTEMPTS = 3;

/** What one more lease would change in the objectives in force. */
export class ObjectiveEffects {
  private readonly kept = new KeptCounts();

  constructor(private readonly readStore: ReadStore) {}

  /**
   * The counts are those of the calendar year or semester of the day on which the lease is signed. No effect without a
   * convention.
   */
  of(fact: AllocationFact, asked: Asked): Promise<Effects> {
    return this.effectsOn(fact, undefined, asked);
  }

  /**
   * What a change of one lease would do: the objectives that would not count as they do now. Where the day moves to another
   * period, one less there and one more here.
   */
  async ofChange({ before, after }: ChangedLease, asked: Asked): Promise<Effects> {
    if (isSamePeriod(before.day, after.day)) return onlyMoved(await this.effectsOn(after, before, asked));
    const left = await this.effectsOn({ ...before, cancelled: 1 }, before, asked);
    const come = await this.effectsOn(after, undefined, asked);
    return onlyMoved({ position: left.position, effects: [...left.effects, ...come.effects] });
  }

  private async effectsOn(
    fact: AllocationFact,
    replaced: AllocationFact | undefined,
    { convention: recorded, nameOf, isNewest }: Asked,
  ): Promise<Effects> {
    const model = await this.readStore.active(COMPLIANCE_MODEL);
    const position = (await model.checkpoint())?.position ?? START;
    if (!recorded) return { position, effects: [] };
    const convention = conventionOn(recorded, fact.day);
    const counts = await this.countsBy(model, convention, { day: fact.day, isNewest });
    const countsFor = ({ period }: Objective) => counts[period]!.counts;
    const used = Object.values(counts).map((each) => each.position);
    return {
      position: used.sort()[0] ?? position,
      effects: effectsOf({ fact, replaced, convention, countsFor, nameOf }),
    };
  }

  /** The counts of each period that an objective has. */
  private async countsBy(
    model: ReadModel,
    convention: ConventionFacts,
    { day, isNewest }: { readonly day: Day; readonly isNewest: boolean },
  ) {
    const counted: Partial<Record<Objective['period'], Awaited<ReturnType<KeptCounts['get']>>>> = {};
    for (const period of ['year', 'semester'] as const) {
      const objectives = convention.objectives.filter(
        (each) => each.period === period && !isRehousingFigure(each.figure),
      );
      if (objectives.length === 0) continue;
      const wanted = wantedBy({ ...convention, objectives });
      const days = daysOf(period, day);
      const key = JSON.stringify([model.generation, days, [...wanted.kinds], wanted.publics, wanted.crossings]);
      const position = isNewest ? ((await model.checkpoint())?.position ?? START) : undefined;
      counted[period] = await this.kept.get(key, position, () => readCounts(model, wanted, days));
    }
    return counted;
  }
}

/** A semester lies within one year. */
function isSamePeriod(one: Day, other: Day): boolean {
  return daysOf('semester', one).from === daysOf('semester', other).from;
}

function onlyMoved({ position, effects }: Effects): Effects {
  const isMoved = ({ before, after }: ObjectiveEffect) =>
    before.numerator !== after.numerator || before.denominator !== after.denominator;
  return { position, effects: effects.filter(isMoved) };
}

/** The live counts; as recorded at a position where the projection writes each time that they are read. */
async function readCounts(
  model: ReadModel,
  wanted: Parameters<typeof tallyOf>[1],
  days: CountedDays,
): Promise<{ readonly position: Position; readonly counts: Counts }> {
  for (let attempt = 1; ; attempt += 1) {
    const position = (await model.checkpoint())?.position ?? START;
    const counts = await tallyOf(model, wanted, days, { position, live: attempt <= ATTEMPTS });
    if (counts) return { position, counts };
  }
}

/** The calendar year or the semester of the day. */
export function daysOf(period: Objective['period'], day: Day): CountedDays {
  const year = yearOf(day);
  if (period === 'year') return { from: dayOf(year, 1, 1)!, to: dayOf(year, 12, 31)! };
  const isFirst = day < dayOf(year, 7, 1)!;
  return isFirst
    ? { from: dayOf(year, 1, 1)!, to: dayOf(year, 6, 30)! }
    : { from: dayOf(year, 7, 1)!, to: dayOf(year, 12, 31)! };
}
