import { setTimeout as wait } from 'node:timers/promises';
import { correlationFrom, activeCorrelation, currentCorrelation, withCorrelation } from './correlation';
import { newUuid } from './ids';

describe('a correlation', () => {
  it('is active in all awaited work inside it, and nowhere else', async () => {
    const [one, other] = [correlationFrom(newUuid()), correlationFrom(newUuid())];
    const seen = await Promise.all([
      withCorrelation(one, async () => {
        await wait(1);
        return currentCorrelation();
      }),
      withCorrelation(other, () => Promise.resolve().then(() => currentCorrelation())),
    ]);
    expect(seen).toEqual([one, other]);
    expect(activeCorrelation()).toBeUndefined();
  });

  it('is the given one where none is active, and never leaks into work without one', () => {
    const [one, given] = [correlationFrom(newUuid()), correlationFrom(newUuid())];
    expect(currentCorrelation(given)).toBe(given);
    withCorrelation(one, () => {
      expect(currentCorrelation(given)).toBe(one);
      expect(withCorrelation(undefined, () => activeCorrelation())).toBeUndefined();
    });
    expect(withCorrelation(undefined, () => activeCorrelation())).toBeUndefined();
  });

  it('is new where none is active', () => {
    const correlation = currentCorrelation();
    expect(correlation.causationId).toBe(correlation.correlationId);
    expect(currentCorrelation().correlationId).not.toBe(correlation.correlationId);
  });
});
