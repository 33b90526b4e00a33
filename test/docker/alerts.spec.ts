import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Metrics, Telemetry } from '#telemetry';
import type { RunnerStatus } from '#processing';
import { DOCKER } from './support/compose';

/** The grammar of PromQL. Its types declare an ES module, but it also has a CommonJS form. */
interface Promql {
  readonly parser: {
    parse(text: string): {
      iterate(visit: {
        enter(node: {
          readonly type: { readonly name: string; readonly isError: boolean };
          readonly from: number;
          readonly to: number;
        }): void;
      }): void;
    };
  };
}
const { parser } = jest.requireActual<Promql>('@prometheus-io/lezer-promql');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

const { groups } = parse(readFileSync(join(DOCKER, 'alerts.yaml'), 'utf8')) as {
  groups: readonly { name: string; rules: readonly Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);
const operations = readFileSync(join(DOCKER, '../docs/operations.md'), 'utf8');

/** The names of the metrics in an expression; undefined where it is not PromQL. */
function metricsOf(expression: string): readonly string[] | undefined {
  const names: string[] = [];
  let isWrong = false;
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) isWrong = true;
      if (type.name === 'VectorSelector') names.push(expression.slice(from, to).split('{')[0]!);
    },
  });
  return isWrong ? undefined : names;
}

/** All families of metrics of a service. */
async function families(): Promise<ReadonlySet<string>> {
  const telemetry = new Telemetry(new Metrics());
  const status = { name: 'compliance', lagSeconds: 0, lagEvents: 0, parked: 0, rebuilding: false, failure: null };
  telemetry.watchProjections(async () => [status as RunnerStatus]);
  const found = [...(await telemetry.metrics!.exposition()).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  await telemetry.stop();
  return new Set(
    found.flatMap(([, name, type]) =>
      type === 'histogram' ? ['_bucket', '_count', '_sum'].map((end) => name + end) : [name!],
    ),
  );
}

describe('the alerts', () => {
  it('have the form that Prometheus accepts', () => {
    expect(groups.map(({ name }) => name)).toEqual(['mixite']);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, expr, labels, annotations, ...others } of rules) {
      expect(alert).toMatch(/^Mixite[A-Z]\w+$/);
      expect(typeof expr).toBe('string');
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(Object.keys(annotations)).toEqual(['summary']);
      for (const [name, value] of Object.entries(others))
        expect([name, value]).toEqual(['for', expect.stringMatching(/^\d+[mh]$/)]);
    }
  });

  it.each(rules)('$alert is PromQL and uses only metrics of the service', async ({ expr }) => {
    const names = metricsOf(expr);
    expect(names?.length).toBeGreaterThan(0);
    const given = await families();
    for (const name of names!) expect(name === 'up' || given.has(name) ? 'given' : name).toBe('given');
  });

  it('are checked: text that is no PromQL is detected', () => {
    expect(metricsOf('max by (projection (mixite_projection_failed) == 1')).toBeUndefined();
  });

  it.each(rules)('$alert is explained in docs/operations.md', ({ alert }) => {
    expect(operations).toContain(`\`${alert}\``);
  });

  it('come with an explanation of every metric in docs/operations.md', async () => {
    const names = [...(await families())].filter((name) => name.startsWith('mixite_'));
    const explained = new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, '')));
    for (const name of explained) expect([name, operations.includes(`\`${name}\``)]).toEqual([name, true]);
  });
});
