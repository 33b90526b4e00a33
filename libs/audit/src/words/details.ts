import type { Json, JsonObject } from '#kernel';
import { plain, said } from './values';
import type { FieldWords } from './fields';

/** One fact that an event records or changes, in the words of the field. */
export interface Detail {
  readonly label: string;
  /** What it replaces; null where the event records the fact for the first time. */
  readonly from: string | null;
  readonly to: string;
  /** A personal fact, sealed in the history. */
  readonly sealed: boolean;
}

type Fields = Readonly<Record<string, FieldWords>>;

/** The facts of an event, or what it changes of them: facts that it records as unknown are left out, changes never. */
export function detailsOf(data: JsonObject, fields: Fields, sealed: boolean): readonly Detail[] {
  const changes = data['changes'];
  if (isObject(changes)) return inOrder(changes, fields).map((name) => changeOf(name, changes[name], fields, sealed));
  return inOrder(data, fields)
    .filter((name) => data[name] !== null && data[name] !== undefined)
    .map((name) => ({ label: labelOf(name, fields), from: null, to: said(data[name], sayOf(name, fields)), sealed }));
}

/** Without the fields that only who may read names is shown. */
export function unnamed(data: JsonObject, fields: Fields): JsonObject {
  const keep = (facts: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !fields[name]?.named));
  const changes = data['changes'];
  return isObject(changes) ? { ...data, changes: keep(changes) } : keep(data);
}

/** A revision, which names its own values: `from` and `to` of one field. */
export function revisionOf(data: JsonObject, name: string, fields: Fields): readonly Detail[] {
  return [changeOf(name, data, fields, false)];
}

function changeOf(name: string, change: Json | undefined, fields: Fields, sealed: boolean): Detail {
  const { from, to } = isObject(change) ? change : {};
  const say = sayOf(name, fields);
  return { label: labelOf(name, fields), from: said(from, say), to: said(to, say), sealed };
}

/** The order of the words, then whatever has none. */
function inOrder(data: JsonObject, fields: Fields): readonly string[] {
  const known = Object.keys(fields).filter((name) => Object.hasOwn(data, name));
  return [...known, ...Object.keys(data).filter((name) => !Object.hasOwn(fields, name))];
}

function labelOf(name: string, fields: Fields): string {
  return fields[name]?.label ?? name;
}

function sayOf(name: string, fields: Fields) {
  return fields[name]?.say ?? plain;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
