import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURE_CODES } from '#compliance';
import type { JsonObject } from '#kernel';
import { readConvention } from './read-convention';
import { conventionSchema } from './convention-shape';

const PAGE = readFileSync(join(__dirname, '../../../../docs/convention.md'), 'utf8');

describe('docs/convention.md', () => {
  it('shows an example that is read without faults or warnings', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(PAGE)!;
    const { faults, warnings, convention } = readConvention(example!, { figures: FIGURE_CODES, reservedColumns: [] });
    expect([faults, warnings]).toEqual([[], []]);
    expect(convention!.amendments).toHaveLength(1);
  });

  it('names every key', () => {
    const keys = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      Object.keys((schema as JsonObject)['properties'] ?? {}).forEach((key) => keys.add(key));
      Object.values(schema).forEach(walk);
    };
    walk(conventionSchema(FIGURE_CODES));
    expect(keys.size).toBeGreaterThan(40);
    const [beforeExample, afterExample] = [
      PAGE.split('```json')[0]!,
      PAGE.split('```json')[1]!.split('```').slice(1).join(''),
    ];
    const explained = beforeExample + afterExample;
    expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(explained))).toEqual([]);
  });
});
