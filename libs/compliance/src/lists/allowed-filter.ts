import { refusalOf, type Actor } from '#access';
import { isRefusal, refuse, type Refusal } from '#kernel';
import type { Where } from '#read-store';
import type { AllocationFilter } from './allocation-filter';
import { bothConditions } from './both-conditions';
import { figureConditions } from './figure-conditions';
import type { ListedPublics } from './publics';

/**
 * The filter, with its public and its figure turned into conditions on columns.
 * Refused: `not-allowed` (also where the answer would show which leases belong to a sensitive public),
 * `period-reversed`, `unknown-figure`.
 */
export function allowedFilter(
  filter: AllocationFilter,
  actor: Actor,
  publics: ListedPublics,
): AllocationFilter | Refusal {
  const { from, to } = filter;
  const refusal = refusalOf(actor, 'read-list');
  if (refusal) return refusal;
  if (from !== undefined && to !== undefined && from > to) return refuse('period-reversed', { from, to });
  const asked: (Where | Refusal)[] = [ofPublic(filter, publics), ofFigure(filter, publics)];
  let { where } = filter;
  for (const conditions of asked) {
    if (isRefusal(conditions)) return conditions;
    where = bothConditions(where, conditions);
  }
  return { ...filter, where };
}

/** An unknown public finds no lease, as any unknown code does. */
function ofPublic({ public: code }: AllocationFilter, publics: ListedPublics): Where | Refusal {
  if (code === undefined) return {};
  const declared = publics.byCode(code);
  if (!declared) return { publics: { in: [] } };
  return publics.mayAskFor(declared) ? publics.conditionsOf(declared) : refuseSensitive();
}

function ofFigure({ figure }: AllocationFilter, publics: ListedPublics): Where | Refusal {
  if (!figure) return {};
  const declared = publics.byFigure(figure.code);
  const conditions = figureConditions(declared ? 'ALLOCATIONS' : figure.code, figure.part);
  if (!conditions) return refuse('unknown-figure', { figure: figure.code });
  if (!declared || figure.part === 'denominator') return conditions;
  return publics.mayAskFor(declared) ? bothConditions(conditions, publics.conditionsOf(declared)) : refuseSensitive();
}

function refuseSensitive(): Refusal {
  return refuse('not-allowed', { right: 'read-named-list' });
}
