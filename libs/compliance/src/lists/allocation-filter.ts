import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { Day } from '#kernel';
import { eachDocument, type ReadModel, type Where } from '#read-store';
import type { FigurePart } from '../figures/definitions';
import { entityKey, type EntityDocument } from '../projections/entities';
import { bothConditions } from './both-conditions';

/** The filter of a list. All its conditions must hold; several values of one condition are alternatives. */
export interface AllocationFilter {
  readonly from?: Day;
  readonly to?: Day;
  /** A QPV in force on the lease's day. */
  readonly district?: string;
  /** Households of that public of the convention. */
  readonly public?: string;
  /** The leases that a report counts in one part of a figure. */
  readonly figure?: { readonly code: string; readonly part: FigurePart };
  /** Conditions on columns of the documents. */
  readonly where: Where;
}

/** The filter as conditions on the versions of allocations that held at the position. */
export async function conditionsOf(filter: AllocationFilter, model: ReadModel, position: Position): Promise<Where> {
  let { from, to, where } = filter;
  if (filter.district !== undefined) {
    const district = await districtAt(filter.district, model, position);
    from = latest(from, district.from);
    to = earliest(to, district.to);
    where = bothConditions(where, { residence: { in: district.residences } });
  }
  const day: Where = from === undefined && to === undefined ? {} : { day: { gte: from, lte: to } };
  return { ...where, ...day, from: { lte: position }, to: { gt: position } };
}

interface DistrictMoment {
  readonly from?: Day;
  readonly to?: Day;
  readonly residences: readonly string[];
}

/**
 * A lease is in the QPV where its residence is listed under the QPV and its day is between the first and the last day
 * of the QPV. The residences are looked up first, because documents have no index of districts.
 */
async function districtAt(code: string, model: ReadModel, position: Position): Promise<DistrictMoment> {
  const [district] = await entitiesAt<'district'>(model, { key: entityKey('district', code) }, position);
  if (!district) return { residences: [] };
  const residences = await entitiesAt<'residence'>(model, { kind: 'residence' }, position);
  return {
    from: district.facts.firstDay,
    to: district.facts.lastDay ?? undefined,
    residences: residences.filter(({ facts }) => facts?.districts.includes(code)).map(({ facts }) => facts!.code),
  };
}

async function entitiesAt<Kind extends 'district' | 'residence'>(
  model: ReadModel,
  where: Where,
  position: Position,
): Promise<readonly EntityDocument<Kind>[]> {
  const entities: EntityDocument<Kind>[] = [];
  const query = {
    collection: 'entities',
    scope: EVERYTHING,
    where: { ...where, from: { lte: position }, to: { gt: position } },
    limit: 1_000,
  };
  await eachDocument<EntityDocument<Kind>>(model, query, ({ body }) => {
    entities.push(body);
    return true;
  });
  return entities;
}

function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
