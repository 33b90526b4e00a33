import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { tracerProvider } from '../traces/otlp';
import { Tracing } from '../traces/tracing';

export interface KeptSpans {
  readonly tracing: Tracing;
  /** The ended spans, in the order of their ends. */
  spans(): readonly ReadableSpan[];
  forget(): void;
}

/** Tracing that keeps its spans in memory, so that tests can read them. */
export function keptSpans(joinsTraces = true): KeptSpans {
  const exporter = new InMemorySpanExporter();
  const tracing = new Tracing(tracerProvider('mixite-test', [new SimpleSpanProcessor(exporter)]), joinsTraces);
  return { tracing, spans: () => exporter.getFinishedSpans(), forget: () => exporter.reset() };
}
