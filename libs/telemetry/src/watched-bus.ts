import { isRefusal } from '#kernel';
import type { Metrics } from './metrics/metrics';
import type { Tracing } from './traces/tracing';
import { codeOf } from './values';

/** The part of the command bus or the query bus that is observed. */
export interface Bus {
  execute(message: object, ...more: readonly unknown[]): Promise<unknown>;
}

export interface BusWatch {
  readonly kind: 'command' | 'query';
  readonly metrics?: Metrics;
  readonly tracing?: Tracing;
}

/** Counts the refused messages of the bus, and makes a span for each message. The answers of the bus do not change. */
export function watchBus(bus: Bus, { kind, metrics, tracing }: BusWatch): void {
  const execute = bus.execute.bind(bus);
  bus.execute = async (message, ...more) => {
    const { name } = message.constructor;
    const counted = () =>
      withRefusals(execute(message, ...more), (code) => metrics?.refusals.inc({ kind, name, code }));
    if (!tracing) return counted();
    return tracing.inSpan(`${kind} ${name}`, {}, async (span) => {
      const answer = await counted();
      if (isRefusal(answer)) span.setAttribute('mixite.refusal', answer.code);
      return answer;
    });
  };
}

async function withRefusals(answer: Promise<unknown>, count: (code: string) => void): Promise<unknown> {
  try {
    const value = await answer;
    if (isRefusal(value)) count(value.code);
    return value;
  } catch (error) {
    count(codeOf(error));
    throw error;
  }
}
