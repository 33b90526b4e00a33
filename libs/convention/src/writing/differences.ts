import { canonicalJson, type Json, type JsonObject } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from '../convention';
import { amendmentFile, conventionFile } from './convention-file';

/** A value of a convention that is told otherwise than it was recorded. */
export interface ConventionDifference {
  /** In the told file: `objectifs[3].valeur`. */
  readonly path: string;
  /** '' where nothing was. */
  readonly recorded: string;
  readonly found: string;
}

/** What a told convention says otherwise than the recorded one, but their amendments. */
export function conventionDifferences(
  told: ConventionFacts,
  recorded: ConventionFacts,
): readonly ConventionDifference[] {
  return differences(conventionFile(recorded), conventionFile(told), '');
}

/** The same of an amendment; `path` is where the file tells it. */
export function amendmentDifferences(
  told: AmendmentFacts,
  recorded: AmendmentFacts,
  path: string,
): readonly ConventionDifference[] {
  return differences(amendmentFile(recorded), amendmentFile(told), path);
}

function differences(recorded: Json | undefined, found: Json | undefined, path: string): ConventionDifference[] {
  if (canonicalJson(recorded) === canonicalJson(found)) return [];
  if (isCodedList(recorded) && isCodedList(found)) return codedDifferences(recorded, found, path);
  if (isObject(recorded) && isObject(found))
    return [...new Set([...Object.keys(recorded), ...Object.keys(found)])].flatMap((key) =>
      differences(recorded[key], found[key], path === '' ? key : `${path}.${key}`),
    );
  return [{ path, recorded: shown(recorded), found: shown(found) }];
}

/** Items are the same by their codes, wherever they stand. */
function codedDifferences(recorded: readonly Coded[], found: readonly Coded[], path: string): ConventionDifference[] {
  const changed = found.flatMap((item, index) => {
    const before = recorded.find(({ code }) => code === item.code);
    const at = `${path}[${index}]`;
    return before ? differences(before, item, at) : [{ path: `${at}.code`, recorded: '', found: item.code }];
  });
  const gone = recorded.filter(({ code }) => !found.some((item) => item.code === code));
  return [...changed, ...gone.map(({ code }) => ({ path, recorded: code, found: '' }))];
}

type Coded = JsonObject & { readonly code: string };

function isCodedList(value: Json | undefined): value is readonly Coded[] {
  return Array.isArray(value) && (value as readonly Json[]).every((item) => isObject(item) && 'code' in item);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
