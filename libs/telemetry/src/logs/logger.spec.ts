import { CodedError, correlationFrom, withCorrelation, newUuid } from '#kernel';
import type { Position } from '#event-store';
import { Telemetry } from '../telemetry';
import { keptSpans } from '../testing';
import { logLevel, newLogger } from './logger';

function logged(work: (logger: ReturnType<typeof newLogger>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  work(newLogger({ level, stream: { write: (line: string) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a line of the log', () => {
  it('is JSON, with its level and its instant, without the name of the machine', () => {
    const [line, ...others] = logged((logger) => {
      logger.info({ route: '/api/health' }, 'requests');
      logger.debug('more');
    });
    expect(others).toEqual([]);
    expect(Object.keys(line!)).toEqual(['level', 'time', 'route', 'msg']);
    expect(line).toMatchObject({ level: 'info', route: '/api/health', msg: 'requests' });
    expect(new Date(line!['time'] as string).toISOString()).toBe(line!['time']);
  });

  it('contains the correlation that it belongs to', () => {
    const correlation = correlationFrom(newUuid());
    const [line] = logged((logger) => withCorrelation(correlation, () => logger.info('within')));
    expect(line).toMatchObject({ correlationId: correlation.correlationId });
    expect(line).not.toHaveProperty('traceId');
  });

  it('contains the span where the work is traced', async () => {
    const { tracing, spans } = keptSpans();
    let line: Record<string, unknown> | undefined;
    await tracing.inSpan('work', {}, async () => ([line] = logged((logger) => logger.info('within'))));
    const { traceId, spanId } = spans()[0]!.spanContext();
    expect(line).toMatchObject({ traceId, spanId });
    expect((line!['correlationId'] as string).replaceAll('-', '')).toBe(traceId);
  });

  it.each([
    ['is', (error: Error) => error],
    ['is part of what is', (error: Error) => ({ err: error, incident: 'i' })],
  ])('leaves out the message of an error that %s logged, and keeps its name, code and frames', (_, what) => {
    for (const error of [new CodedError('import-conflict', 'cell SECRET'), new TypeError('cell SECRET')]) {
      const [line] = logged((logger) => logger.error(what(error)));
      expect(JSON.stringify(line)).not.toContain('SECRET');
      expect(line).toMatchObject({ level: 'error', error: error.name, frames: expect.any(Array) as unknown });
    }
    const [line] = logged((logger) => logger.error(what(new CodedError('import-conflict', '')), 'the import failed'));
    expect(line).toMatchObject({ code: 'import-conflict', msg: 'the import failed' });
  });
});

it('logs a parked event with its id and the code of the error', () => {
  const parked = { event: 'id', type: 'LeasePlaced', position: '7' as Position, code: 'poison' };
  const [line] = logged((logger) =>
    new Telemetry(undefined, undefined, logger).instruments().projections!.parked!('compliance', {
      ...parked,
      stream: 'allocation-SECRET',
      message: 'cell SECRET',
    }),
  );
  expect(line).toMatchObject({ level: 'error', msg: 'parked', projection: 'compliance', ...parked });
  expect(JSON.stringify(line)).not.toContain('SECRET');
});

describe('the level', () => {
  it.each([
    [{}, 'info'],
    [{ NODE_ENV: 'test' }, 'silent'],
    [{ MIXITE_LOG_LEVEL: 'debug', NODE_ENV: 'test' }, 'debug'],
  ])('of %j is %s', (environment, level) => {
    expect(logLevel(environment)).toBe(level);
  });

  it('is refused where it is misspelt', () => {
    expect(() => logLevel({ MIXITE_LOG_LEVEL: 'bavard' })).toThrow(
      'MIXITE_LOG_LEVEL vaut « bavard » ; attendu : une valeur parmi silent, trace, debug, info, warn, error, fatal.',
    );
  });
});
