import type { Json, JsonObject } from '#kernel';
import { formatted, plain } from './values';
import type { FieldWords } from './fields';

/** One fact that an event records or changes, in French. */
export interface Detail {
  readonly label: string;
  /** The value that is replaced; null where the event records the fact for the first time. */
  readonly from: string | null;
  readonly to: string;
  /** A personal fact, sealed in the history. */
  readonly sealed: boolean;
}

type Fields = Readonly<Record<string, FieldWords>>;

/** The facts that an event records, or the changes that it makes. A fact recorded as unknown is left out; a change never is. */
export function detailsOf(data: JsonObject, fields: Fields, sealed: boolean): readonly Detail[] {
  const changes = data['changes'];
  if (isObject(changes)) {
    const { changes: _changes, ...beside } = data;
    const changed = inOrder(changes, fields).map((name) => changeOf(name, changes[name], fields, sealed));
    return [...changed, ...detailsOf(beside, fields, sealed)];
  }
  return inOrder(data, fields)
    .filter((name) => data[name] !== null && data[name] !== undefined)
    .map((name) => ({
      label: labelOf(name, fields),
      from: null,
      to: formatted(data[name], formatterOf(name, fields)),
      sealed,
    }));
}

/** The event's data without the fields that are shown only to an actor who may read names. */
export function unnamed(data: JsonObject, fields: Fields): JsonObject {
  const keep = (facts: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !fields[name]?.named));
  const changes = data['changes'];
  return isObject(changes) ? { ...data, changes: keep(changes) } : keep(data);
}

/** A revision event has `from` and `to` for one field directly in its data. */
export function revisionOf(data: JsonObject, name: string, fields: Fields): readonly Detail[] {
  return [changeOf(name, data, fields, false)];
}

function changeOf(name: string, change: Json | undefined, fields: Fields, sealed: boolean): Detail {
  const { from, to } = isObject(change) ? change : {};
  const format = formatterOf(name, fields);
  return { label: labelOf(name, fields), from: formatted(from, format), to: formatted(to, format), sealed };
}

/** Fields that have words come first, in the order of the words; then the other fields. */
function inOrder(data: JsonObject, fields: Fields): readonly string[] {
  const known = Object.keys(fields).filter((name) => Object.hasOwn(data, name));
  return [...known, ...Object.keys(data).filter((name) => !Object.hasOwn(fields, name))];
}

function labelOf(name: string, fields: Fields): string {
  return fields[name]?.label ?? name;
}

function formatterOf(name: string, fields: Fields) {
  return fields[name]?.format ?? plain;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
