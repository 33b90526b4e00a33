import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import { activeCorrelation, withCorrelation, type Correlation } from '#kernel';
import { codeOf } from '../values';
import { correlationOfSpan } from './correlation-span';

/** Makes the spans and sends them. */
export interface SpanSource extends TracerProvider {
  shutdown(): Promise<void>;
}

export interface SpanOptions {
  readonly attributes?: Attributes;
  readonly kind?: SpanKind;
}

/** A started span, and the correlation of its work. */
export interface BegunSpan {
  readonly span: Span;
  readonly correlation: Correlation;
}

/**
 * Makes spans, each with its correlation. The active span is the span of the active correlation, so that only the
 * correlation is passed on, and there is no global state. Attributes are words of the code and counts. URLs, queries,
 * bodies, names of streams and messages are left out, because they may identify a household.
 */
export class Tracing {
  private readonly tracer: Tracer;
  private readonly spans = new WeakMap<Correlation, Span>();

  constructor(
    private readonly source: SpanSource,
    /** Whether requests may name the trace that they belong to. */
    readonly joinsTraces = true,
  ) {
    this.tracer = source.getTracer('mixite');
  }

  /** The span of the active correlation; undefined where it is not traced. */
  get active(): Span | undefined {
    const correlation = activeCorrelation();
    return correlation && this.spans.get(correlation);
  }

  /** Runs the work in a new span, below the active span if there is one. */
  inSpan<Result>(name: string, options: SpanOptions, work: (span: Span) => Promise<Result>): Promise<Result> {
    const { span, correlation } = this.begin(name, options, contextOf(this.active));
    return withCorrelation(correlation, () => this.during(span, () => work(span)));
  }

  /** Runs the work in a new span below the active span; without an active span, it makes no span. */
  inChildSpan<Result>(
    name: string,
    options: SpanOptions,
    work: (span: Span | undefined) => Promise<Result>,
  ): Promise<Result> {
    return this.active?.isRecording() ? this.inSpan(name, options, work) : work(undefined);
  }

  /**
   * Begins a span below the parent, which may come from another process; without a parent, begins a new trace. The
   * caller must end the span.
   */
  beginBelow(name: string, options: SpanOptions, parent: SpanContext | undefined): BegunSpan {
    return this.begin(name, options, parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT);
  }

  /** Sends the remaining spans. */
  async stop(): Promise<void> {
    await this.source.shutdown();
  }

  private begin(name: string, { attributes, kind = SpanKind.INTERNAL }: SpanOptions, parent: Context): BegunSpan {
    const span = this.tracer.startSpan(name, { attributes, kind }, parent);
    const correlation = correlationOfSpan(span.spanContext());
    this.spans.set(correlation, span);
    return { span, correlation };
  }

  private async during<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  }
}

/** Marks the span as failed, with the code of the error but never its message. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', codeOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function contextOf(span: Span | undefined): Context {
  return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
}
