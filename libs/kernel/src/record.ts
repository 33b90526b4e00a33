import { canonicalJson, type Json, type JsonObject } from './json';

/** Old and new value of each field that a correction changes; null is "unknown". */
export type Changes<Facts> = {
  readonly [Field in keyof Facts]?: { readonly from: Facts[Field]; readonly to: Facts[Field] };
};

/** The fields whose values differ, as a correcting event holds them; undefined where none does. */
export function changesBetween<Facts extends object>(before: Facts, after: Facts): Changes<Facts> | undefined {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = (before as Record<string, Json | undefined>)[field] ?? null;
    const to = (after as Record<string, Json | undefined>)[field] ?? null;
    if (canonicalJson(from) !== canonicalJson(to)) changes[field] = { from, to };
  }
  return Object.keys(changes).length > 0 ? (changes as Changes<Facts>) : undefined;
}

/** The facts once the changes hold. */
export function applyChanges<Facts extends object>(facts: Facts, changes: Changes<Facts>): Facts {
  const after = { ...facts } as Record<string, unknown>;
  for (const [field, change] of Object.entries(changes as JsonObject)) after[field] = (change as { to: unknown }).to;
  return after as Facts;
}

/** What an event of a record says: all of its facts, or what has changed about them. */
export type RecordData<Facts> = Facts | { readonly changes: Changes<Facts> };

/** The facts of a record after one more of its events; undefined where they change before they were declared. */
export function evolveRecord<Facts extends object>(
  facts: Facts | null | undefined,
  data: RecordData<Facts>,
): Facts | undefined {
  if (!('changes' in data)) return data;
  return facts ? applyChanges(facts, data.changes) : undefined;
}
