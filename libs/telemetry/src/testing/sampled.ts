import type { Metrics } from '../metrics/metrics';

/** The samples of the metrics by name and labels, as Prometheus reads them. */
export async function sampled(metrics: Metrics): Promise<Readonly<Record<string, number>>> {
  return samplesOf(await metrics.exposition());
}

/** @throws where a line is no sample: Prometheus would then refuse the whole page */
export function samplesOf(exposition: string): Readonly<Record<string, number>> {
  const samples: Record<string, number> = {};
  for (const line of exposition.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] =
      /^([a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})?) (\S+)$/.exec(line) ?? [];
    if (name === undefined || (value !== '+Inf' && value !== 'Nan' && Number.isNaN(Number(value))))
      throw new Error(`no sample: ${line}`);
    samples[name] = Number(value);
  }
  return samples;
}
