import { canonicalJson, type Json, type JsonObject } from './json';

/** The old and the new value of each field that a correction changes. Null means unknown. */
export type Changes<Facts> = {
  readonly [Field in keyof Facts]?: { readonly from: Facts[Field]; readonly to: Facts[Field] };
};

/** The changes from one value of the facts to the other, as a correcting event holds them; undefined where nothing differs. */
export function changesBetween<Facts extends object>(before: Facts, after: Facts): Changes<Facts> | undefined {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = (before as Record<string, Json | undefined>)[field] ?? null;
    const to = (after as Record<string, Json | undefined>)[field] ?? null;
    if (canonicalJson(from) !== canonicalJson(to)) changes[field] = { from, to };
  }
  return Object.keys(changes).length > 0 ? (changes as Changes<Facts>) : undefined;
}

/** The facts after the changes. */
export function applyChanges<Facts extends object>(facts: Facts, changes: Changes<Facts>): Facts {
  const after = { ...facts } as Record<string, unknown>;
  for (const [field, change] of Object.entries(changes as JsonObject)) after[field] = (change as { to: unknown }).to;
  return after as Facts;
}

/** The data of an event of a record: all of its facts, or changes to them. */
export type RecordData<Facts> = Facts | { readonly changes: Changes<Facts> };

/** The facts of a record after one more of its events; undefined where the event changes facts that were never declared. */
export function evolveRecord<Facts extends object>(
  facts: Facts | null | undefined,
  data: RecordData<Facts>,
): Facts | undefined {
  if (!('changes' in data)) return data;
  return facts ? applyChanges(facts, data.changes) : undefined;
}
