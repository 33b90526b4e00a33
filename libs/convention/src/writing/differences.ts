import { canonicalJson, type Json, type JsonObject } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from '../convention';
import { amendmentFile, conventionFile } from './convention-file';

/** A value of a convention file that differs from the recorded value. */
export interface ConventionDifference {
  /** The place in the file: `objectifs[3].valeur`. */
  readonly path: string;
  /** '' where nothing was recorded. */
  readonly recorded: string;
  readonly found: string;
}

/** The differences between a convention of a file and the recorded one, without their amendments. */
export function conventionDifferences(
  found: ConventionFacts,
  recorded: ConventionFacts,
): readonly ConventionDifference[] {
  return differences(conventionFile(recorded), conventionFile(found), '');
}

/** The differences between an amendment of a file and the recorded one. `path` is the place of the amendment in the file. */
export function amendmentDifferences(
  found: AmendmentFacts,
  recorded: AmendmentFacts,
  path: string,
): readonly ConventionDifference[] {
  return differences(amendmentFile(recorded), amendmentFile(found), path);
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

/** Items with the same code are compared, wherever they are in the lists. */
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
