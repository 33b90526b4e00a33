import { openApiSchema } from './openapi-schema';

describe('a schema in the words of OpenAPI 3.0', () => {
  it.each([
    ['null beside a type', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    ['null among the choices', { oneOf: [{ const: 1 }, { type: 'null' }] }, { nullable: true, oneOf: [{ enum: [1] }] }],
    ['one value', { const: 'a' }, { enum: ['a'] }],
    [
      'choices',
      { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    ],
    [
      'a list',
      { type: 'array', items: { type: ['integer', 'null'], minimum: 1 } },
      { type: 'array', items: { type: 'integer', nullable: true, minimum: 1 } },
    ],
    ['conditions', { type: 'object', if: {}, then: {}, allOf: [], patternProperties: {} }, { type: 'object' }],
  ])('keeps %s', (_, schema, expected) => {
    expect(openApiSchema(schema)).toEqual(expected);
  });

  it('keeps a member that is called like a keyword, and what each member is for', () => {
    const type = { title: 'Type', description: 'De quoi', type: 'string', enum: ['epci'] };
    expect(openApiSchema({ type: 'object', properties: { type }, required: ['type'] })).toEqual({
      type: 'object',
      properties: { type },
      required: ['type'],
    });
  });
});
