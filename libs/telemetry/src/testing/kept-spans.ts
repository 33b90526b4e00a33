import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { tracerProvider } from '../traces/otlp';
import { Tracing } from '../traces/tracing';

export interface KeptSpans {
  readonly tracing: Tracing;
  /** The spans that have ended, in that order. */
  spans(): readonly ReadableSpan[];
  forget(): void;
}

/** Traces that stay in this process, to be looked at. */
export function keptSpans(joinsTraces = true): KeptSpans {
  const exporter = new InMemorySpanExporter();
  const tracing = new Tracing(tracerProvider('mixite-test', [new SimpleSpanProcessor(exporter)]), joinsTraces);
  return { tracing, spans: () => exporter.getFinishedSpans(), forget: () => exporter.reset() };
}
