import type { JsonObject } from '#kernel';
import { conventionShape } from './convention-shape';

/** The JSON Schema of convention.json (draft 2020-12); `figures` are the codes of the compliance report. */
export function conventionSchema(figures: readonly string[]): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'convention.json',
    description:
      'La convention intercommunale d’attribution d’un territoire, ses objectifs et leurs dates. L’import vérifie en plus ce qu’un schéma ne dit pas : dates du calendrier, codes uniques, communes et entités connues.',
    ...conventionShape(figures).schema,
  };
}
