import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeFile, DOCKER } from './support/compose';

const ROOT = join(DOCKER, '..');
const table = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|')[1]!)
  .join();

/** The names in the sources that look like our variables, or that are read from the environment. */
function variablesRead(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of ['apps', 'libs', 'bin'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.[jt]s$/.test(file) || file.endsWith('.spec.ts') || file.includes('testing/')) continue;
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      for (const [name] of text.matchAll(/\b(?:MIXITE|OTEL)_[A-Z_]+\b/g)) found.add(name);
      for (const [, name] of text.matchAll(/env(?:ironment)?(?:\['|\.)([A-Z][A-Z_]+)\b/g)) found.add(name!);
    }
  found.delete('NODE_ENV');
  return found;
}

it.each([...variablesRead()])('docs/operations.md explains %s, which the program reads', (name) => {
  expect(table).toContain(`\`${name}\``);
});

it.each(['api', 'worker'])('docs/operations.md explains each variable that compose gives to %s', (service) => {
  for (const name of Object.keys(composeFile().services[service]!.environment)) expect(table).toContain(`\`${name}\``);
});
