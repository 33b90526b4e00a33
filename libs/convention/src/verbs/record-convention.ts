import { canonicalJson, refuse, type Decision, type Json } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from '../convention';
import type { ConventionEvent } from '../events';
import type { RecordedConvention } from '../recorded-convention';

/** A convention as a file gives it, with its amendments in their order. */
export type ProposedConvention = RecordedConvention;

/**
 * Records a convention and its new amendments. A recorded convention or amendment is never overwritten: a change needs
 * a new amendment. An amendment that the file no longer names stays.
 * Refused: `convention-changed` where the convention or an amendment (params.amendment, its code) differs from the
 * recorded one; `amendment-misplaced` where a new amendment comes before a recorded one, or recorded ones come in
 * another order.
 */
export function recordConvention(
  proposed: ProposedConvention,
  state: RecordedConvention | null,
): Decision<ConventionEvent> {
  if (state && !isSame(proposed.base, state.base)) return refuse('convention-changed', { amendment: null });
  const recorded = state?.amendments ?? [];
  const events: ConventionEvent[] = state ? [] : [adopted(proposed.base)];
  let reached = -1;
  for (const amendment of proposed.amendments) {
    const at = recorded.findIndex(({ code }) => code === amendment.code);
    if (at < 0) {
      events.push(amendedBy(amendment));
      continue;
    }
    if (!isSame(amendment, recorded[at]!)) return refuse('convention-changed', { amendment: amendment.code });
    if (at < reached || events.length > 0) return refuse('amendment-misplaced', { amendment: amendment.code });
    reached = at;
  }
  return events;
}

function adopted(data: ConventionFacts): ConventionEvent {
  return { type: 'ConventionAdopted', data };
}

function amendedBy(data: AmendmentFacts): ConventionEvent {
  return { type: 'ConventionAmended', data };
}

/** The order of a list of items with codes has no meaning. */
function isSame(a: ConventionFacts | AmendmentFacts, b: ConventionFacts | AmendmentFacts): boolean {
  return canonicalJson(comparable(a)) === canonicalJson(comparable(b));
}

function comparable(part: ConventionFacts | AmendmentFacts): Json {
  const entries = Object.entries(part).map(([field, value]) => [
    field,
    isCoded(value) ? [...value].sort(byCode) : value,
  ]);
  return Object.fromEntries(entries) as Json;
}

interface Coded {
  readonly code: string;
}

function isCoded(value: unknown): value is readonly Coded[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'code' in item);
}

function byCode(a: Coded, b: Coded): number {
  return a.code < b.code ? -1 : 1;
}
