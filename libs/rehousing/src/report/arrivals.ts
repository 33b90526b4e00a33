import type { Position } from '#event-store';
import type { Day } from '#kernel';
import type { ReadModel } from '#read-store';
import { districtsOn } from '#territory';
import { factsAt, type SubjectDocument, type SubjectFacts } from '../projections/model';

/** Says whether residences of arrival are in a QPV on a day, as known at a position. */
export class Arrivals {
  private constructor(
    private readonly residences: ReadonlyMap<string, SubjectFacts['residences']>,
    private readonly districts: ReadonlyMap<string, SubjectFacts['districts']>,
  ) {}

  /** Reads the residences with these codes, and the QPV that they name. */
  static async at(position: Position, model: ReadModel, codes: readonly string[]): Promise<Arrivals> {
    const residences = await subjectsAt(position, model, 'residences', codes);
    const named = [...residences.values()].flatMap(({ districts }) => districts);
    return new Arrivals(residences, await subjectsAt(position, model, 'districts', named));
  }

  /** Null where the residence is unknown. */
  isOutsideQpv(residence: string | null, day: Day): boolean | null {
    const facts = residence === null ? undefined : this.residences.get(residence);
    return facts ? districtsOn(day, facts, this.districts).length === 0 : null;
  }
}

async function subjectsAt<Kind extends 'residences' | 'districts'>(
  position: Position,
  model: ReadModel,
  kind: Kind,
  codes: readonly string[],
): Promise<Map<string, SubjectFacts[Kind]>> {
  const subjects = new Map<string, SubjectFacts[Kind]>();
  const documents = await model.getMany<SubjectDocument<SubjectFacts[Kind]>>(kind, [...new Set(codes)]);
  for (const { id, body } of documents) {
    const facts = factsAt(body, position);
    if (facts) subjects.set(id, facts);
  }
  return subjects;
}
