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

/** Called when the collector stops accepting spans, and when it accepts them again. */
export type OnDelivery = (delivered: boolean, error?: unknown) => void;

/**
 * Sends spans over OTLP (HTTP, JSON) in batches. The standard variables of OpenTelemetry set it up: endpoint, headers,
 * timeout, sampler, limits, service name, resource attributes.
 */
export function otlpSource(service: string, onDelivery: OnDelivery): BasicTracerProvider {
  return tracerProvider(service, [new BatchSpanProcessor(new MonitoredExporter(new OTLPTraceExporter(), onDelivery))]);
}

export function tracerProvider(service: string, spanProcessors: SpanProcessor[]): BasicTracerProvider {
  return new BasicTracerProvider({ resource: resourceOf(service), idGenerator: new CorrelationIds(), spanProcessors });
}

/** The resource of the process. The environment overrides the default name of the service. */
function resourceOf(service: string): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: service }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

/** Makes the ids. A trace that begins in this process begins a correlation. */
class CorrelationIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();

  generateTraceId(): string {
    return newTraceId();
  }

  generateSpanId(): string {
    return this.random.generateSpanId();
  }
}

/** Spans that cannot be sent are lost, and no caller waits for them. Only a change of the delivery is reported. */
class MonitoredExporter implements SpanExporter {
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
