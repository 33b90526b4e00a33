import { setTimeout as wait } from 'node:timers/promises';
import { correlationFrom, activeCorrelation, currentCorrelation, withCorrelation } from './correlation';
import { newUuid } from './ids';

describe('a correlation', () => {
  it('is known to all that is awaited within it, and to nothing else', async () => {
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

  it('is the one that was told where none is under way, and never leaks into what has none', () => {
    const [one, told] = [correlationFrom(newUuid()), correlationFrom(newUuid())];
    expect(currentCorrelation(told)).toBe(told);
    withCorrelation(one, () => {
      expect(currentCorrelation(told)).toBe(one);
      expect(withCorrelation(undefined, () => activeCorrelation())).toBeUndefined();
    });
    expect(withCorrelation(undefined, () => activeCorrelation())).toBeUndefined();
  });

  it('begins where none is under way', () => {
    const correlation = currentCorrelation();
    expect(correlation.causationId).toBe(correlation.correlationId);
    expect(currentCorrelation().correlationId).not.toBe(correlation.correlationId);
  });
});
