import { across, INNER, labelled, labelUp, roundTop, stretchesOf, up } from './trend-geometry';

const points = (...values: (number | null)[]) => values.map((value, index) => ({ label: String(index), value }));

describe('the geometry of a trend', () => {
  it('spreads points from side to side, and puts a lone one in the middle', () => {
    expect([across(0, 3), across(2, 3)]).toEqual([INNER.left, INNER.right]);
    expect(across(0, 1)).toBe((INNER.left + INNER.right) / 2);
  });
  it('begins at 0, ends at the top, and never leaves the frame', () => {
    expect([up(0, 1), up(1, 1), up(1.2, 1), up(0, 0)]).toEqual([INNER.bottom, INNER.top, INNER.top, INNER.bottom]);
  });
  it('draws no line over a hole', () => expect(stretchesOf(points(0.1, 0.2, null, 0.3))).toEqual([[0, 1], [3]]));
  it('tells each of a few points, and the ends of many', () => {
    expect([...labelled(points(0.1, null, 0.3))]).toEqual([0, 2]);
    expect([...labelled(points(null, ...Array<number>(9).fill(0.1), null))]).toEqual([1, 9]);
    expect([...labelled(points(...Array<null>(9).fill(null)))]).toEqual([]);
  });
  it('puts words above a point, and below it under the top and under the line of the target', () => {
    expect(labelUp(100, undefined)).toBeLessThan(100);
    expect(labelUp(100, 92)).toBeGreaterThan(100);
    expect(labelUp(100, 140)).toBeLessThan(100);
    expect(labelUp(INNER.top + 2, undefined)).toBeGreaterThan(INNER.top + 2);
  });
  it('rounds the top of counts up', () => expect([0, 7, 12, 40, 51].map(roundTop)).toEqual([1, 10, 20, 50, 100]));
});
