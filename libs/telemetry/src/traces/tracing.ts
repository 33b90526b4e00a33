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
import { codeOf } from '../words';
import { correlationOfSpan } from './correlation-span';

/** Who makes the spans and sends them. */
export interface SpanSource extends TracerProvider {
  shutdown(): Promise<void>;
}

export interface SpanOptions {
  readonly attributes?: Attributes;
  readonly kind?: SpanKind;
}

/** A span begun here, and the correlation that its work belongs to. */
export interface BegunSpan {
  readonly span: Span;
  readonly correlation: Correlation;
}

/**
 * Spans, each with the correlation that it makes: the span under way is that of the correlation under way, so that nothing but the
 * correlation needs to be handed on, and nothing is global. Attributes are words and counts of the program: no address, query, body,
 * stream or message, since any of them may hold what identifies a household.
 */
export class Tracing {
  private readonly tracer: Tracer;
  private readonly spans = new WeakMap<Correlation, Span>();

  constructor(
    private readonly source: SpanSource,
    /** Whether requests may say which trace they belong to. */
    readonly joinsTraces = true,
  ) {
    this.tracer = source.getTracer('mixite');
  }

  /** The span of the correlation under way; undefined outside of a traced one. */
  get active(): Span | undefined {
    const correlation = activeCorrelation();
    return correlation && this.spans.get(correlation);
  }

  /** Does the work in a span of its own, below the one under way, if any. */
  inSpan<Result>(name: string, options: SpanOptions, work: (span: Span) => Promise<Result>): Promise<Result> {
    const { span, correlation } = this.begin(name, options, contextOf(this.active));
    return withCorrelation(correlation, () => this.during(span, () => work(span)));
  }

  /** Does the work in a span below the one under way; without one there is nothing to tell, and no span. */
  inChildSpan<Result>(
    name: string,
    options: SpanOptions,
    work: (span: Span | undefined) => Promise<Result>,
  ): Promise<Result> {
    return this.active?.isRecording() ? this.inSpan(name, options, work) : work(undefined);
  }

  /** Begins a span below that one, wherever it was made; a trace of its own where there is none. Its beginner ends it. */
  beginBelow(name: string, options: SpanOptions, parent: SpanContext | undefined): BegunSpan {
    return this.begin(name, options, parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT);
  }

  /** Sends what is left. */
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

/** A span tells the code of an error, never its message. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', codeOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function contextOf(span: Span | undefined): Context {
  return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
}
