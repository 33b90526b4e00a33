import { conventionOn, type AmendmentFacts, type Objective, type RecordedConvention } from '#convention';
import { addDays, type Day } from '#kernel';

/** An objective as a convention or an amendment words it, with the days of this wording. */
export interface RecordedObjective {
  /** Its value is that of the day asked for, where it is in force then. */
  readonly objective: Objective;
  readonly isInForce: boolean;
}

/**
 * The wording of an objective on a day, by its code: one code names one objective on each day, and an amendment that takes the code again
 * replaces it. Before or after its days, the nearest wording. Undefined where nothing recorded has the code.
 */
export function objectiveOn(recorded: RecordedConvention, code: string, on: Day): RecordedObjective | undefined {
  const wordings = wordingsOf(recorded, code);
  const wording = wordings.findLast(({ begins }) => begins === null || begins <= on) ?? wordings[0];
  if (!wording) return undefined;
  const inForce = conventionOn(recorded, on).objectives.find((objective) => objective.code === code);
  const { firstDay, lastDay } = wording.objective;
  const objective = {
    ...(inForce ?? wording.objective),
    firstDay: latest(firstDay, wording.begins),
    lastDay: earliest(lastDay, wording.ends),
  };
  return { objective, isInForce: inForce !== undefined };
}

interface Wording {
  readonly objective: Objective;
  /** The day from which the amendment that words it takes effect; null for the convention itself. */
  readonly begins: Day | null;
  /** The last day before another amendment replaces or withdraws it. */
  readonly ends: Day | null;
}

/** The convention itself, or an amendment of it. */
interface Part extends Pick<AmendmentFacts, 'objectives' | 'withdrawnObjectives'> {
  readonly effectiveOn: Day | null;
}

function wordingsOf({ base, amendments }: RecordedConvention, code: string): readonly Wording[] {
  const wordings: Wording[] = [];
  const first: Part = { objectives: base.objectives, withdrawnObjectives: [], effectiveOn: null };
  const parts: readonly Part[] = [first, ...amendments];
  for (const { objectives, withdrawnObjectives, effectiveOn } of parts) {
    const objective = objectives.find((each) => each.code === code);
    const previous = wordings.at(-1);
    const isChanged = objective !== undefined || withdrawnObjectives.includes(code);
    if (previous && previous.ends === null && isChanged && effectiveOn !== null)
      wordings.splice(-1, 1, { ...previous, ends: addDays(effectiveOn, -1) });
    if (objective) wordings.push({ objective, begins: effectiveOn, ends: null });
  }
  return wordings;
}

function latest(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earliest(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b < a) ? b : a;
}
