import type { CellForm } from '#shapes';
import type { Column } from './column';

const JSON_TYPES: Readonly<Record<CellForm, readonly object[]>> = {
  code: [{ type: 'string' }],
  text: [{ type: 'string' }],
  choice: [{ type: 'string' }],
  day: [{ type: 'string', format: 'date' }],
  number: [{ type: 'number' }, { type: 'string' }],
  'yes-no': [{ type: 'boolean' }, { type: 'string', enum: ['O', 'N'] }],
};

/** The example of the template, in JSON; undefined where the template has an empty cell. */
export function columnExample({ example, reader }: Column): string | number | boolean | undefined {
  if (example === '') return undefined;
  if (reader.form === 'yes-no') return example === 'O';
  return reader.form === 'number' ? Number(example.replace(',', '.')) : example;
}

/** The JSON schema of a value of the column. */
export function columnSchema(column: Column): object {
  const forms = JSON_TYPES[column.reader.form];
  const shape = forms.length === 1 ? forms[0]! : { oneOf: forms };
  return { ...shape, example: columnExample(column), ...(!column.required && { nullable: true }) };
}
