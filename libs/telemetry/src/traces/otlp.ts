import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  type Resource,
} from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
  type IdGenerator,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { newTraceId } from './correlation-span';

/** Told when the collector stops taking spans, and when it takes them again. */
export type OnDelivery = (delivered: boolean, error?: unknown) => void;

/**
 * Spans sent over OTLP (HTTP, JSON), in batches, by the standard variables of OpenTelemetry: endpoint, headers, timeout, sampler,
 * limits, service name, resource attributes.
 */
export function otlpSource(service: string, onDelivery: OnDelivery): BasicTracerProvider {
  return tracerProvider(service, [new BatchSpanProcessor(new ToldExporter(new OTLPTraceExporter(), onDelivery))]);
}

export function tracerProvider(service: string, spanProcessors: SpanProcessor[]): BasicTracerProvider {
  return new BasicTracerProvider({ resource: resourceOf(service), idGenerator: new CorrelationIds(), spanProcessors });
}

/** What the environment says of the process wins over its default name. */
function resourceOf(service: string): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: service }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

/** A trace that begins here begins a correlation. */
class CorrelationIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();

  generateTraceId(): string {
    return newTraceId();
  }

  generateSpanId(): string {
    return this.random.generateSpanId();
  }
}

/** Spans that cannot be sent are lost, and nobody waits for them; only the change is worth telling. */
class ToldExporter implements SpanExporter {
  private delivering = true;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly onDelivery: OnDelivery,
  ) {}

  export(...[spans, done]: Parameters<SpanExporter['export']>): void {
    this.exporter.export(spans, (result) => {
      const delivered = result.code === 0;
      if (delivered !== this.delivering) this.onDelivery(delivered, result.error);
      this.delivering = delivered;
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  forceFlush(): Promise<void> {
    return this.exporter.forceFlush?.() ?? Promise.resolve();
  }
}
