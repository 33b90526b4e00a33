import type { ApiPropertyOptions, SchemaObject } from '@nestjs/swagger';
import { FIGURE_CODE_SCHEMA } from '#http';
import type { Json, JsonObject } from '#kernel';
import { conventionSchema } from '../reading/convention-shape';

/** What a shown convention is, for the OpenAPI document: the file, but for its amendments, which are then in effect or not. */
export function shownConventionSchema(): ObjectSchema {
  const { properties = {}, required = [] } = openApiSchema(conventionSchema([]));
  const { avenants: _amendments, ...shown } = properties as Record<string, SchemaObject>;
  return { type: 'object', properties: shown as ObjectSchema['properties'], required };
}

type ObjectSchema = Extract<ApiPropertyOptions, { readonly type: 'object'; readonly properties: object }>;

/** The members of JSON Schema that OpenAPI 3.0 understands too. Conditions (`if`, `allOf`) say nothing about the form. */
const KEPT = ['title', 'description', 'enum', 'minimum', 'maximum', 'minItems', 'maxItems', 'required'];

/** A schema of this product (JSON Schema 2020-12) in the words of OpenAPI 3.0, where null is no type and a figure is an enum. */
export function openApiSchema(schema: JsonObject): SchemaObject {
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => KEPT.includes(key)));
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonObject[] | undefined;
  const types = [schema['type'] ?? []].flat() as readonly string[];
  const named = types.filter((type) => type !== 'null');
  const others = choices?.filter(({ type }) => type !== 'null');
  const isNullable = types.length > named.length || (choices?.length ?? 0) > (others?.length ?? 0);
  return {
    ...kept,
    ...(named.length > 0 && { type: named[0] }),
    ...(isNullable && { nullable: true }),
    ...('const' in schema && { enum: [schema['const']] }),
    ...(others && { oneOf: others.map(openApiSchema) }),
    ...('items' in schema && { items: openApiSchema(schema['items'] as JsonObject) }),
    ...('properties' in schema && { properties: openApiProperties(schema['properties'] as JsonObject) }),
  } as SchemaObject;
}

function openApiProperties(properties: JsonObject): Record<string, SchemaObject> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]: readonly [string, Json | undefined]) => {
      const { description, title, ...form } = openApiSchema(schema as JsonObject);
      return [name, { title, description, ...(name === 'figure' ? FIGURE_CODE_SCHEMA : form) }];
    }),
  );
}
